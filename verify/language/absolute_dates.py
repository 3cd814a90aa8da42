"""The ways to write a day, month, year or season by its name, with or without the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from verify.language import calendar
from verify.language.calendar import Tense
from verify.language.date_forms import DAY, LEADING, MONTH, WEEKDAY, YEAR, Found, Row, ordinals
from verify.values.period import Granularity, Period, between, day, month, year


def full_dates() -> Iterator[Row]:
    """Yield the ways to write a day with its year, the longer before the shorter."""
    weekday, month_day = rf"(?:{WEEKDAY},? (?:the )?)?", rf"(?:the )?{DAY}(?: of)? {MONTH}"
    worded = rf"(?i:(?P<day>{ordinals()}))"
    yield rf"\b{weekday}{MONTH} {DAY},? {YEAR}\b", _full, None
    yield rf"\b{weekday}{month_day},? {YEAR}\b", _full, None
    yield rf"\b(?:the )?{worded} of {MONTH},? {YEAR}\b", _full, None
    yield rf"\b{weekday}{MONTH} (?:the )?{worded},? {YEAR}\b", _full, None
    iso = r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>[12]\d|3[01]|0?[1-9])"
    yield rf"(?<![\d/.-]){iso}(?![\d/-]|\.\d)", _full, None
    figures = r"(?P<a>\d\d?)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)"
    yield rf"(?<![\d/.-]){figures}(?![\d/-]|\.\d)", _figures, None


def absolute() -> Iterator[Row]:
    """Yield the ways to write a stretch of days, a day without year, a month, year or season."""
    weekday, month_day = rf"(?:{WEEKDAY},? (?:the )?)?", rf"(?:the )?{DAY}(?: of)? {MONTH}"
    to = r"(?: ?[-–] ?| and | to | through | until )"
    last = r"(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
    yield rf"\b{MONTH} {DAY}{to}{last},? {YEAR}", _days, None
    yield rf"\b(?P<day>\d\d?)(?:st|nd|rd|th)?{to}{last}(?: of)? {MONTH}(?:,? {YEAR})?", _days, None
    yield rf"\b{weekday}{MONTH} {DAY}(?:{to}{last}(?!,\d))?", _month_day, None
    yield rf"\b{weekday}{month_day}(?![a-z])", _month_day, None
    worded = rf"(?i:(?P<day>{ordinals()}))"
    yield rf"\b(?:the )?{worded} of {MONTH}(?![a-z])", _month_day, None
    yield rf"\b{MONTH} (?:the )?(?i:(?P<day>(?:twenty|thirty)[- ]?[a-z]+|[a-z]+teenth))\b", _month_day, None
    yield rf"\b{MONTH}(?:,| of)? {YEAR}\b", _month_year, None
    feasts = "|".join(re.escape(f).replace("'", "['’]") for f in calendar.words()["feasts"])
    yield rf"\b(?P<feast>{feasts})\b(?:,? {YEAR})?", _feast, None
    seasons = "|".join(calendar.words()["seasons"])
    yield rf"\b(?i:(?P<which>this|last|next) )?(?P<season>{seasons})(?: of)? {YEAR}\b", _season, None
    yield rf"\b(?i:(?P<which>this|last|next)) (?P<season>{seasons})\b", _season, None
    yield rf"\b(?:the )?(?i:(?P<quarter>first|second|third|fourth)) quarter (?:of )?{YEAR}\b", _quarter, None
    yield r"\b(?:the )?(?P<decade>(?:19|20)\d0)s\b", _decade, None


def lone() -> Iterator[Row]:
    """Yield a month or year that stands alone; it needs a preposition before it."""
    part = r"(?:(?i:(?P<which>last|next|this|early|late|mid))[ -])?"
    yield rf"\b{part}{MONTH}(?! \d)(?![a-z])", _month, LEADING
    yield rf"\b{YEAR}(?: ?[-–] ?(?P<last>(?:19|20)?\d\d)\b)?", _years, LEADING


def _full(found: Found) -> Period | None:
    value = calendar.valid_day(found.year() or 0, found.month(), found.day())
    return day(value) if value else None


def _figures(found: Found) -> Period | None:
    """Return a date in figures, the month first unless there is no such month."""
    a, b = int(found.get("a")), int(found.get("b"))
    y = found.year() or 0
    value = calendar.valid_day(y, a, b) or calendar.valid_day(y, b, a)
    return day(value) if value else None


def _days(found: Found) -> Period | None:
    """Return the days from one to another of a month."""
    y = found.year()
    if y is None:
        return _month_day(found)
    first, last = (calendar.valid_day(y, found.month(), d) for d in (found.day(), int(found.get("last"))))
    return calendar.span(day(first), day(last)) if first and last else None


def _month_day(found: Found) -> Period | None:
    first = calendar.day_without_year(found.month(), found.day(), found.anchor, found.tense) if found.day() else None
    if not found.get("last") or first is None:
        return first
    last = calendar.day_without_year(found.month(), int(found.get("last")), found.anchor, found.tense)
    return calendar.span(first, last) or first if last else first


def _month_year(found: Found) -> Period | None:
    return month(found.year() or 0, found.month())


def _month(found: Found) -> Period | None:
    m, which = found.month(), found.get("which")
    tense: Tense = "future" if which == "next" else "past" if which == "last" else found.tense
    if which == "last" and found.anchor and found.anchor.day.month == m:
        return month(found.anchor.day.year - 1, m)
    return calendar.month_without_year(m, found.anchor, tense)


def _feast(found: Found) -> Period | None:
    feasts = {name.lower(): when for name, when in calendar.words()["feasts"].items()}
    m, d = feasts[found.get("feast").replace("’", "'")]
    y = found.year()
    return day(date(y, m, d)) if y else calendar.day_without_year(m, d, found.anchor, found.tense)


def _years(found: Found) -> Period | None:
    first, last = found.year() or 0, found.get("last")
    if not last:
        return year(first)
    return calendar.span(year(first), year(int(last if len(last) == 4 else str(first)[:2] + last)))


def _season(found: Found) -> Period | None:
    start, length = calendar.words()["seasons"][found.get("season")]
    y = found.year()
    if y is None:
        if found.anchor is None or not found.anchor.published:
            return None
        y = found.anchor.day.year + {"last": -1, "next": 1}.get(found.get("which"), 0)
    return _months(y, start, length, "season")


def _quarter(found: Found) -> Period | None:
    number = calendar.words()["ordinals"][found.get("quarter")]
    return _months(found.year() or 0, 3 * number - 2, 3, "range")


def _months(y: int, first: int, length: int, granularity: Granularity) -> Period | None:
    start, end = month(y, first).days(), month(y, first + length - 1).days()
    return between(start[0], end[1], granularity) if start and end else None


def _decade(found: Found) -> Period | None:
    first = int(found.get("decade"))
    return calendar.span(year(first), year(first + 9))
