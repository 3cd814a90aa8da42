"""Intervals in the few words that a table cell holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.values.units import currencies, units

if TYPE_CHECKING:
    from verify.values.extent import Interval, Number

BEFORE = {
    "about": "about ",
    "at-least": "at least ",
    "more-than": "more than ",
    "at-most": "at most ",
    "less-than": "less than ",
}
SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))


def amount(value: Interval) -> str:
    """Return the interval as a reader would write it: "at least 30", "up 0.65%", "20 to 25 miles"."""
    change = f"{value.change} " if value.change else ""
    if value.words:
        return f"{change}{value.words}{_after(value.unit, 2)}"
    ends = value.stated if isinstance(value.stated, tuple) else (value.stated,)
    if value.unit == "share":
        text = " to ".join(_plain(100 * e) for e in ends) + "%"
    elif value.unit in currencies():
        text = " to ".join(_money(e, value.unit) for e in ends)
    else:
        text = " to ".join(figures(e) for e in ends) + _after(value.unit, ends[-1])
    return f"{change}{BEFORE.get(value.bound, '')}{text}"


def figures(number: Number) -> str:
    """Return a number with thousands marked, or in millions and above where that loses nothing."""
    for scale, word in SCALES:
        if abs(number) >= scale:
            short = f"{number / scale:.10g}"
            if len(short) <= 6:
                return short + word
    return _plain(number)


def _plain(number: Number) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{number:,.6g}"


def _money(number: Number, unit: str) -> str:
    currency = currencies()[unit]
    sign = "-" if number < 0 else ""
    if currency.sign and currency.code:
        return f"{sign}{currency.sign}{figures(abs(number))}"
    return f"{figures(number)} {unit}{'' if number == 1 else 's'}"


def _after(unit: str | None, number: Number) -> str:
    """Return what stands after the number: the unit's short form, a rate's currency included."""
    if unit is None:
        return ""
    known = units().get(unit)
    if known is None:
        return f" {unit}"
    if known.name == "%":
        return "%"
    return f" {known.name if number == 1 and known.kind != 'multiple' else known.short}"
