"""Quantities that nothing has: a height at which no aircraft flies, a weight in miles, a sentence without its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from verify.checks.base import Subject
from verify.checks.twice import word_lists
from verify.claims.kinship import sort_of
from verify.claims.quantity.lexicon import ends_before
from verify.model import Claim, Location, Span
from verify.values.comparison import converted
from verify.values.interval import Interval
from verify.values.units import units

BESIDE = 40
"""Characters before a quantity within which the word stands that says what it is of."""
PEOPLE = 8.3e9
"""People on earth."""
UNITLESS = re.compile(
    r"\b(?:sentenced|jailed|imprisoned)\b[^.;]{0,20}\b(?:to|for) (?P<number>\d{1,2}(?:\.\d+)?) (?:in (?:prison|jail|custody)|behind bars)\b"
)


def impossible(subject: Subject) -> Iterator[tuple[Location, str]]:
    """Yield where a quantity stands that cannot be, and why."""
    article = subject.reading.article
    for claim in subject.claims:
        why = _why(claim, article.text)
        if why is not None:
            yield claim.location, why
    for m in UNITLESS.finditer(article.text):
        yield article.location(Span(start=m.start("number"), end=m.end("number"))), "of what"


def _why(claim: Claim, text: str) -> str | None:
    """Return why a quantity cannot be, None where it can."""
    value = claim.value
    if not isinstance(value, Interval) or value.number is None:
        return None
    if value.unit is None:
        people = claim.thing is not None and sort_of(claim.thing) == "person"
        return "more than all people on earth" if people and value.number > PEOPLE else None
    start, known = claim.location.start, units().get(value.unit)
    for row in word_lists()["limits"]["rows"] if known is not None else ():
        before = re.compile(rf"\b(?:{'|'.join(row['words'])})\b[^.;,]{{0,{BESIDE}}}?$", re.I)
        if ends_before(before, text, start) is not None and known is not None:
            return _beyond(row, value, known.kind)
    return None


def _beyond(row: dict[str, Any], value: Interval, kind: str) -> str | None:
    """Return how a value breaks a row of the limits, None where it does not."""
    if kind in row.get("never", ()):
        return f"a {kind} for a {row['kind']}"
    there = converted(value, row["unit"]) if kind == row["kind"] and "unit" in row else None
    beyond = there is not None and there.number is not None and there.number > row["most"]
    return f"beyond {row['most']} {row['unit']}s" if beyond else None
