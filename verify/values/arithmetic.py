"""Sums, differences and shares of intervals; what cannot be reckoned is None, never a guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verify.values.comparison import converted
from verify.values.extent import Bound, Interval, interval
from verify.values.figures import Number, tidy


def total(parts: Sequence[Interval]) -> Interval | None:
    """Return the sum of parts in the unit of the first, None for no part or for units that do not add up."""
    return _folded(parts, lambda x, y: x + y, swap=False)


def difference(whole: Interval, part: Interval) -> Interval | None:
    """Return what is left of a whole without a part, None for units that do not compare."""
    return _folded([whole, part], lambda x, y: x - y, swap=True)


def share(part: Interval, whole: Interval) -> Interval | None:
    """Return a part of a whole in percent, to the precision that both allow; None where it cannot be reckoned.

    Only single numbers of one unit and a whole above zero have a share.
    """
    same = converted(part, whole.unit) if whole.unit else (part if part.unit is None else None)
    if same is None or same.number is None or not whole.number or whole.number < 0:
        return None
    ratio = 100 * same.number / whole.number
    slack = abs(ratio) * (_relative(same) + _relative(whole)) / 2
    bound: Bound = "exact" if same.bound == whole.bound == "exact" else "about"
    return interval(ratio, bound=bound, unit="%", grain=max(slack * 2, 10**-9))


def _relative(value: Interval) -> float:
    """Return the step of a rounded number as a part of it; a whole number of people is no rounding."""
    return value.grain / abs(value.number) if value.number and (value.unit or value.grain > 1) else 0.0


def _folded(parts: Sequence[Interval], step: Callable[[Number, Number], Number], *, swap: bool) -> Interval | None:
    """Fold intervals from the left; with `swap` the ends of the later ones change places."""
    if not parts:
        return None
    first = parts[0]
    rest = [converted(p, first.unit) if first.unit else (p if p.unit is None else None) for p in parts[1:]]
    low, high, stated = first.low, first.high, first.number
    for other in rest:
        if other is None:
            return None
        ends = (other.high, other.low) if swap else (other.low, other.high)
        low, high, stated = (_step(step, x, y) for x, y in ((low, ends[0]), (high, ends[1]), (stated, other.number)))
    return _assembled([first, *(p for p in rest if p)], low, high, stated)


def _step(step: Callable[[Number, Number], Number], x: Number | None, y: Number | None) -> Number | None:
    return None if x is None or y is None else tidy(step(x, y))


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
