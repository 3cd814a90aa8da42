"""Dates that belong together: a clock time and its day, the two ends of a stretch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from verify.language import calendar
from verify.language.clock import on_day
from verify.values.period import Period, day, month

Dated = tuple[int, int, Period]
"""First and last character of the words that say when, and what they mean."""

BRIDGE = re.compile(
    r"\s*(?:,|on|at|about|around|just|after|before|shortly|local|time|\(|\)|the|morning of|night of|early|late|\s)*\s*$"
)
TO = re.compile(r"\s*(?:to|through|thru|until|till|[-–])\s*$")
BRACKET = re.compile(r"(?:\s+local)?(?:\s+time)?\s*\(")
YEAR = re.compile(r"\d{4}|(?i:week|year|day)")
WEEKDAY = re.compile(r"(?i)(?:(?:last|on|this) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day")
SHORT = frozenset({"day", "month"})
HALF_DAY = 12 * 60
"""Minutes that the clocks of a place are before or behind UTC at most."""
AND = re.compile(r"\s*and\s*$")
BETWEEN = re.compile(r"(?i)\b(?:between|from)\s*$")


def joined(text: str, found: Iterable[Dated]) -> list[Dated]:
    """Return the dates of a text in order, those that belong together as one."""
    dated = list(_pairs(_dated(text, list(found)), lambda a, b: _explained(text, a, b)))
    told = list(_pairs(dated, lambda a, b: _elsewhere(text, a, b)))
    clocked = list(_pairs(told, lambda a, b: _clocked(text, a, b)))
    return list(_pairs(clocked, lambda a, b: _stretch(text, a, b)))


def _pairs(found: list[Dated], join: Callable[[Dated, Dated], Period | None]) -> Iterator[Dated]:
    i = 0
    while i < len(found):
        value = join(found[i], found[i + 1]) if i + 1 < len(found) else None
        if value is None:
            yield found[i]
            i += 1
        else:
            yield found[i][0], found[i + 1][1], value
            i += 2


def _dated(text: str, found: list[Dated]) -> list[Dated]:
    """Return the dates of a text, one without a year in the year of that with which it is joined ("from April to June 2023")."""
    out = found[-1:]
    for left, right in reversed(list(pairwise(found))):
        between = text[left[1] : right[0]]
        if TO.match(between) or AND.match(between):
            left = left[0], left[1], _in_year_of(out[0][2], left[2], text[left[0] : left[1]])
        out.insert(0, left)
    return out


def _in_year_of(later: Period, value: Period, words: str) -> Period:
    """Return a day or month of which no year is written in the last such before another, of which one is."""
    days, end = value.days(), later.days()
    if YEAR.search(words) or {value.granularity, later.granularity} - SHORT or days is None or end is None:
        return value
    y = end[0].year - (days[0].month > end[0].month)
    if value.granularity == "month":
        return month(y, days[0].month)
    dated = calendar.valid_day(y, days[0].month, days[0].day)
    return day(dated) if dated else value


def _elsewhere(text: str, left: Dated, right: Dated) -> Period | None:
    """Return a time of day behind which the same is told in brackets by the clocks of another place, with the zone that the two tell."""
    here, there = left[2], right[2]
    if not here.granularity == there.granularity == "clock" or not BRACKET.fullmatch(text[left[1] : right[0]]):
        return None
    if here.offset is not None or there.offset is None or not here.name or not there.name:
        return here
    apart = (_minutes(here.name) - _minutes(there.name) + there.offset + HALF_DAY) % (2 * HALF_DAY) - HALF_DAY
    return replace(here, offset=apart)


def _minutes(name: str) -> int:
    """Return the minutes since midnight of the time at the end of a name: "about 08:38"."""
    hours, minutes = name[-5:].split(":")
    return 60 * int(hours) + int(minutes)


def _explained(text: str, left: Dated, right: Dated) -> Period | None:
    """Return the date that brackets give for the day of the week before them: "Monday (May 14)"."""
    days = WEEKDAY.fullmatch(text[left[0] : left[1]]) and left[2].granularity == right[2].granularity == "day"
    return right[2] if days and text[left[1] : right[0]] == " (" and text[right[1] : right[1] + 1] == ")" else None


def _clocked(text: str, left: Dated, right: Dated) -> Period | None:
    """Return a clock time on a day, in either order."""
    if not BRIDGE.match(text[left[1] : right[0]]):
        return None
    return on_day(left[2], right[2]) or on_day(right[2], left[2])


def _stretch(text: str, left: Dated, right: Dated) -> Period | None:
    """Return the time from one date to another: "from May 3 to June 1", "between Monday and Thursday"."""
    between = text[left[1] : right[0]]
    if not TO.match(between) and not (AND.match(between) and BETWEEN.search(text[: left[0]][-12:])):
        return None
    return calendar.span(left[2], right[2])
