"""The algebra of intervals in one place: the type, how two compare, what they add up to."""

from __future__ import annotations

from verify.values.arithmetic import span, total
from verify.values.comparison import commensurable, compare, converted, rival
from verify.values.extent import Bound, Change, Interval, between, interval, vague
from verify.values.figures import Number

__all__ = [
    "Bound",
    "Change",
    "Interval",
    "Number",
    "between",
    "commensurable",
    "compare",
    "converted",
    "interval",
    "rival",
    "span",
    "total",
    "vague",
]
