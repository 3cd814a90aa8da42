"""Full dates as English texts write them; a date that can be read in two ways is none."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = (
    rf"(?<![\d:/.])(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?![\d/])"
    rf"|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH},?\s\d{{4}}\b"
    rf"|\d{{1,2}}/\d{{1,2}}/\d{{4}}\b)"
)
WEEKDAY = r"(?:(?:Mon|Tues|Tue|Wednes|Wed|Thurs|Thur|Thu|Fri|Satur|Sat|Sun)(?:day)?\b\.?)"
CLOCK = (
    r"(?:T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)"
    r"(?:\s?(?:Z|GMT|UTC|[A-Z]{1,3}[SD]?T|[+-]\d{2}:?\d{2})\b)?"
)
STAMP = rf"(?:(?:on\s)?(?:{WEEKDAY},?\s)?{DAY}(?:(?:,?\s(?:at\s)?|\s?[-–—|/·•]\s?|(?=T)){CLOCK})?)"
"""A full date with a weekday and a time of day, as furniture writes it; to be matched without case."""

FIRST_YEAR, LAST_YEAR = 1600, 2400
"""No newspaper is older, and from a day near the end of the calendar no other can be reckoned."""

_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DAY = re.compile(DAY, re.I)


def full_dates(text: str) -> tuple[date, ...]:
    """Return the full dates of a text that are certain, in order."""
    found = (_read(m[0]) for m in _DAY.finditer(text))
    return tuple(day for day in found if day)


def _read(words: str) -> date | None:
    numbers = _iso(words) or _slashes(words) or _spelled(words)
    try:
        return date(*numbers) if numbers and FIRST_YEAR <= numbers[0] <= LAST_YEAR else None
    except ValueError:
        return None


def _iso(words: str) -> tuple[int, int, int] | None:
    m = _ISO.match(words)
    return (int(m[1]), int(m[2]), int(m[3])) if m else None


def _slashes(words: str) -> tuple[int, int, int] | None:
    """Read 31/12/2019 and 12/31/2019; 5/6/2019 is May in one country and June in another."""
    m = _SLASHES.match(words)
    if not m:
        return None
    first, second, year = int(m[1]), int(m[2]), int(m[3])
    if first > 12 or first == second:
        return year, second, first
    return (year, first, second) if second > 12 else None


def _spelled(words: str) -> tuple[int, int, int] | None:
    month = re.search(r"[A-Za-z]{3,}", re.sub(r"\d(?:st|nd|rd|th)\b|\bof\b", "", words, flags=re.I))
    numbers = re.findall(r"\d+", words)
    if not month or len(numbers) != 2:
        return None
    return int(numbers[1]), MONTHS.index(month[0][:3].title()) + 1, int(numbers[0])
