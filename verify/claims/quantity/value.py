"""From an amount as written to the interval that it allows."""

from __future__ import annotations

from dataclasses import replace

from verify.claims.quantity.amount import Written
from verify.values.extent import Bound, Interval, between, interval, vague


def value_of(amount: Written, *, unit: str | None = None) -> Interval:
    """Return the interval of an amount; `unit` takes the place of the written one."""
    number = amount.number
    name = unit or amount.unit or ("share" if number.share else None)
    grain = number.grain
    if amount.last:
        bound: Bound = "about" if amount.limit in {"about", "nearly"} else "range"
        return between(number.number, amount.last.number, bound=bound, unit=name, change=amount.change)
    if number.high is not None:
        return _loose(amount, name)
    if amount.limit == "nearly":
        near = interval(number.number, bound="about", unit=name, change=amount.change, grain=grain)
        return replace(near, high=number.number)
    return interval(number.number, bound=amount.limit, unit=name, change=amount.change, grain=grain)


def _loose(amount: Written, unit: str | None) -> Interval:
    """Return what "several", "a couple" or "dozens" allow; a bound before them opens or closes the other end."""
    number = amount.number
    low, high = number.number, number.high or None
    if high is not None and number.vague and high - low <= 1:
        return Interval(stated=low, bound="about", low=low, high=high, unit=unit, words=number.words)
    if number.vague:
        return vague(low, high, words=number.words, unit=unit)
    return between(low, high or low, bound="range", unit=unit, words=number.words)
