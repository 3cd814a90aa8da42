"""Whether two sentences tell of one time: what happened in another year or month is another event."""

from __future__ import annotations

from datetime import date

from verify.language.reading import Reading
from verify.model import Span

ONE_NEWS = 31
"""Days beyond which two dates are of two matters."""


def at_two_times(left: Span, right: Span, reading: Reading) -> bool:
    """Return whether the dates of two sentences lie far apart; a sentence without a date is of the day of publication."""
    published = reading.article.published
    first, second = (days_in(s, reading) or ([published] if published else []) for s in (left, right))
    return bool(first and second) and min(abs((x - y).days) for x in first for y in second) > ONE_NEWS


def days_in(span: Span, reading: Reading) -> list[date]:
    """Return the first and the last day of each date in a sentence."""
    doc = reading.doc
    periods = (m.value.days() for m in reading.dates if span.start <= doc[m.first].idx < span.end)
    return [day for ends in periods if ends for day in ends]
