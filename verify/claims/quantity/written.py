"""Amounts as written: a number with its unit, its rate, its bound and the range it is part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from verify.claims.quantity.excluded import excluded
from verify.claims.quantity.lexicon import either, table, words
from verify.claims.quantity.numerals import Numeral, numerals
from verify.values.extent import Bound, Interval, Number, between, interval, vague
from verify.values.units import currencies, units

Sort = Literal["count", "measure", "money", "percent", "share", "vague"]
DATED = re.compile(r"[12][0-9]{3}")
JOINS = re.compile(r"\s*(?:[-–—~]|to|through|or)\s*(?:as\s+(?:many|much)\s+as\s+)?|\s*/\s*(?=\D)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An amount between two offsets of a text: from the first word of its bound to its unit.

    `number` and `last` are the numerals (two for a range), `core` where the first begins, `unit` the name of the unit with its
    rate, `rate` the name of what it is per, `joined` whether a hyphen ties it to the next word ("30-plus rocket attack").
    """

    start: int
    end: int
    core: int
    number: Numeral
    last: Numeral | None = None
    sort: Sort = "count"
    unit: str | None = None
    rate: str | None = None
    bound: Bound | Literal["nearly"] = "exact"
    joined: bool = False
    moved: bool = False
    """Whether the range is a change from one level to another."""
