"""Sums and spans of intervals; what cannot be reckoned is None, never a guess."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verify.values.comparison import converted
from verify.values.extent import Bound, Interval
from verify.values.figures import Number, tidy


def total(parts: Sequence[Interval]) -> Interval | None:
    """Return the sum of parts in the unit of the first, None for no part or for units that do not add up."""
    if not parts:
        return None
    first = parts[0]
    rest = [converted(p, first.unit) if first.unit else (p if p.unit is None else None) for p in parts[1:]]
    low, high, stated = first.low, first.high, first.number
    for other in rest:
        if other is None:
            return None
        low, high, stated = _plus(low, other.low), _plus(high, other.high), _plus(stated, other.number)
    return _assembled([first, *(p for p in rest if p)], low, high, stated)


def span(values: Iterable[object]) -> tuple[Number | None, Number | None, str | None]:
    """Return the lowest low and the highest high of the intervals among values, and their unit; None where one is open."""
    found = [v for v in values if isinstance(v, Interval)]
    lows, highs = [v.low for v in found], [v.high for v in found]
    low = min((x for x in lows if x is not None), default=None)
    high = None if None in highs else max((x for x in highs if x is not None), default=None)
    return low, high, found[0].unit if found else None


def _plus(x: Number | None, y: Number | None) -> Number | None:
    return None if x is None or y is None else tidy(x + y)


def _assembled(parts: Sequence[Interval], low: Number | None, high: Number | None, stated: Number | None) -> Interval:
    """Return the interval of a result: exact where all parts are, else as open as its ends."""
    grain = max(p.grain for p in parts)
    if stated is not None and all(p.bound == "exact" for p in parts):
        return Interval(stated=stated, low=low, high=high, unit=parts[0].unit, grain=grain)
    bound: Bound = "range" if low is not None and high is not None else "at-least" if low is not None else "at-most"
    if low is None and high is None:
        bound = "vague"
    ends = (low if low is not None else high or 0, high if high is not None else low or 0)
    single = low if bound == "at-least" else high
    return Interval(
        stated=single if bound in {"at-least", "at-most"} and single is not None else ends,
        bound=bound,
        low=low,
        high=high,
        unit=parts[0].unit,
        grain=grain,
    )
