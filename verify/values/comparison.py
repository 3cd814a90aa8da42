"""How two intervals compare, at the precision in which they are stated."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from functools import partial

from verify.model import Relation
from verify.values.extent import Interval
from verify.values.figures import Number, roundness, tidy
from verify.values.units import WHOLES, convert, convertible, hundredths, two_currencies, units

THOUSAND, ROUNDED = 1000, 0.01
"""Step of a round number, and how far another one lies from it at most, that is the same one counted: in 540 stories all such pairs of the
gold, five, can both be true; farther off, up to two percent, two of four."""
FEW = 3
"""A number up to which one more or less is no slip: it is counted everywhere."""
ONE_SIDED = frozenset({"at-least", "more-than", "at-most", "less-than"})
OPPOSITE = {("up", "down"), ("down", "up")}


def compare(left: Interval, right: Interval) -> Relation:
    """Return how two quantities compare; "contains" holds either way, "unknown" where the units do not convert."""
    pair = alike(left, right)
    if pair is None:
        return _as_money(left, right)
    a, b = pair
    if (a.change, b.change) in OPPOSITE:
        return "disjoint"
    if left.unit == right.unit and (_either_side(a, b) or _either_side(b, a)):
        return "disjoint"
    slack = max(a.grain, b.grain) / 2
    if _same(a, b, slack, hedged=slack if left.unit != right.unit else min(a.grain, b.grain) / 2):
        return "equal"
    if _point(a) and _point(b):
        return "contains" if _rounded(a, b) or _rounded(b, a) else "disjoint"
    return _spans(_reach(a), _reach(b), slack)


def _rounded(short: Interval, full: Interval) -> bool:
    """Return whether one number is the other in whole thousands, which no outlet calls rounded: "58,000 people" were 58,141."""
    told, counted = short.number or 0, full.number or 0
    step = roundness(told)
    if step < THOUSAND or roundness(counted) >= step:
        return False
    return abs(counted - told) <= min(step / 2, ROUNDED * abs(told))


def _as_money(left: Interval, right: Interval) -> Relation:
    """Return `equal` for one sum of money of which one leaves something out: the country of its currency, "a year"; `disjoint` for one number of
    two currencies: another number may be the same sum, exchanged.
    """
    if _two_currencies(left, right):
        one = _point(left) and _point(right) and bool(left.number) and left.number == right.number
        return "disjoint" if one else "unknown"
    sizes = hundredths(left.unit, right.unit)
    if sizes is None:
        return "unknown"
    a, b = (_mapped(v, partial(_times, size), None) for v, size in zip((left, right), sizes, strict=True))
    return "equal" if compare(a, b) == "equal" else "unknown"


def _two_currencies(left: Interval, right: Interval) -> bool:
    """Return whether two sums are told in two currencies; dollars that are told to be American are no other country's."""
    if two_currencies(left.unit, right.unit):
        return True
    ours, theirs = ((v.unit or "").partition(" per ")[0] for v in (left, right))
    return (left.american or right.american) and ours != theirs and hundredths(left.unit, right.unit) == WHOLES


def _hundredths(left: Interval, right: Interval) -> tuple[Interval, Interval] | None:
    """Return a sum told in hundredths of a currency and one told in the currency, both in hundredths; None for all else."""
    sizes = hundredths(left.unit, right.unit)
    units = [(v.unit or "").partition(" per ") for v in (left, right)]
    if sizes is None or sizes == WHOLES or units[0][2] != units[1][2]:
        return None
    minor = left.unit if sizes[0] < sizes[1] else right.unit
    a, b = (_mapped(v, partial(_times, size), minor) for v, size in zip((left, right), sizes, strict=True))
    return a, b


def _times(factor: int, number: Number) -> Number:
    return tidy(factor * number)


def _either_side(below: Interval, above: Interval) -> bool:
    """Return whether one says that a number is not reached and the other that it is: "nearly 20 percent", "more than 20 percent"."""
    short = below.bound in {"less-than", "about"} and below.high == below.number and below.low != below.high
    return short and above.bound in {"more-than", "at-least"} and below.number == above.number


def rival(left: Interval, right: Interval) -> bool:
    """Return whether two quantities set one bound at two numbers, neither a rounding of the other ("at least two", "at least three").

    Both could hold, yet a source that knows of three does not say "at least two": one of them knows more, or is wrong.
    """
    pair = alike(left, right)
    if pair is None or left.bound != right.bound or left.bound not in ONE_SIDED or left.change != right.change:
        return False
    ends = sorted(float(n) for n in (x.number for x in pair) if n is not None)
    grain = float(max(x.grain for x in pair))
    return len(ends) == 2 and math.floor(ends[1] / grain + 1e-9) != math.floor(ends[0] / grain + 1e-9)


class Digits(Enum):
    """How the digits of two numbers differ."""

    ORDER = auto()
    ZEROS = auto()
    NEXT = auto()
    ONE = auto()
    OTHER = auto()


def numbers(left: Interval, right: Interval) -> tuple[float, float] | None:
    """Return the numbers of two amounts in one unit where they have one, of a range its end; None where either is not above zero."""
    a, b = (
        float(v.stated[-1] if isinstance(v.stated, tuple) else v.stated) for v in alike(left, right) or (left, right)
    )
    return (a, b) if a > 0 and b > 0 else None


def digits(left: Interval, right: Interval) -> Digits:
    """Return how the digits of two numbers that differ do: in their order, in zeros behind them, by one more or less, in one of them."""
    pair = numbers(left, right)
    if pair is None:
        return Digits.OTHER
    a, b = ("".join(c for c in f"{number:.9g}" if c.isdigit()) for number in pair)
    if len(a) > 1 and sorted(a) == sorted(b):
        return Digits.ORDER
    if significant(pair[0]) == significant(pair[1]):
        return Digits.ZEROS
    if abs(pair[0] - pair[1]) == 1:
        return Digits.NEXT if min(pair) > FEW else Digits.OTHER
    one = len(a) == len(b) > 1 and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    return Digits.ONE if one else Digits.OTHER


def significant(number: float) -> str:
    """Return the digits of a number to the sixth, without zeros at either end."""
    return "".join(c for c in f"{number:.6g}".partition("e")[0] if c.isdigit()).strip("0")


def commensurable(left: Interval, right: Interval) -> bool:
    """Return whether two quantities measure one sort of thing: miles and kilometres do, miles and dollars do not,
    sums in two currencies only where one number stands for both.
    """
    if convertible(left.unit, right.unit) or _shares(left, right):
        return True
    return _hundredths(left, right) is not None or _as_money(left, right) == "disjoint"


def alike(left: Interval, right: Interval) -> tuple[Interval, Interval] | None:
    """Return two intervals in one unit, their grains coarser where one was converted; None where units do not convert.

    Of "31 miles" and "50 km" one number was worked out from the other, so both are taken as rounded as their zeros say, yet none to more than
    half of it: an hour is no 35 minutes.
    """
    if left.unit == right.unit:
        return left, right
    if _shares(left, right):
        return _into(left, "share"), _into(right, "share")
    if not convertible(left.unit, right.unit):
        return _hundredths(left, right)
    target = min(left.unit or "", right.unit or "", key=_size)
    return _into(_coarse(left), target), _into(_coarse(right), target)


def _shares(left: Interval, right: Interval) -> bool:
    return sorted((left.unit or "", right.unit or "")) == ["%", "share"]


def _size(unit: str) -> tuple[float, str]:
    """Order units of one kind by size, so that a comparison does not depend on the order of the two."""
    known = units().get(unit)
    base = next((u.name for u in units().values() if known and u.kind == known.kind), unit)
    size = convert(1, unit, base)
    return (math.inf if size is None else float(size), unit)


def _coarse(value: Interval) -> Interval:
    number, unit = value.number, units().get(value.unit or "")
    if number is None:
        return value
    loose = 2 * abs(number) * unit.loose if unit else 0
    step = max(value.grain, roundness(number))
    return replace(value, grain=max(min(step, abs(number) / 2) if number else step, loose))


def _into(value: Interval, unit: str) -> Interval:
    """Return an interval in another unit that it converts to."""
    return _mapped(value, lambda number: convert(number, value.unit, unit), unit)


def _mapped(value: Interval, moved: Callable[[Number], Number | None], unit: str | None) -> Interval:
    """Return an interval in another unit, by what makes a number of that unit of one of its own."""
    zero, one = moved(0) or 0, moved(1) or 0
    ends = value.stated if isinstance(value.stated, tuple) else (value.stated,)
    there = [moved(e) or 0 for e in ends]
    stated = (there[0], there[1]) if isinstance(value.stated, tuple) else there[0]
    low, high = (None if end is None else moved(end) for end in (value.low, value.high))
    return replace(value, stated=stated, low=low, high=high, unit=unit, grain=value.grain * abs(one - zero))


def converted(value: Interval, unit: str) -> Interval | None:
    """Return an interval in another unit, None where it does not convert."""
    if value.unit == unit:
        return value
    return _into(value, unit) if convert(1, value.unit, unit) is not None else None


def _point(value: Interval) -> bool:
    return value.bound == "exact" and value.low is not None and value.low == value.high


def _reach(value: Interval) -> tuple[float, float]:
    return -math.inf if value.low is None else value.low, math.inf if value.high is None else value.high


def _same(a: Interval, b: Interval, slack: Number, *, hedged: Number) -> bool:
    """Return whether both say the same: two exact numbers at their precision, one number that one of them hedges ("3,800", "some 3,800") or both
    do, or one bound with the same ends.
    """
    if _point(a) and _point(b):
        return _near(_reach(a)[0], _reach(b)[0], slack)
    hedges = {v.high == v.number for v in (a, b) if v.bound == "about"}
    if {a.bound, b.bound} <= {"exact", "about"} and len(hedges) < 2 and a.number is not None and b.number is not None:
        return _near(float(a.number), float(b.number), hedged)
    if a.bound != b.bound and not (a.low is not None and a.high is not None and _reach(a) == _reach(b)):
        return False
    return all(_near(x, y, min(a.grain, b.grain) / 2) for x, y in zip(_reach(a), _reach(b), strict=True))


def _near(x: float, y: float, slack: Number) -> bool:
    return x == y or abs(x - y) <= slack * (1 + 1e-9)


def _spans(a: tuple[float, float], b: tuple[float, float], slack: Number) -> Relation:
    if max(a[0], b[0]) > min(a[1], b[1]) + slack:
        return "disjoint"
    inside = [x[0] >= y[0] - slack and x[1] <= y[1] + slack for x, y in ((a, b), (b, a))]
    return "contains" if any(inside) else "overlaps"
