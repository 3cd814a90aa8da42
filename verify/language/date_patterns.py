"""The ways in which English writes dates and times, as patterns over text and what each means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from verify.language import calendar
from verify.language.calendar import Anchor, Tense
from verify.values.period import Period, day, month, year

MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = (
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Mon|Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun)\.(?=,? [A-Z\d]))"
)
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|,\d|\.\d| percent)"
YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w%]|,\d|\.\d)"
PART = r"(?P<part>morning|afternoon|evening|night|overnight|dawn)"
UNIT = r"(?P<unit>days?|weeks?|months?|years?|decades?)"
LEADING = re.compile(
    r"(?i)\b(?:in|since|of|by|during|until|till|through|from|for|last|this|next|early|late|mid|and|or|to|every|each|between|before|after"
    r"|around|about|the|spring|summer|fall|autumn|winter)[\s-]+$"
)
"""What stands before a lone month or year; "May" and "2020" without it may be anything."""

Maker = Callable[["Found"], Period | None]
Row = tuple[str, Maker, re.Pattern[str] | None]
"""A pattern, what it means, and what must stand before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A match of a pattern, with what is needed to understand it."""

    match: re.Match[str]
    anchor: Anchor | None
    tense: Tense
    before: Period | None = None

    def get(self, name: str) -> str:
        """Return a named part of the match, empty where it is not there."""
        return self.match.groupdict().get(name) or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One way to write a date; patterns that stand earlier win where two match at one place."""

    regex: re.Pattern[str]
    make: Maker
    after: re.Pattern[str] | None = None


def _full(found: Found) -> Period | None:
    y, name = int(found.get("year")), found.get("month")
    m = int(name) if name.isdecimal() else calendar.number_month(name) or 0
    value = calendar.valid_day(y + (2000 if y < 100 else 0), m, int(found.get("day")))
    return day(value) if value else None


def _month_day(found: Found) -> Period | None:
    m = calendar.number_month(found.get("month")) or 0
    first = calendar.day_without_year(m, int(found.get("day")), found.anchor, found.tense)
    if not found.get("last"):
        return first
    last = calendar.day_without_year(m, int(found.get("last")), found.anchor, found.tense)
    return calendar.span(first, last) if first and last else first


def _full_range(found: Found) -> Period | None:
    y, m = int(found.get("year")), calendar.number_month(found.get("month")) or 0
    first, last = (calendar.valid_day(y, m, int(found.get(k))) for k in ("day", "last"))
    return calendar.span(day(first), day(last)) if first and last else None


def _month_year(found: Found) -> Period | None:
    return month(int(found.get("year")), calendar.number_month(found.get("month")) or 1)


def _month(found: Found) -> Period | None:
    m = calendar.number_month(found.get("month")) or 1
    which = found.get("which").lower()
    tense: Tense = "future" if which == "next" else "past" if which == "last" else found.tense
    if which == "last" and found.anchor and found.anchor.day.month == m:
        return month(found.anchor.day.year - 1, m)
    return calendar.month_without_year(m, found.anchor, tense)


def _feast(found: Found) -> Period | None:
    m, d = calendar.words()["feasts"][found.get("feast").replace("’", "'")]
    if found.get("year"):
        return day(date(int(found.get("year")), m, d))
    return calendar.day_without_year(m, d, found.anchor, found.tense)


def _years(found: Found) -> Period | None:
    first, last = int(found.get("year")), found.get("last")
    if not last:
        return year(first)
    return calendar.span(year(first), year(int(last if len(last) == 4 else str(first)[:2] + last)))


def _weekday(found: Found) -> Period | None:
    index = calendar.number_weekday(found.get("weekday")) or 0
    which = found.get("which").lower()
    value = (
        calendar.weekday_of_week(index, found.anchor, which)
        if which
        else calendar.weekday_near(index, found.anchor, found.tense)
    )
    return calendar.part_of(value, found.get("part").lower() or found.get("early").lower())


def _relative_day(found: Found) -> Period | None:
    step = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(found.get("word").lower(), 0)
    value = calendar.ago(abs(step), "day", found.anchor, sign=step)
    return value and calendar.part_of(
        value, "night" if found.get("word").lower() == "tonight" else found.get("part").lower()
    )


def _ago(found: Found) -> Period | None:
    count = calendar.number(found.get("count").split()[-1] if "couple" not in found.get("count") else "couple")
    return None if count is None else calendar.ago(count, found.get("unit").lower(), found.anchor)


def _later(found: Found) -> Period | None:
    count = calendar.number(found.get("count").lower().removesuffix(" of").removeprefix("a ") or "a")
    days = found.before.days() if found.before else None
    if count is None or days is None or days[0] != days[1]:
        return None
    sign = 1 if found.get("way").lower() in {"later", "after"} else -1
    return calendar.shifted(days[0], sign * count, found.get("unit").lower())


def _unit(found: Found) -> Period | None:
    return calendar.calendar_unit(found.get("which"), found.get("unit").lower(), found.anchor)


def _lasting(found: Found) -> Period | None:
    count = calendar.number(found.get("count"))
    return (
        None
        if count is None
        else calendar.lasting(
            count, found.get("unit").lower(), found.anchor, ahead=found.get("which") in {"next", "coming"}
        )
    )


def _weekend(found: Found) -> Period | None:
    return calendar.weekend(found.anchor, found.tense, found.get("which").lower() or "the")


def _same_day(found: Found) -> Period | None:
    """Return "that night": a part of the day last spoken of."""
    days = found.before.days() if found.before else None
    return calendar.part_of(day(days[0]), found.get("part").lower()) if days and days[0] == days[1] else None


def _clock(found: Found) -> Period | None:
    word = found.get("word").lower()
    if word:
        text = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}[word]
    else:
        half = found.get("half")[:1].lower() or None
        text = calendar.clock(int(found.get("hour")), int(found.get("minute") or 0), half) or ""
    return calendar.at_clock(None, text, calendar.words()["zones"].get(found.get("zone"))) if text else None


def _absolute() -> Iterator[Row]:
    """Yield the ways to write a day, month or year, the longer before the shorter."""
    weekday, day_month = rf"(?:{WEEKDAY},? )?", rf"(?:the )?{DAY}(?: of)? {MONTH}"
    to = r"(?: ?[-–] ?| and | to | through )(?P<last>[12]\d|3[01]|[1-9])(?![\d:%,])"
    yield rf"\b{weekday}{MONTH} {DAY} ?[-–] ?(?P<last>\d\d?),? {YEAR}", _full_range, None
    yield rf"\b(?:{WEEKDAY},? (?:the )?)?{MONTH} {DAY},? {YEAR}\b", _full, None
    yield rf"\b{weekday}{day_month},? {YEAR}\b", _full, None
    yield r"\b(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b", _full, None
    slashed = r"(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])/(?P<year>(?:19|20)?\d\d)"
    yield rf"(?<![\d/]){slashed}(?![\d/])", _full, None
    yield rf"\b{weekday}{MONTH} {DAY}(?:{to})?", _month_day, None
    yield rf"\b{weekday}{day_month}(?![a-z])", _month_day, None
    yield rf"\b{MONTH}(?:,| of)? {YEAR}\b", _month_year, None
    feasts = "|".join(re.escape(f).replace("'", "['’]") for f in calendar.words()["feasts"])
    yield rf"\b(?P<feast>{feasts})\b(?:,? {YEAR})?", _feast, None


def _relative() -> Iterator[Row]:
    """Yield the ways to name a time by its distance from another, the longer before the shorter."""
    written = "|".join(calendar.words()["numbers"][1:])
    count = rf"(?P<count>\d{{1,4}}|couple|{written})"
    loose = rf"(?P<count>\d{{1,4}}|an?|(?:a )?couple(?: of)?|{written})"
    early = r"(?:(?i:(?P<early>early|late))(?: on)? )?"
    yield rf"\b(?i:(?P<which>last|next|this past|this)) {WEEKDAY}(?:['’]s)?(?: {PART})?\b", _weekday, None
    yield rf"\b{early}{WEEKDAY}(?:['’]s)?(?: (?:(?:early|late|mid)[ -]?)?{PART})?(?![a-z])", _weekday, None
    yield rf"\b(?i:(?P<word>yesterday|today|tomorrow|tonight))(?: {PART})?\b", _relative_day, None
    yield r"\b(?i:(?P<word>this|last)) (?P<part>morning|afternoon|evening|night)\b", _relative_day, None
    yield r"\b(?i:that|the same) (?P<part>morning|afternoon|evening|night|day)\b", _same_day, None
    yield rf"\b(?i:{loose}) {UNIT} ago\b", _ago, None
    yield rf"\b(?i:{loose}) {UNIT} (?P<way>later|earlier)\b", _later, None
    units = r"(?P<unit>(?:day|week|month|year|decade|hour)s)"
    yield rf"\b(?i:the|these) (?P<which>last|past|previous|next|coming) {count} (?:of )?{units}\b", _lasting, None
    yield r"\b(?i:(?P<which>this past|this|last|next|past|previous|the|that)) weekend\b", _weekend, None
    yield r"\b(?i:(?P<which>this|last|next)) (?P<unit>week|month|year)\b", _unit, None
    yield rf"\b(?:(?i:(?P<which>last|next|this|early|late|mid))[ -])?{MONTH}(?! \d)(?![a-z])", _month, LEADING
    yield rf"\b{YEAR}(?: ?[-–] ?(?P<last>(?:19|20)?\d\d)\b)?", _years, LEADING


def _clocks() -> Iterator[Row]:
    """Yield the ways to write a time of day."""
    zones = "|".join(calendar.words()["zones"])
    hours, minute = r"(?P<hour>[01]?\d|2[0-3])", r"(?P<minute>[0-5]\d)"
    zone = rf"(?:\s+\(?(?P<zone>{zones})\b\)?)?"
    yield rf"\b{hours}(?::{minute})? ?(?P<half>[ap]\.m\.|[apAP][mM]\b){zone}", _clock, None
    yield rf"\b(?P<hour>[01]\d|2[0-3]):?{minute}(?: hours)?\s+(?P<zone>{zones})\b", _clock, None
    yield rf"\b{hours}:{minute}\b(?!:\d)(?= (?:on|local)\b)", _clock, None
    yield r"\b(?i:(?P<word>noon|midday|midnight))\b", _clock, None


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the patterns in the order in which they are tried."""
    rows = (*_absolute(), *_relative(), *_clocks())
    return tuple(Pattern(regex=re.compile(text), make=make, after=after) for text, make, after in rows)
