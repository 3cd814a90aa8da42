"""Intervals in the few words that a table cell holds."""

from __future__ import annotations

from verify.values.figures import Number
from verify.values.units import currencies, units

BEFORE = {
    "about": "about ",
    "at-least": "at least ",
    "more-than": "more than ",
    "at-most": "at most ",
    "less-than": "less than ",
}
MINUTE, HOUR = 60, 3600
"""Seconds above which fractions of a second, and whole seconds, are told by the clock."""
SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))


def amount(
    *, stated: Number | tuple[Number, Number], bound: str, unit: str | None, change: str | None, words: str | None
) -> str:
    """Return an interval as a reader would write it: "at least 30", "up 0.65%", "20 to 25 miles"."""
    moved = f"{change} " if change else ""
    if words:
        return f"{moved}{words}{_after(unit, 2)}"
    ends = stated if isinstance(stated, tuple) else (stated,)
    if unit == "share":
        text = " to ".join(f"{100 * e:.3g}" for e in ends) + "%"
    elif (unit or "").partition(" per ")[0] in currencies():
        currency, per, rate = (unit or "").partition(" per ")
        text = " to ".join(_money(e, currency) for e in ends) + per + rate
    elif unit == "second" and all(e >= (MINUTE if isinstance(e, float) else HOUR) for e in ends):
        text = " to ".join(_lapse(e) for e in ends)
    else:
        text = " to ".join(figures(e) for e in ends) + _after(unit, ends[-1])
    return f"{moved}{BEFORE.get(bound, '')}{text}"


def figures(number: Number) -> str:
    """Return a number with thousands marked, or in millions and above where that loses nothing."""
    for scale, word in SCALES:
        if abs(number) >= scale:
            short = f"{number / scale:.10g}"
            if len(short) <= 5:
                return short + word
    return _plain(number)


def _lapse(number: Number) -> str:
    """Return seconds as hours, minutes and seconds: "2:04:11", "1:58.42"."""
    minutes, seconds = divmod(round(number, 3), 60)
    hours, minutes = divmod(int(minutes), 60)
    last = f"{seconds:05.2f}".removesuffix(".00")
    return f"{hours}:{minutes:02}:{last}" if hours else f"{minutes}:{last}"


def _plain(number: Number) -> str:
    if isinstance(number, int):
        return f"{number:,}"
    return f"{number:,.4f}".rstrip("0").rstrip(".") if abs(number) >= 0.001 else f"{number:.3g}"


def _money(number: Number, unit: str) -> str:
    currency = currencies()[unit]
    sign = "-" if number < 0 else ""
    if currency.sign and currency.code:
        return f"{sign}{currency.sign}{figures(abs(number))}"
    return f"{figures(number)} {unit if number == 1 else currency.many or unit + 's'}"


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
