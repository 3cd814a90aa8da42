"""Dates that belong together: a clock time and its day, the two ends of a stretch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from verify.language import calendar
from verify.language.clock import on_day
from verify.values.period import Period

Dated = tuple[int, int, Period]
"""First and last character of the words that say when, and what they mean."""

BRIDGE = re.compile(
    r"\s*(?:,|on|at|about|around|just|after|before|shortly|local|time|\(|\)|the|morning of|night of|early|late|\s)*\s*$"
)
TO = re.compile(r"\s*(?:to|through|thru|until|till|[-–])\s*$")
AND = re.compile(r"\s*and\s*$")
BETWEEN = re.compile(r"(?i)\b(?:between|from)\s*$")


def joined(text: str, found: Iterable[Dated]) -> list[Dated]:
    """Return the dates of a text in order, those that belong together as one."""
    clocked = list(_pairs(list(found), lambda a, b: _clocked(text, a, b)))
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
