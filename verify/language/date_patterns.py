"""All the ways in which English writes dates and times, in the order in which they are tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from verify.language.absolute_dates import absolute, full_dates, lone
from verify.language.clock_times import clock_times
from verify.language.date_forms import Pattern, Row
from verify.language.relative_dates import relative, weekdays

MONTHS = r"Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec"
SIGNS = {
    "full": r"\d",
    "absolute": rf"{MONTHS}|\d0s|[Qq]uarter|spring|summer|fall|autumn|winter|Day\b|Eve\b|Halloween|Fourth",
    "weekdays": r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b",
    "relative": r"(?:day|night|week|month|year|decade|hour|morning|afternoon|evening|omorrow)|[Tt]he \d",
    "lone": rf"{MONTHS}|(?:19|20)\d\d",
    "clock": r"\d|noon|[Mm]idday|[Mm]idnight|clock|\b[ap]\.?m|half|quarter",
}
"""What a sentence must hold for a group of patterns to be tried; most sentences hold little of it."""


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the patterns; where two match at one place the earlier one holds."""
    groups = {
        "full": full_dates(),
        "absolute": absolute(),
        "weekdays": weekdays(),
        "relative": relative(),
        "lone": lone(),
        "clock": clock_times(),
    }
    return tuple(pattern for name, rows in groups.items() for pattern in _compiled(name, rows))


@cache
def signs_of() -> frozenset[re.Pattern[str]]:
    """Return the signs of all patterns."""
    return frozenset(pattern.sign for pattern in patterns())


def _compiled(name: str, rows: Iterable[Row]) -> Iterator[Pattern]:
    sign = re.compile(SIGNS[name])
    for text, make, after in rows:
        yield Pattern(regex=re.compile(text), make=make, after=after, sign=sign, full=name == "full")
