"""One amount or one trend in two periods: sales of exactly $5bn "in 2023" beside "in 2024", a decline "in the third quarter" beside "in the fourth".

Measure and bearer are the same, and neither article mentions the period of the other anywhere: one of them then has the wrong one. Nothing is made of
articles that were published in different years or, for quarters, more than a month apart: they may each tell of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

from verify.align.contrasts.base import Contrast, contrast
from verify.align.contrasts.surroundings import asserted
from verify.align.contrasts.trends import ONE, Trend, akin, trend_claim
from verify.align.figures import Basis
from verify.align.figures import bearer as bearers
from verify.align.figures.naming import mentions
from verify.claims.framed import framed
from verify.model import Claim, Span
from verify.values.interval import Interval, compare
from verify.values.period import year

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

LABELS = ("the same measure", "the same bearer", "another period in its place")
NOTE = "said of the same measure, the other year not mentioned"
QUARTER_NOTE = "said of the same measure, the other quarter not mentioned"
MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Yearly:
    """An exact amount of a measure in a year that is written out."""

    reading: Reading
    year: Token
    value: Interval
    basis: Basis


def find_periods(left: Sequence[Yearly], right: Sequence[Yearly]) -> Iterator[Contrast]:
    """Yield the years to which two articles give one amount of one measure."""
    for a, b in product(left, right):
        if not _matches(a, b) or _mentions(a.reading, b.year.text) or _mentions(b.reading, a.year.text):
            continue
        if found := contrast(_claim(a), _claim(b), labels=LABELS, note=NOTE):
            yield found


def find_quarters(left: Sequence[Trend], right: Sequence[Trend]) -> Iterator[Contrast]:
    """Yield the quarters to which two articles give one rise or fall of one measure."""
    for a, b in product(left, right):
        if not _moves_alike(a, b) or _has_quarter(a.reading, b) or _has_quarter(b.reading, a):
            continue
        if found := contrast(trend_claim(a), trend_claim(b), labels=LABELS, note=QUARTER_NOTE):
            yield found


def _moves_alike(a: Trend, b: Trend) -> bool:
    """Return whether two reported trends are one, but for the quarter."""
    told = [(t.way, t.basis.measure, t.basis.outlook, t.sequential) for t in (a, b)]
    quarters = [
        t.basis.period.number for t in (a, b) if t.basis.period is not None and t.basis.period.kind == "quarter"
    ]
    days = [t.reading.article.published for t in (a, b)]
    near = days[0] is None or days[1] is None or abs(days[0] - days[1]) <= MONTH
    return told[0] == told[1] and len(set(quarters)) == 2 and None not in quarters and near and akin(a, b)


def _has_quarter(reading: Reading, trend: Trend) -> bool:
    """Return whether an article mentions the quarter of another's trend anywhere."""
    number = trend.basis.period.number if trend.basis.period is not None else None
    found = (r for s in reading.sentences for _, r in mentions(s.tokens, reading))
    return any(r.kind == "quarter" and r.number in {number, None} for r in found)


def _matches(a: Yearly, b: Yearly) -> bool:
    """Return whether two amounts are one, but for the year."""
    told = [(x.basis.measure, x.basis.outlook, x.basis.aspect) for x in (a, b)]
    days = [x.reading.article.published for x in (a, b)]
    if told[0] != told[1] or (days[0] and days[1] and days[0].year != days[1].year):
        return False
    return bearers.likeness(a.basis.bearer, b.basis.bearer) in ONE and compare(a.value, b.value) == "equal"


def _mentions(reading: Reading, written: str) -> bool:
    return any(t.text == written for t in reading.doc)


def _claim(amount: Yearly) -> Claim | None:
    token = amount.year
    return framed("date", (token.i, token.i), year(int(token.text)), amount.reading, head=token)


def yearly(reading: Reading, known: Mapping[Span, Basis]) -> tuple[Yearly, ...]:
    """Return the exact amounts of an article, given by place, of which the sentence writes out the year."""
    return tuple(y for at, basis in known.items() if (y := _yearly(at, basis, reading)) is not None)


def _yearly(at: Span, basis: Basis, reading: Reading) -> Yearly | None:
    value, period = basis.value, basis.period
    tokens = reading.doc.char_span(at.start, at.end, alignment_mode="expand")
    if value is None or value.bound != "exact" or period is None or period.kind != "year" or tokens is None:
        return None
    token = next((t for t in tokens.sent if t.text == str(period.year)), None)
    if token is None or not asserted(tokens[0], reading):
        return None
    return Yearly(reading=reading, year=token, value=value, basis=basis)
