"""Factors by which a quantity goes wrong: million for billion, the number kept and the unit changed."""

from __future__ import annotations

import re

from verify.model import Claim
from verify.values.comparison import converted
from verify.values.interval import Interval
from verify.values.units import TEMPERATURE, two_currencies, units

SCALES = {1000: "a thousand times", 10**6: "a million times"}
SCALE_WORDS = re.compile(r"\b(?:thousand|million|billion|trillion)s?\b|\d ?(?:[kmb]n?|tn)\b", re.I)
MIXED = frozenset({"length", "temperature", "mass", "volume", "area", "speed"})
"""Sorts of units of which two systems are in use, so that one is taken for the other."""
TOLERANCE, SLACK = 0.1, 3.0
"""How far a conversion may be off: a tenth, or so many degrees."""


def factor(a: Claim, b: Claim) -> str | None:
    """Return in words by what factor two quantities are apart that should be one, None where no such slip explains them."""
    if not isinstance(a.value, Interval) or not isinstance(b.value, Interval):
        return None
    x, y = a.value.number, b.value.number
    if not x or not y or x < 0 or y < 0:
        return None
    if x == y and two_currencies(a.value.unit, b.value.unit):
        return "the same number, another currency" if is_telling(x) else None
    if not measure_alike(a, b):
        return None
    if a.value.unit != b.value.unit:
        mixed = units()[a.value.unit or ""].kind in MIXED and x == y and x != 1
        return "the same number, another unit" if mixed else None
    if not any(SCALE_WORDS.search(c.location.quote) for c in (a, b)):
        return None
    ratio = max(x, y) / min(x, y)
    return next((words for scale, words in SCALES.items() if abs(ratio - scale) < 1e-6 * scale), None)


def is_telling(number: float) -> bool:
    """Return whether a number has two figures or more that are no noughts."""
    return len(f"{number:.12g}".split("e")[0].replace(".", "").strip("0")) > 1


def measure_alike(a: Claim, b: Claim) -> bool:
    """Return whether two quantities have one unit, or two of one kind; told from the table, without converting."""
    if not isinstance(a.value, Interval) or not isinstance(b.value, Interval):
        return False
    left, right = (units().get(v.unit or "") for v in (a.value, b.value))
    return a.value.unit == b.value.unit or (left is not None and right is not None and left.kind == right.kind)


def misconverted(value: Interval, other: Interval) -> float | None:
    """Return the number that a quantity makes in the unit of another, where the other's own number is far from it."""
    if value.number is None or other.number is None or other.unit is None or value.unit == other.unit:
        return None
    there = converted(value, other.unit)
    if there is None or there.number is None:
        return None
    known = units().get(other.unit)
    if known is not None and known.kind == TEMPERATURE:
        return None if _degrees_fit(value, other, there.number) else there.number
    slack = max(TOLERANCE * abs(there.number), there.grain, other.grain)
    return there.number if abs(there.number - other.number) > slack else None


def _degrees_fit(value: Interval, other: Interval, there: float) -> bool:
    """Return whether two temperatures are one, as readings or as differences ("a rise of 2 C (3.6 F)")."""
    zero = converted(Interval(stated=0, low=0, high=0, unit=value.unit), other.unit or "")
    number = other.number or 0
    apart = [there, there - zero.number] if zero is not None and zero.number is not None else [there]
    return any(abs(x - number) <= SLACK for x in apart)
