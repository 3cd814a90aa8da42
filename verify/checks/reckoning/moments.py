"""Lengths of time against two times of day ("at 21:04 … 34 minutes later, at 21:48"), or a year and the day of publication.

What a length belongs to is told by the words beside it, and a slip of the pen by the figures: the right length is a figure off the stated one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from verify.checks.base import Subject
from verify.checks.reckoning.misfit import Misfit
from verify.checks.spelling import a_letter_off
from verify.language.dates import DateMention
from verify.model import Claim, Span
from verify.values.interval import Interval
from verify.values.period import Period, year

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

BEFORE, BEHIND = re.compile(r"\b(?:after|last(?:ed|ing)|took)\s$"), re.compile(r"\s+(?:later|after)\b")
"""What makes of a length the time between two moments."""
AGO, RETURN = re.compile(r"\s+ago\b"), "anniversary"
"""What makes of a number the years until now."""
TIME_OF_DAY = re.compile(r"\d\d:\d\d")
NEAR, DAY = 2, 24 * 60
MINUTES = {"minute": 1, "hour": 60, "day": DAY, "week": 7 * DAY}
ROUNDED = {"minute": 5, "hour": 1, "day": 1, "week": 1, "year": 1}
"""By how much a length may be off."""


def misfit_moments(subject: Subject) -> Iterator[Misfit]:
    """Yield the lengths of time that are a figure off what two times of day, or a year and today, make."""
    for claim in subject.claims:
        value = claim.value
        if not isinstance(value, Interval) or value.bound != "exact" or value.number is None:
            continue
        unit = value.unit or ("year" if claim.thing and claim.thing.head == RETURN else "")
        makes = _until_now(claim, subject) if unit == "year" else _by_the_clock(claim, unit, subject)
        if makes is None or abs(makes[0] - value.number) <= ROUNDED[unit]:
            continue
        if a_letter_off(f"{makes[0]:.0f}", f"{value.number:g}"):
            first, *last = (subject.location(d.first, d.last) for d in makes[1])
            until = f" to “{last[0].quote}”" if last else ""
            span = Span(start=first.start, end=first.end)
            yield Misfit(claim=claim, span=span, makes=f"about {makes[0]:.0f} {unit}s{until}")


def _by_the_clock(claim: Claim, unit: str, subject: Subject) -> tuple[float, list[DateMention]] | None:
    """Return the time between the two times of day, or days, of a length's sentence and two before, where it says how much later something was."""
    text, where = subject.reading.article.text, claim.location
    if unit not in MINUTES or not (
        BEHIND.match(text, where.end) or BEFORE.search(text[claim.sentence.start : where.start])
    ):
        return None
    at = subject.sentence(claim) or 0
    dates, by_day = _dates(subject, max(0, at - NEAR), at), MINUTES[unit] >= DAY
    near = [d for d in dates if (d.value.granularity == "day" if by_day else _time_of_day(d.value) is not None)]
    if len(near) != 2:
        return None
    minutes = _apart(near[0].value, near[1].value)
    return minutes / MINUTES[unit], near


def _dates(subject: Subject, first: int, last: int) -> list[DateMention]:
    """Return the dates and times that stand in sentences from one to another."""
    sentences = subject.reading.sentences
    start, end = sentences[first].tokens.start, sentences[last].tokens.end
    return [d for d in subject.reading.dates if start <= d.first < end]


def _time_of_day(period: Period) -> str | None:
    if period.granularity == "minute" and period.start:
        return period.start[11:16]
    return period.name if period.granularity == "clock" and TIME_OF_DAY.fullmatch(period.name or "") else None


def _apart(first: Period, last: Period) -> float:
    """Return the minutes from one time to the next; of two days only where both are known."""
    if first.granularity == last.granularity != "clock" and first.start and last.start:
        return (datetime.fromisoformat(last.start) - datetime.fromisoformat(first.start)).total_seconds() / 60
    a, b = (int(t[:2]) * 60 + int(t[3:]) for t in (_time_of_day(first) or "00:00", _time_of_day(last) or "00:00"))
    return (b - a) % DAY


def _is_now(mention: DateMention, length: Tokens, published: date) -> bool:
    """Return whether a date is the year of publication, or told by the length itself ("40 years ago")."""
    return (mention.first < length.end and length.start <= mention.last) or mention.value == year(published.year)


def _until_now(claim: Claim, subject: Subject) -> tuple[float, list[DateMention]] | None:
    """Return the years from the only year of a sentence to publication, where a length has lasted since, was so long ago, or comes round."""
    published, where = subject.reading.article.published, claim.location
    tokens = subject.reading.doc.char_span(where.start, where.end)
    at = subject.sentence(claim)
    if published is None or tokens is None or at is None:
        return None
    dates = [d for d in _dates(subject, at, at) if not _is_now(d, tokens, published)]
    years = [d for d in dates if d.value.granularity in {"year", "range"}]
    if len(years) != 1 or years[0].value.granularity != "year" or not _counts(claim, tokens, years[0], subject):
        return None
    return published.year - int((years[0].value.start or "0")[:4]), years


def _counts(claim: Claim, length: Tokens, since: DateMention, subject: Subject) -> bool:
    """Return whether a number counts the years since one: an anniversary, "40 years ago" right beside it, or what somebody has done."""
    if claim.thing is not None and claim.thing.head == RETURN:
        return True
    if AGO.match(subject.reading.article.text, claim.location.end):
        return 0 <= length.start - since.last - 1 <= 1 or 0 <= since.first - length.end <= NEAR
    if since.value.bound == "since" and abs(since.first - length.end) <= NEAR:
        return True
    verb = next((t for t in length.root.ancestors if any(c.dep_ in {"aux", "cop"} for c in t.children)), None)
    return verb is not None and any(c.lower_ in {"has", "have"} for c in verb.children)
