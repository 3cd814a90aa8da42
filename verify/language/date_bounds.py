"""Words before a date that say which part of it is meant ("late last year", "the morning of May 3"), or that it bounds
the time of something ("since Monday").
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from verify.language import calendar
from verify.values.period import Bound, Period, between

if TYPE_CHECKING:
    from spacy.tokens import Span

UNITS = frozenset({"week", "month", "year", "decade", "century"})
AGES = frozenset({"decade", "century"})
SHARE = re.compile(
    r"(?i)\b(?:(?P<short>early|late|mid)(?:[ -]in)?[ -]|(?:the )?(?P<long>beginning|start|middle|end) of )(?:the )?$"
)
PART = re.compile(
    r"(?i)\b(?:the )?(?:early |late )?(?P<part>morning|afternoon|evening|night|early hours) of (?:the )?$"
)
ROUGH = re.compile(r"(?i)\b(?:circa |ca?\. ?)$")
ABOUT = 5
"""Years by which a date can miss that is given for about right."""
BOUND = re.compile(r"(?i)\b(?P<bound>since|until|till|before|after|by)(?: the| early| late)* $")
OTHER: dict[str, Bound] = {"till": "until"}
PLACES = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
MODIFIERS = frozenset({"nmod:poss", "compound", "amod", "nummod", "nmod", "nmod:unmarked"})


def narrowed(value: Period, lead: str) -> tuple[Period, int]:
    """Return the part of a date that the words before it mean, and how many characters of them say so."""
    part = PART.search(lead)
    if part and value.granularity == "day":
        return calendar.part_of(value, part["part"].lower()), len(part[0])
    if (rough := ROUGH.search(lead)) and value.granularity == "year" and (whole := value.days()):
        start, end = whole[0].replace(year=whole[0].year - ABOUT), whole[1].replace(year=whole[1].year + ABOUT)
        return between(start, end, "decade"), len(rough[0])
    share = SHARE.search(lead)
    days = value.days() if value.granularity in UNITS else None
    if share is None or days is None:
        return value, 0
    first, last = _share(days, value.granularity, PLACES[(share["short"] or share["long"]).lower()])
    return between(first, last, "decade" if value.granularity in AGES else "range"), len(share[0])


def _share(days: tuple[date, date], unit: str, place: int) -> tuple[date, date]:
    """Return the first half, the middle half or the last half of a week, month, year, decade or century."""
    first, last = days
    if place == 1:
        quarter = timedelta(days=(last - first).days // 4)
        return first + quarter, last - quarter
    steps = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}
    name, count = steps.get(unit, ("day", ((last - first).days + 1) // 2))
    middle = calendar.moved(first, count, name) or last
    return (first, middle - timedelta(days=1)) if place == 0 else (middle, last)


def bound(tokens: Span, lead: str) -> Bound | None:
    """Return "since" and its like where a date bounds a time; in "after Friday's storm" it is the storm that does."""
    found = BOUND.search(lead)
    if found is None or attributive(tokens):
        return None
    word = found["bound"].lower()
    return OTHER.get(word) or next(b for b in ("since", "until", "before", "after", "by") if b == word)


def attributive(tokens: Span) -> bool:
    """Return whether a date stands before the noun that it describes: "Friday's attack", "the 2016 election"."""
    root = tokens.root
    return root.dep_ in MODIFIERS and root.head.i >= tokens.end
