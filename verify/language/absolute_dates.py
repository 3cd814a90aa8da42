"""The ways to write a day, month or year by its name, with or without the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.language import calendar
from verify.language.calendar import Tense
from verify.language.date_forms import (
    DAY,
    EVER,
    LAST_DAY,
    LEADING,
    MONTH,
    TO,
    WEEKDAY,
    YEAR,
    YEARLY,
    Found,
    Row,
    ordinals,
)
from verify.values.period import Period, day, month, year

UNNAMED = re.compile(r"(?:^|\n|[.,;:!?)”\"] |\b[a-z]+(?:['’]s)? |[(“\"—–-])$")
"""What stands before the name of a month that is no part of a longer name."""


OLD = re.compile(r"(?i)(?:\b(?:in|since|until|before|after|mid|early|late|circa)|(?<!\w)ca?\.)[\s-]+$")
"""What stands before a year of long ago; another number of four figures without it may count anything."""
PLACED = re.compile(r"(?i)\b(?:on|from|to|by|until|till|before|after|since|through)\s$")
"""What stands before a month and a day in figures, which are a share without it."""


def full_dates() -> Iterator[Row]:
    """Yield the ways to write a day, or the days from one to another, with the year, the longer before the shorter."""
    weekday, month_day = rf"(?:{WEEKDAY},? (?:the )?)?", rf"(?:the )?{DAY}(?: of)? {MONTH}"
    worded = rf"(?i:(?P<day>{ordinals()}))"
    yield rf"\b{MONTH} {DAY}{TO}{LAST_DAY},? {EVER}", _days, None
    yield rf"(?<![\w.,])(?P<day>\d\d?)(?:st|nd|rd|th)?{TO}{LAST_DAY}(?: of)? {MONTH},? {EVER}", _days, None
    yield rf"\b{weekday}{MONTH} {DAY},? {EVER}\b", _full, None
    yield rf"(?<![\w.,]){weekday}{month_day},? {EVER}\b", _full, None
    yield rf"\b(?:the )?{worded} of {MONTH},? {EVER}\b", _full, None
    yield rf"\b{weekday}{MONTH} (?:the )?{worded},? {EVER}\b", _full, None
    iso = r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>[12]\d|3[01]|0?[1-9])"
    yield rf"(?<![\d/.-]){iso}(?![\d/-]|\.\d)", _full, None
    yield rf"(?<![\w.,/-])(?P<day>\d\d?)-{MONTH}-(?P<year>(?:19|20)\d\d|\d\d)(?![\w-])", _full, None
    figures = r"(?P<a>\d\d?)(?P<sep>[-/.])(?P<b>\d\d?)(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)"
    yield rf"(?<![\d/.-]){figures}(?![\d/-]|\.\d)", _figures, None


def absolute() -> Iterator[Row]:
    """Yield the ways to write a day without year, a stretch of such days, and a month with its year."""
    weekday, month_day = rf"(?:{WEEKDAY},? (?:the )?)?", rf"(?:the )?{DAY}(?: of)? {MONTH}"
    worded = rf"(?i:(?P<day>{ordinals()}))"
    yield rf"\b{weekday}{MONTH} {DAY},? {YEARLY}", _full, None
    yield rf"(?<![\w.,]){weekday}{month_day},? {YEARLY}", _full, None
    yield rf"(?<![\w.,])(?P<day>\d\d?)(?:st|nd|rd|th)?{TO}{LAST_DAY}(?: of)? {MONTH}(?![a-z])", _month_day, None
    yield rf"\b{weekday}{MONTH} {DAY}(?:{TO}{LAST_DAY}(?!,\d))?", _month_day, None
    yield rf"(?<![\w.,]){weekday}{month_day}(?![a-z])", _month_day, None
    yield rf"\b(?:the )?{worded} of {MONTH}(?![a-z])", _month_day, None
    yield rf"\b{MONTH} (?:the )?(?i:(?P<day>(?:twenty|thirty)[- ]?[a-z]+|[a-z]+teenth))\b", _month_day, None
    yield r"(?<![\w.,/-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0[1-9])(?![\w/%-]|[.,]\d)", _month_day, PLACED
    yield rf"\b{MONTH}(?:,| of)? (?:(?P<year>(?:1[6-9]|20)\d\d)(?![\w%]|,\d|\.\d)|{YEARLY})", _month_year, None


def lone() -> Iterator[Row]:
    """Yield a month or year that stands alone; it needs a preposition before it, or a name that means nothing else."""
    which = r"(?:(?i:(?P<which>last|next|this)) )?"
    yield rf"\b{which}{MONTH}(?! \d)(?![a-z])", _month, LEADING
    sure = r"(?P<month>January|February|July|September|October|November|December)"
    yield rf"\b{sure}(?! [\dA-Z])(?![a-z])", _month, UNNAMED
    yield rf"(?<![\w$.,/-]){YEAR} ?[-–] ?(?P<last>(?:19|20)\d\d)\b(?![-.,/]\d)", _years, None
    yield r"\b(?P<year>1[1-8]\d\d)(?![\w%-]|,\d|\.\d| ?[–/] ?\d| to \d| ?B\.?C)", _years, OLD
    yield rf"\b{YEAR}(?: ?[-–] ?(?P<last>(?:19|20)?\d\d)\b)?", _years, LEADING


def _full(found: Found) -> Period | None:
    value = calendar.valid_day(found.year() or 0, found.month(), found.day())
    return day(value) if value else None


def _figures(found: Found) -> Period | None:
    """Return a date in figures, None where either figure can be the month: one country writes it first and another second."""
    y, a, b = found.year() or 0, int(found.get("a")), int(found.get("b"))
    read = {d for d in (calendar.valid_day(y, a, b), calendar.valid_day(y, b, a)) if d}
    return day(read.pop()) if len(read) == 1 else None


def _days(found: Found) -> Period | None:
    """Return the days from one to another of a month."""
    y = found.year() or 0
    first, last = (calendar.valid_day(y, found.month(), d) for d in (found.day(), int(found.get("last"))))
    return calendar.span(day(first), day(last)) if first and last else None


def _month_day(found: Found) -> Period | None:
    first = calendar.day_without_year(found.month(), found.day(), found.anchor, found.tense) if found.day() else None
    if not found.get("last") or first is None:
        return first
    last = calendar.day_without_year(found.month(), int(found.get("last")), found.anchor, found.tense)
    return calendar.span(first, last) or first if last else first


def _month_year(found: Found) -> Period | None:
    y = found.year()
    return None if y is None else month(y, found.month())


def _month(found: Found) -> Period | None:
    m, which = found.month(), found.get("which")
    if which == "this" and found.anchor:
        return month(found.anchor.day.year, m)
    tense: Tense = "future" if which == "next" else "past" if which == "last" else found.tense
    if which == "last" and found.anchor and found.anchor.day.month == m:
        return month(found.anchor.day.year - 1, m)
    return calendar.month_without_year(m, found.anchor, tense)


def _years(found: Found) -> Period | None:
    first, last = found.year() or 0, found.get("last")
    if not last:
        return year(first)
    return calendar.span(year(first), year(int(last if len(last) == 4 else str(first)[:2] + last)))
