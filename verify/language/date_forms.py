"""What the patterns of dates are made of, and what a match knows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from verify.language import calendar
from verify.language.calendar import Anchor, Tense
from verify.values.period import Period

MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = (
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Mon|Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun)"
    r"(?:\.(?=,? [A-Z\d])|(?=,? [A-Z][a-z]{2,8}\.? \d|,? \d\d?(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2})))"
)
TO = r"(?: ?[-–] ?| and | to | through | until )"
LAST_DAY = r"(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|,\d|\.\d| percent)"
YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w%]|,\d|\.\d)"
EVER = r"(?P<year>(?:1\d|20)\d\d)(?![\w%]|,\d|\.\d)"
"""A year after the name of its month, which may lie further back than a year that stands alone."""
YEARLY = r"(?i:(?P<yearly>this|last|next) year)\b"
PART = r"(?P<part>morning|afternoon|evening|night|overnight|dawn)"
UNIT = r"(?P<unit>days?|fortnights?|weeks?|months?|years?|decades?)"
LEADING = re.compile(
    r"(?i)\b(?:in|since|of|by|during|until|till|through|from|for|last|this|next|early|late|mid|and|or|to"
    r"|between|before|after|around|about|circa|the|spring|summer|fall|autumn|winter|year)[\s-]+$|(?<!\w)ca?\.\s$"
)
"""What stands before a lone month or year; "May" and "2020" without it may be anything."""

Maker = Callable[["Found"], Period | None]
Row = tuple[str, Maker, re.Pattern[str] | None]
"""A pattern, what it means, and what must stand before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A match of a pattern, with what is needed to understand it: the day and the month or year last spoken of, the words before it."""

    match: re.Match[str]
    anchor: Anchor | None
    tense: Tense
    before: Period | None = None
    stretch: Period | None = None
    lead: str = ""

    def get(self, name: str) -> str:
        """Return a named part of the match in lower case, empty where it is not there."""
        return (self.match.groupdict().get(name) or "").lower()

    def number(self, name: str) -> int | None:
        """Return a named part as a number, None where it writes none."""
        text = self.get(name).removesuffix(" of").removeprefix("a ")
        return calendar.number(text) if text else None

    def month(self) -> int:
        """Return the number of the month, 0 where there is none."""
        name = self.get("month")
        return int(name) if name.isdecimal() else calendar.number_month(name) or 0

    def day(self) -> int:
        """Return the day of the month, written in figures or as an ordinal."""
        text = self.get("day")
        return int(text) if text.isdecimal() else calendar.words()["ordinals"].get(text.replace(" ", "-"), 0)

    def year(self) -> int | None:
        """Return the year; two figures are of this century up to 40; "last year" counts from the day of publication."""
        text, yearly = self.get("year"), self.get("yearly")
        if yearly and self.anchor and self.anchor.published:
            return self.anchor.day.year + {"last": -1, "next": 1}.get(yearly, 0)
        if not text:
            return None
        return int(text) + ((2000 if int(text) <= 40 else 1900) if len(text) == 2 else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way to write a date; patterns that stand earlier win where two match at one place.

    `after` must stand before the match; a text without `sign` holds no match; a `full` date has its year.
    """

    regex: re.Pattern[str]
    make: Maker
    sign: re.Pattern[str]
    after: re.Pattern[str] | None = None
    full: bool = False


@cache
def numbers() -> str:
    """Return an alternation of the written numbers."""
    return "|".join(calendar.words()["numbers"][1:])


@cache
def ordinals() -> str:
    """Return an alternation of the written ordinals, the longer first."""
    return "|".join(w.replace("-", "[- ]") for w in sorted(calendar.words()["ordinals"], key=len, reverse=True))


def deictic(quote: str) -> str | None:
    """Return the weekday, the month or the word for a day that a date without a number rests on."""
    if re.search(r"\d", re.sub(r"\d{1,2}(?::\d\d)?\s*[ap]\.?m", "", quote)):
        return None
    m = re.search(
        r"\b(?:(mon|tues|wednes|thurs|fri|satur|sun)day|(today|tonight|yesterday|tomorrow|now|weekend|week|month|year)"
        r"|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)",
        quote.lower(),
    )
    return m[0] if m else None
