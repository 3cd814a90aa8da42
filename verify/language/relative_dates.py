"""The ways to name a time by its distance from the day of publication, or from a day just spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from verify.language import calendar
from verify.language.date_forms import DAY, MONTH, PART, UNIT, WEEKDAY, YEAR, Found, Row, numbers, ordinals
from verify.values.period import Period, day, month

OPEN = re.compile(r"(?i)\b(?:more than|less than|fewer than|over|under|at least) $")
"""Words before a distance that say no more than that it is longer or shorter."""


def weekdays() -> Iterator[Row]:
    """Yield the ways to name a day by its weekday, the longer before the shorter."""
    early = r"(?:(?i:(?P<early>early|late))(?: on)? )?"
    week = r"(?i:(?P<which>this|next|last) week)"
    nth = rf"(?i:(?P<nth>{ordinals()}|last))"
    worded = rf"(?i:(?P<day>{ordinals()}))\b"
    yield rf"\b(?:the )?{nth} {WEEKDAY} (?:of|in) {MONTH}(?:,? {YEAR})?", _nth_weekday, None
    yield rf"\b(?:the )?{nth} {WEEKDAY} (?:of|in) (?i:(?P<which>this|next|last|previous) month)", _nth_weekday, None
    yield rf"\b{week}(?: on)? {WEEKDAY}\b", _in_week, None
    yield rf"\b{WEEKDAY} (?:of )?{week}\b", _in_week, None
    yield rf"\b{WEEKDAY},? the {DAY}", _weekday_day, None
    yield rf"\b{WEEKDAY},? the {worded}", _weekday_day, None
    yield rf"\b(?i:(?P<which>last|next|this past|this|past|coming)) {WEEKDAY}(?:['’]s)?(?: {PART})?\b", _weekday, None
    part = rf"(?:(?: (?:(?:early|late|mid)[ -]?)?|,? in the | at ){PART})?"
    yield rf"\b{early}{WEEKDAY}(?:['’]s)?{part}(?![a-z])", _weekday, None


def weeks() -> Iterator[Row]:
    """Yield the ways to name a week by a day of it."""
    week = r"(?i:(?:the )?week (?:of|commencing|starting|beginning)(?: on)?)"
    yield rf"\b{week} {MONTH} {DAY}(?:,? {YEAR})?", _week_of, None
    yield rf"\b{week} the {DAY}", _week_of_day, None


def relative() -> Iterator[Row]:
    """Yield the other ways to name a time by its distance, the longer before the shorter."""
    loose = rf"(?P<count>\d{{1,4}}|an?|(?:a )?couple(?: of)?|{numbers()})"
    count = rf"(?P<count>\d{{1,4}}|couple|{numbers()})"
    units = r"(?P<unit>(?:day|week|month|year|decade|hour)s)"
    which = r"(?i:(?P<which>this|last|next|current|coming|upcoming))"
    more = rf"(?P<more>(?:(?:\d{{1,3}}|an?|{numbers()}) (?:year|month|week)s?(?:,? and |, | ))+)"
    from_ = r"(?:from|after|before) (?P<word>now|today|tomorrow|yesterday)"
    yield r"\b(?i:the day (?P<beyond>before yesterday|after tomorrow))\b", _beyond, None
    yield rf"\b(?i:{more}{loose}) {UNIT} (?i:(?P<way>ago|later))\b", _summed, None
    yield rf"\b(?i:{loose}) {UNIT} (?i:(?P<way>ago|later|earlier|{from_}))\b", _distant, None
    yield rf"\b(?i:(?P<word>yesterday|today|tomorrow|tonight))(?: {PART})?\b", _relative_day, None
    yield r"\b(?i:(?P<word>this|last)) (?P<part>morning|afternoon|evening|night)\b", _relative_day, None
    yield r"\b(?i:that|the same) (?P<part>morning|afternoon|evening|night|day)\b", _same_day, None
    yield r"\b(?i:the (?P<way>next|following|previous) day)\b", _neighbour, None
    yield rf"\b(?i:in {loose}) {UNIT}\b", _ahead, None
    verb = "".join(
        f"(?<!{word} )" for word in ("to", "will", "would", "can", "could", "may", "might", "must", "should")
    )
    within = rf"(?:within|(?:within )?(?:the |these )?{verb}(?P<which>last|past|previous|next|coming|upcoming))"
    yield rf"\b(?i:{within} {count}) (?:of )?(?:{units}|(?P<one>(?:day|week|month|year|decade)\b))", _lasting, None
    yield r"\b(?i:within an?) (?P<unit>week|month|year|decade)\b", _lasting, None
    yield r"\b(?i:the (?P<which>previous|preceding|prior)) (?P<unit>month|year)\b", _unit_before, None
    yield r"\b(?i:the (?P<which>past|previous)) (?P<unit>week|month|year|decade)\b", _lasting, None
    yield r"\b(?i:the (?P<which>next|coming)) (?P<unit>decade)\b", _lasting, None
    yield r"\b(?i:(?P<which>this past|this|last|next|past|previous|the|that)) weekend\b", _weekend, None
    yield rf"\b(?i:the )?{DAY}(?i: of {which} month)\b", _day_of_month, None
    yield rf"\b{which} (?P<unit>week|month|year)\b", _unit, None
    yield rf"\b(?i:on the) {DAY}(?=[.,;]|$| (?:at|and|after|when)\b)", _day_of_month, None


def _weekday(found: Found) -> Period | None:
    index, which = calendar.number_weekday(found.get("weekday")) or 0, found.get("which")
    value = calendar.weekday_near(index, found.anchor, found.tense)
    if which:
        value = calendar.weekday_of_week(index, found.anchor, which)
    return calendar.part_of(value, found.get("part") or found.get("early"))


def _in_week(found: Found) -> Period | None:
    """Return "Friday next week"."""
    index = calendar.number_weekday(found.get("weekday")) or 0
    week = calendar.calendar_unit(found.get("which"), "week", found.anchor)
    days = week.days() if week else None
    return day(days[0] + timedelta(days=index)) if days else None


def _nth_weekday(found: Found) -> Period | None:
    """Return "the second Monday of next month"."""
    index = calendar.number_weekday(found.get("weekday")) or 0
    within = _month_meant(found)
    days = within.days() if within else None
    if days is None:
        return None
    nth = -1 if found.get("nth") == "last" else calendar.words()["ordinals"][found.get("nth").replace(" ", "-")]
    value = calendar.nth_weekday(days[0].year, days[0].month, index, nth)
    return day(value) if value <= days[1] else None


def _month_meant(found: Found) -> Period | None:
    if not found.month():
        return calendar.calendar_unit(found.get("which"), "month", found.anchor)
    y = found.year()
    if y is None:
        return calendar.month_without_year(found.month(), found.anchor, found.tense)
    return month(y, found.month())


def _weekday_day(found: Found) -> Period | None:
    """Return "Friday the 15th": the last such day, where the weekday fits."""
    if found.anchor is None:
        return None
    index = calendar.number_weekday(found.get("weekday"))
    for back in range(-31, 62):
        value = found.anchor.day - timedelta(days=back)
        if value.day == found.day() and value.weekday() == index and (back >= 0 or found.tense == "future"):
            return day(value)
    return None


def _day_of_month(found: Found) -> Period | None:
    """Return "on the 15th" or "the 20th of next month"."""
    if found.anchor is None or not found.anchor.published:
        return None
    within = calendar.calendar_unit(found.get("which") or "this", "month", found.anchor)
    days = within.days() if within else None
    value = calendar.valid_day(days[0].year, days[0].month, found.day()) if days else None
    if value and not found.get("which") and found.tense != "future" and value > found.anchor.day:
        value = calendar.valid_day(*_month_before(value.year, value.month), found.day())
    return day(value) if value else None


def _month_before(y: int, m: int) -> tuple[int, int]:
    return (y, m - 1) if m > 1 else (y - 1, 12)


def _week_of(found: Found) -> Period | None:
    y = found.year()
    if y is None:
        value = calendar.day_without_year(found.month(), found.day(), found.anchor, found.tense)
    else:
        whole = calendar.valid_day(y, found.month(), found.day())
        value = day(whole) if whole else None
    days = value.days() if value else None
    return calendar.week(days[0]) if days else None


def _week_of_day(found: Found) -> Period | None:
    """Return "the week of the 18th"."""
    value = _day_of_month(found)
    days = value.days() if value else None
    return calendar.week(days[0]) if days else None


def _beyond(found: Found) -> Period | None:
    return calendar.ago(2, "day", found.anchor, sign=-1 if found.get("beyond").startswith("before") else 1)


def _relative_day(found: Found) -> Period | None:
    step = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(found.get("word"), 0)
    value = calendar.ago(abs(step), "day", found.anchor, sign=step)
    return value and calendar.part_of(value, "night" if found.get("word") == "tonight" else found.get("part"))


def _distant(found: Found) -> Period | None:
    """Return "two weeks ago", "two days later" (than the day last spoken of), "two weeks from tomorrow"."""
    if found.get("way") in {"later", "earlier"}:
        return _later(found)
    if found.get("way") == "ago":
        count = None if OPEN.search(found.lead) else found.number("count")
        return None if count is None else calendar.ago(count, found.get("unit"), found.anchor)
    start = timedelta(days={"tomorrow": 1, "yesterday": -1}.get(found.get("word"), 0))
    return _ahead_of(found, start, sign=-1 if found.get("way").startswith("before") else 1)


def _summed(found: Found) -> Period | None:
    """Return "two years and three months ago", "a month and two days later"."""
    start = found.anchor.day if found.anchor and found.anchor.published else None
    sign = -1
    if found.get("way") == "later":
        days = found.before.days() if found.before else None
        start, sign = (days[0] if days else None), 1
    for amount, unit in re.findall(r"(\w+) (year|month|week)", found.get("more")):
        start = calendar.moved(start, sign * (calendar.number(amount) or 0), unit) if start else None
    count = found.number("count")
    return calendar.shifted(start, sign * count, found.get("unit")) if start and count is not None else None


def _ahead(found: Found) -> Period | None:
    """Return "in two weeks" where the clause tells of what is to come; told of the past it is how long it took."""
    return _ahead_of(found, timedelta()) if found.tense == "future" else None


def _ahead_of(found: Found, start: timedelta, *, sign: int = 1) -> Period | None:
    """Return the time a number of units ahead of the day of publication, or before it."""
    count = found.number("count")
    if count is None or found.anchor is None or not found.anchor.published or count > calendar.MOST:
        return None
    return calendar.shifted(found.anchor.day + start, sign * count, found.get("unit"))


def _later(found: Found) -> Period | None:
    """Return "two days later" than the day last spoken of, "a year earlier" than the year right before."""
    count = found.number("count")
    if count is None:
        return None
    step = count if found.get("way") == "later" else -count
    told = found.stretch.days() if found.stretch and found.stretch.granularity == "year" else None
    if told and str(told[0].year) in found.lead and found.get("unit").startswith("year"):
        return calendar.shifted(told[0], step, "year")
    days = found.before.days() if found.before else None
    return calendar.shifted(days[0], step, found.get("unit")) if days and days[0] == days[1] else None


def _neighbour(found: Found) -> Period | None:
    """Return "the next day": the day after the one last spoken of."""
    days = found.before.days() if found.before else None
    if days is None or days[0] != days[1]:
        return None
    return calendar.shifted(days[0], -1 if found.get("way") == "previous" else 1, "day")


def _same_day(found: Found) -> Period | None:
    """Return "that night": a part of the day last spoken of."""
    days = found.before.days() if found.before else None
    return calendar.part_of(day(days[0]), found.get("part")) if days and days[0] == days[1] else None


def _unit(found: Found) -> Period | None:
    return calendar.calendar_unit(found.get("which"), found.get("unit"), found.anchor)


def _unit_before(found: Found) -> Period | None:
    """Return "the previous month": the one before the month just spoken of, else the last so many days."""
    told = found.stretch
    days = told.days() if told and told.granularity == found.get("unit") else None
    return calendar.shifted(days[0], -1, found.get("unit")) if days else _lasting(found)


def _lasting(found: Found) -> Period | None:
    """Return "the last two months", "within a week"; the latter only where the clause tells of what is to come."""
    which, count = found.get("which"), found.number("count") or 1
    if not which and found.tense != "future":
        return None
    return calendar.lasting(
        count, found.get("unit") or found.get("one"), found.anchor, ahead=which in {"", "next", "coming", "upcoming"}
    )


def _weekend(found: Found) -> Period | None:
    return calendar.weekend(found.anchor, found.tense, found.get("which") or "the")
