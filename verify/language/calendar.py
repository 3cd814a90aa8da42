"""Words of time turned into periods, for a day from which they count; knows nothing of tokens."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from verify.lists import load
from verify.values.period import MONTHS, WEEKDAYS, Period, between, day, month, weekday, year

Tense = Literal["past", "future", "nearest"]

MOST = 5000
"""Units beyond which a distance is no date."""

STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1}
"""How far the unit that a word points to lies from the present one."""

SOON, LONG_AGO = timedelta(days=62), timedelta(days=270)
"""A day without a year of which the tense says nothing is to come if it comes soon and was long ago."""


def words() -> dict[str, Any]:
    """Return the tables of `time.toml`."""
    return load("time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The day from which words of time count, and whether it is that of publication or just a date in the text."""

    day: date
    published: bool = True


def number_month(word: str) -> int | None:
    """Return the number of the month whose name or abbreviation a word is."""
    key = word.lower().rstrip(".")[:3]
    return next((i for i, m in enumerate(MONTHS, 1) if m.lower().startswith(key)), None) if len(key) == 3 else None


def number_weekday(word: str) -> int | None:
    """Return the number of the weekday, Monday 0, whose name or abbreviation a word is."""
    key = word.lower().rstrip(".")[:3]
    return next((i for i, d in enumerate(WEEKDAYS) if d.lower().startswith(key)), None) if len(key) == 3 else None


def number(word: str) -> int | None:
    """Return the number that a word or figures write: "a" is 1, "couple" is 2."""
    word = word.lower()
    if word.isdecimal():
        return int(word)
    if word in {"a", "an", "the", "last", "past"}:
        return 1
    numbers: list[str] = words()["numbers"]
    return 2 if word == "couple" else numbers.index(word) if word in numbers else None


def valid_day(y: int, m: int, d: int) -> date | None:
    """Return a date, None where there is no such day."""
    try:
        return date(y, m, d)
    except ValueError:
        return None


def weekday_near(index: int, anchor: Anchor | None, tense: Tense) -> Period:
    """Return the day that a weekday means: the last one up to the anchor, the next one, or the nearest; without
    anchor the weekday.
    """
    if anchor is None:
        return weekday(WEEKDAYS[index])
    back = (anchor.day.weekday() - index) % 7
    if not anchor.published:
        return day(anchor.day - timedelta(days=back if back <= 3 else back - 7))
    if tense == "future":
        return day(anchor.day + timedelta(days=(7 - back) % 7))
    return day(anchor.day - timedelta(days=back))


def weekday_of_week(index: int, anchor: Anchor | None, which: str) -> Period:
    """Return "last Friday", "next Friday", "this Friday"; "last" is never the anchor's own day."""
    if anchor is None:
        return weekday(WEEKDAYS[index])
    back = (anchor.day.weekday() - index) % 7
    if which in {"last", "past"}:
        return day(anchor.day - timedelta(days=back or 7))
    if which == "next":
        return day(anchor.day + timedelta(days=7 - back))
    return (
        day(anchor.day - timedelta(days=back))
        if which == "this past"
        else day(anchor.day + timedelta(days=(7 - back) % 7))
    )


def day_without_year(m: int, d: int, anchor: Anchor | None, tense: Tense) -> Period | None:
    """Return a day of which only month and day are written."""
    if valid_day(2000, m, d) is None:
        return None
    if anchor is None:
        partial = f"--{m:02}-{d:02}"
        return Period(start=partial, end=partial, granularity="day")
    years = [x for y in (-1, 0, 1, 2) if (x := valid_day(anchor.day.year + y, m, d))]
    return day(chosen(years, anchor, tense))


def chosen(days: list[date], anchor: Anchor, tense: Tense) -> date:
    """Return the day that fits the tense: told in the past, not after the anchor; to come, not before it."""
    if not anchor.published:
        return min(days, key=lambda d: abs(d - anchor.day))
    last = max((d for d in days if d <= anchor.day), default=min(days))
    following = min((d for d in days if d >= anchor.day), default=max(days))
    soon = tense == "nearest" and following - anchor.day <= SOON and anchor.day - last >= LONG_AGO
    return following if tense == "future" or soon else last


def month_without_year(m: int, anchor: Anchor | None, tense: Tense) -> Period:
    """Return a month of which no year is written."""
    if anchor is None:
        return Period(start=f"--{m:02}", end=f"--{m:02}", granularity="month")
    if m == anchor.day.month:
        return month(anchor.day.year, m)
    middle = chosen([date(anchor.day.year + y, m, 15) for y in (-1, 0, 1)], anchor, tense)
    return month(middle.year, m)


def offset(zone: str, anchor: Anchor | None) -> int | None:
    """Return how many minutes a time zone lies from UTC; "ET" and its like by the season of the anchor, in the United
    States from the second Sunday of March to the first of November.
    """
    name = zone.upper()
    standard: int | None = words()["daylight_zones"].get(name.title() if len(name) > 3 else name)
    if standard is None:
        found: int | None = words()["zones"].get(name)
        return found
    if anchor is None:
        return standard
    y = anchor.day.year
    return standard + (60 if nth_weekday(y, 3, 6, 2) <= anchor.day < nth_weekday(y, 11, 6, 1) else 0)


def nth_weekday(y: int, m: int, index: int, nth: int) -> date:
    """Return the nth weekday (Monday 0) of a month, the last for `nth` -1."""
    if nth > 0:
        first = date(y, m, 1)
        return first + timedelta(days=(index - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(y + m // 12, m % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - index) % 7)


def ago(count: int, unit: str, anchor: Anchor | None, *, sign: int = -1) -> Period | None:
    """Return "three weeks ago" (or, with sign 1, "in three weeks"), as exact as its unit; None without a day of
    publication.
    """
    if anchor is None or not anchor.published or count > MOST:
        return None
    return shifted(anchor.day, sign * count, unit)


def shifted(start: date, count: int, unit: str) -> Period | None:
    """Return the period that lies a number of days, weeks, months or years after (before, if negative) a day."""
    if unit.startswith("day"):
        return _day_after(start, count)
    if unit.startswith("fortnight"):
        return shifted(start, 2 * count, "weeks")
    if unit.startswith("week"):
        middle = _day_after(start, 7 * count)
        return middle and week(date.fromisoformat(middle.start or ""), middle="around")
    if unit.startswith("month"):
        return month(start.year, start.month + count)
    if unit.startswith("decade"):
        count *= 10
    return year(start.year + count) if 1 <= start.year + count <= 9999 else None


def _day_after(start: date, count: int) -> Period | None:
    try:
        return day(start + timedelta(days=count))
    except OverflowError:
        return None


def week(of: date, *, middle: str = "calendar") -> Period:
    """Return the week of a day from Monday to Sunday, or the seven days around it."""
    first = of - timedelta(days=of.weekday()) if middle == "calendar" else of - timedelta(days=3)
    return between(first, first + timedelta(days=6), "week")


def weekend(anchor: Anchor | None, tense: Tense, which: str = "the") -> Period | None:
    """Return Saturday and Sunday of a weekend; "last" on a weekend is the one before."""
    if anchor is None:
        return None
    back = (anchor.day.weekday() - 5) % 7
    if not anchor.published:
        back = back if back <= 3 else back - 7
    elif which == "next" or tense == "future" or (which == "this" and back > 2 and tense != "past"):
        back -= 7 if back > 1 or which == "next" else 0
    elif which == "last" and back < 2:
        back += 7
    saturday = anchor.day - timedelta(days=back)
    return between(saturday, saturday + timedelta(days=1), "weekend")


def calendar_unit(which: str, unit: str, anchor: Anchor | None, *, step: int | None = None) -> Period | None:
    """Return "last week", "this month", "next year", or the unit that many steps away."""
    if anchor is None or not anchor.published:
        return None
    step = STEPS.get(which.lower(), 0) if step is None else step
    if unit == "week":
        return week(anchor.day + timedelta(days=7 * step))
    return shifted(anchor.day, step, unit)


def lasting(count: int, unit: str, anchor: Anchor | None, *, ahead: bool = False) -> Period | None:
    """Return a stretch that ends with the anchor, "the last two months", or begins with it, "the next two months"."""
    if anchor is None or count > MOST:
        return None
    if unit.startswith("hour"):
        return day(anchor.day) if count <= 24 else None
    other = moved(anchor.day, count if ahead else -count, unit)
    return between(min(anchor.day, other), max(anchor.day, other)) if other else None


def moved(start: date, count: int, unit: str) -> date | None:
    """Return the day that lies a number of days, weeks, months, years or decades after (before, if negative) a day; the
    last of its month where that is shorter.
    """
    try:
        if unit.startswith(("day", "week")):
            return start + timedelta(days=count * (7 if unit.startswith("week") else 1))
        months = {"m": 1, "y": 12, "d": 120}[unit[0]] * count
        y, m = divmod(start.year * 12 + start.month - 1 + months, 12)
        return date(y, m + 1, min(start.day, monthrange(y, m + 1)[1]))
    except (OverflowError, ValueError):
        return None


def part_of(period: Period, part: str) -> Period:
    """Return a part ("evening", "early") of a day or weekday."""
    hours = words()["parts"].get(part)
    if hours is None or period.granularity not in {"day", "weekday"}:
        return period
    if period.granularity == "weekday" or not period.start or period.start.startswith("-"):
        return period
    return Period(start=f"{period.start}T{hours[0]}", end=f"{period.end}T{hours[1]}", granularity="part")


def span(first: Period, last: Period) -> Period | None:
    """Return the period from the start of one to the end of another, None where they are not in order."""
    if (
        not first.start
        or not last.end
        or re.match("-", first.start)
        or re.match("-", last.end)
        or first.start > last.end
    ):
        return None
    return Period(start=first.start, end=last.end, granularity="range")
