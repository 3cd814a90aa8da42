"""The days that English names by their feast, fixed ones and those that move with the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from verify.language import calendar
from verify.language.date_forms import YEAR, YEARLY, Found, Row
from verify.values.period import Period, day

LED = re.compile(r"(?i)\b(?:on|since|by|until|before|after|last|this|next|every|of)\s+$")
"""What stands before a feast whose name alone means many a thing ("Christmas shopping")."""


def feasts() -> Iterator[Row]:
    """Yield the ways to name a day by its feast; a name without "Day" needs a preposition."""
    years = rf"(?:,? (?:of )?(?:{YEAR}|{YEARLY}))?"
    names = sorted(_table(), key=len, reverse=True)
    whole = _either(n for n in names if n not in calendar.words()["short_feasts"])
    yield rf"\b(?P<feast>{whole})(?![a-z]){years}", _feast, None
    yield rf"\b(?P<feast>{_either(calendar.words()['short_feasts'])})(?![a-z]){years}", _feast, LED


def _either(names: Iterator[str] | list[str]) -> str:
    return "|".join(re.escape(name).replace("'", "['’]") for name in names)


def _table() -> dict[str, list[int]]:
    words = calendar.words()
    return {**words["feasts"], **words["moving_feasts"], **words["easter_feasts"]}


def _feast(found: Found) -> Period | None:
    """Return the day of a feast in the year that is written, else in the year that fits the tense."""
    name, anchor, y = found.match["feast"].replace("’", "'"), found.anchor, found.year()
    if y is not None:
        return day(_in_year(name, y))
    if anchor is None:
        fixed: list[int] | None = calendar.words()["feasts"].get(name)
        return calendar.day_without_year(fixed[0], fixed[1], anchor, found.tense) if fixed else None
    days = [_in_year(name, anchor.day.year + step) for step in (-1, 0, 1)]
    return day(calendar.chosen(days, anchor, found.tense))


def _in_year(name: str, y: int) -> date:
    words = calendar.words()
    if name in words["feasts"]:
        m, d = words["feasts"][name]
        return date(y, m, d)
    if name in words["easter_feasts"]:
        return easter(y) + timedelta(days=words["easter_feasts"][name])
    m, index, nth, after = words["moving_feasts"][name]
    return calendar.nth_weekday(y, m, index, nth) + timedelta(days=after)


def easter(y: int) -> date:
    """Return Easter Sunday of a year, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = y % 19, divmod(y, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, before = divmod(h + k - 7 * m + 114, 31)
    return date(y, month, before + 1)
