"""Ages against years of birth, lengths of time against the years or days beside them."""

from __future__ import annotations

import re
from calendar import month_abbr
from collections.abc import Iterator
from datetime import date

from verify.checks.base import Subject
from verify.checks.reckoning.misfit import Misfit
from verify.model import Span
from verify.values.interval import Interval

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
BORN = re.compile(
    rf"\b[Bb]orn\s+(?:in\s+(?:(?!{MONTH})[A-Z][\w’'-]+,?\s+)+)?(?:on\s+|in\s+)?(?:\d{{1,2}}\s+)?(?:{MONTH}\s+)?(?:\d{{1,2}},?\s+)?(?P<year>(?:18|19|20)\d\d)\b"
)
DIED = re.compile(
    rf"\b(?:died|killed|death)\b[^.;]*?\b(?:in|on)\s+(?:{MONTH}\s+)?(?:\d{{1,2}},?\s+)?(?P<year>(?:18|19|20)\d\d)\b"
)
YEARS = re.compile(
    r"\b(?:from\s+)?(?P<first>(?:18|19|20)\d\d)\s*(?:to|until|till|–|—|-)\s*(?P<last>(?:18|19|20)\d\d)\b"
)
DAYS = re.compile(
    rf"\b(?:from\s+)?(?P<month>{MONTH})\s+(?P<first>\d{{1,2}})\s*(?:to|until|till|through|–|—|-)\s*(?:(?P<until>{MONTH})\s+)?(?P<last>\d{{1,2}})\b"
)
BEHIND, BEFORE = (
    re.compile(r"[\s,(]*(?:(?!for\b)[a-z]+[\s,]){0,2}[\s,(]*"),
    re.compile(r"[\s,)]*(?:an?|the|for|lasting|a total of)?\s*"),
)
"""What may stand between a length of time and its years behind it, or before it."""
LATELY = re.compile(r"\b(?:died|killed)\b[^.;]{0,20}\b(?:(?:on|last) [A-Z][a-z]+day|yesterday|today)\b")
AGE = re.compile(r"\b\d{1,3}(?:-year-old|\s+years? old)|\baged? (?:of )?\d{1,3}\b|, \d{1,2},")
PAST = re.compile(r"\b(?:when|then|at the time|turned|died|killed)\b")
COMMON = 2023
"""A year that is no leap year."""
OFF = {"year": 1, "day": 1, "week": 0.6}
"""How far a length may be off: a birthday is not known, and dates leave open whether both their ends count."""


def misfit_years(subject: Subject) -> Iterator[Misfit]:
    """Yield the ages and lengths of time that the years or days of their sentence do not make."""
    text = subject.reading.article.text
    for claim in subject.claims:
        value = claim.value
        if not isinstance(value, Interval) or value.bound != "exact" or value.number is None:
            continue
        sentence = text[claim.sentence.start : claim.sentence.end]
        found, unit = None, value.unit or ""
        if unit == "year of age":
            found, unit = _age(sentence, subject), "year"
        elif unit in OFF:
            found = _length(sentence, unit, claim.location.start - claim.sentence.start, len(claim.location.quote))
        if found is not None and abs(found[0] - value.number) > OFF[unit]:
            span = Span(start=claim.sentence.start + found[1], end=claim.sentence.start + found[2])
            yield Misfit(claim=claim, span=span, makes=f"about {found[0]:.0f} {unit}s")


def _age(sentence: str, subject: Subject) -> tuple[float, int, int] | None:
    """Return the age that a year of birth makes, at death or else at publication, and where it stands; one person only."""
    born, died = list(BORN.finditer(sentence)), DIED.search(sentence)
    published = subject.reading.article.published
    if len(born) != 1 or len(AGE.findall(sentence)) > 1:
        return None
    now = published is not None and (not PAST.search(sentence) or LATELY.search(sentence))
    at = int(died["year"]) if died else published.year if published and now else None
    return (at - int(born[0]["year"]), born[0].start(), born[0].end()) if at else None


def _length(sentence: str, unit: str, at: int, width: int) -> tuple[float, int, int] | None:
    """Return the length of the years or days beside a length of time in a sentence, and where they stand."""
    found = list((YEARS if unit == "year" else DAYS).finditer(sentence))
    if len(found) != 1:
        return None
    start, end = found[0].span()
    beside = BEHIND.fullmatch(sentence, at + width, start) or BEFORE.fullmatch(sentence, end, at)
    length = _years(found[0]) if unit == "year" else _days(found[0])
    if beside is None or length is None or length <= 0:
        return None
    return length / 7 if unit == "week" else length, start, end


def _years(found: re.Match[str]) -> float:
    return int(found["last"]) - int(found["first"])


def _days(found: re.Match[str]) -> float | None:
    """Return the days from one day to another, half a day added for the last; None for a day that no calendar has."""
    months = [month_abbr[1:].index(m[:3]) + 1 for m in (found["month"], found["until"] or found["month"])]
    try:
        first, last = (date(COMMON, m, int(found[d])) for m, d in zip(months, ("first", "last"), strict=True))
    except ValueError:
        return None
    return (last - first).days + 0.5
