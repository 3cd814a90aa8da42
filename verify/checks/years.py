"""Ages against years of birth, lengths of time against the dates beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.checks.base import Subject
from verify.checks.misfit import Misfit
from verify.model import Span
from verify.values.interval import Interval

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
BORN = re.compile(rf"\bborn\s+(?:on\s+|in\s+)?(?:{MONTH}\s+)?(?:\d{{1,2}},?\s+)?(?P<year>(?:18|19|20)\d\d)\b")
DIED = re.compile(
    rf"\b(?:died|killed|death)\b[^.;]*?\b(?:in|on)\s+(?:{MONTH}\s+)?(?:\d{{1,2}},?\s+)?(?P<year>(?:18|19|20)\d\d)\b"
)
YEARS = re.compile(
    r"\b(?:from\s+)?(?P<first>(?:18|19|20)\d\d)\s*(?:to|until|till|–|—|-)\s*(?P<last>(?:18|19|20)\d\d)\b"
)
AGE = re.compile(r"\b\d{1,3}(?:-year-old|\s+years? old)|\baged? (?:of )?\d{1,3}\b|, \d{1,2},")
PAST = re.compile(r"\b(?:when|then|at the time|turned|died|killed)\b")
BIRTHDAY = 1
"""Years by which an age may be off, because the birthday is not known; dates of beginning and end leave as much open."""


def misfit_years(subject: Subject) -> Iterator[Misfit]:
    """Yield the ages and lengths of time that the years of their sentence do not make."""
    text = subject.reading.article.text
    for claim in subject.claims:
        sentence = text[claim.sentence.start : claim.sentence.end]
        value = claim.value
        if not isinstance(value, Interval) or value.bound != "exact" or value.number is None:
            continue
        found = _age(sentence, subject) if claim.kind == "age" and value.unit == "year of age" else None
        if claim.kind == "measure" and value.unit == "year":
            found = _length(sentence)
        if found is not None and abs(found[0] - value.number) > BIRTHDAY:
            span = Span(start=claim.sentence.start + found[1], end=claim.sentence.start + found[2])
            yield Misfit(claim=claim, span=span, makes=f"about {found[0]} years")


def _age(sentence: str, subject: Subject) -> tuple[int, int, int] | None:
    """Return the age that a year of birth makes, at death or else at publication, and where it stands; one person only."""
    born, died = list(BORN.finditer(sentence)), DIED.search(sentence)
    published = subject.reading.article.published
    if len(born) != 1 or len(AGE.findall(sentence)) > 1:
        return None
    at = int(died["year"]) if died else published.year if published and not PAST.search(sentence) else None
    return (at - int(born[0]["year"]), born[0].start(), born[0].end()) if at else None


def _length(sentence: str) -> tuple[int, int, int] | None:
    """Return the years between the two that a sentence names, and where they stand."""
    found = list(YEARS.finditer(sentence))
    if len(found) != 1:
        return None
    return int(found[0]["last"]) - int(found[0]["first"]), found[0].start(), found[0].end()
