"""All the ways in which English writes dates and times, in the order in which they are tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from verify.language.absolute_dates import absolute, full_dates, lone
from verify.language.clock_times import clock_times
from verify.language.date_feasts import feasts
from verify.language.date_forms import Pattern, Row
from verify.language.date_stretches import stretches
from verify.language.relative_dates import relative, weekdays, weeks

MONTHS = r"Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec"
SIGNS = {
    "weeks": r"\bweek (?:of|[cbs]\w+ing)\b",
    "full": r"\d",
    "stretches": r"(?:\d0['’]?s|[Qq]uarter|Q[1-4]|H[12]|half|spring|summer|fall|autumn|winter|ties|decade|century)\b"
    r"|week (?:of|in|after|before)|(?:in the|of the|after|before|after the|this) (?:week|month|year|next|last)",
    "feasts": r"\b(?:Day|Eve|Halloween|Fourth|Christmas|Thanksgiving|Easter|Friday|Sunday|Monday|Wednesday|Juneteenth|New Year)",
    "absolute": rf"{MONTHS}|\d/\d",
    "weekdays": r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b",
    "relative": r"(?:day|night|week|month|year|decade|hour|morning|afternoon|evening|omorrow)|[Tt]he \d",
    "lone": rf"{MONTHS}|(?:1[1-9]|20)\d\d",
    "clock": r"\d|noon|[Mm]idday|[Mm]idnight|clock|half|quarter|\bpast\b|minutes (?:to|before|after)"
    r"|\b(?:morning|afternoon|evening|night)\b",
}
"""What a sentence must hold for a group of patterns to be tried; most sentences hold little of it."""


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the patterns; where two match at one place the earlier one holds."""
    groups = {
        "weeks": weeks(),
        "full": full_dates(),
        "stretches": stretches(),
        "feasts": feasts(),
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
