"""Rests that no whole leaves ("the other four")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verify.checks.base import Subject
from verify.checks.reckoning.misfit import Misfit
from verify.checks.reckoning.parts import exact
from verify.claims import Number, kind_of
from verify.claims.quantity.lexicon import ends_before
from verify.claims.quantity.numerals import numerals
from verify.language.parsed import Sentence
from verify.model import Claim, Span
from verify.values.amounts import figures
from verify.values.interval import Interval

REST = re.compile(r"\bthe (?:other|remaining)\s", re.I)
OTHER = re.compile(r"\bthe (?:other|remaining)\s$", re.I)
SINGLE = re.compile(r"\b(?:an?|another|one)\b", re.I)
MOST = 1000
"""The largest rest that is looked at."""


def misfit_rests(subject: Subject) -> Iterator[Misfit]:
    """Yield the rests of which no number of the article is the whole."""
    counts, text = [c for c in subject.claims if exact(c) is not None], subject.reading.article.text
    for claim in counts:
        if REST.search(text, max(0, claim.location.start - len("the remaining ")), claim.location.end):
            yield from _rest(claim, counts, subject)
    yield from _rest_of_a_hundred(subject)


def _rest_of_a_hundred(subject: Subject) -> Iterator[Misfit]:
    """Yield "the other 30 percent" where no percentages right before it leave so many."""
    text = subject.reading.article.text
    shares = [c for c in subject.claims if kind_of(c).number is Number.SHARE and isinstance(c.value, Interval)]
    for at, claim in enumerate(shares):
        before = [c for c in shares[:at] if c.sentence.start >= _before(claim, subject).span.start]
        numbers = [c.value.number or 0 for c in before if isinstance(c.value, Interval)]
        rest = claim.value.number if isinstance(claim.value, Interval) and claim.value.bound == "exact" else None
        if rest is None or not numbers or not ends_before(OTHER, text, claim.location.start):
            continue
        if all(abs(100 - rest - sum(numbers[-n:])) > 1 for n in range(1, len(numbers) + 1)):
            span = Span(start=before[-1].location.start, end=claim.location.end)
            yield Misfit(claim=claim, span=span, makes=f"{figures(numbers[-1] + rest)} percent")


def _rest(claim: Claim, counts: Sequence[Claim], subject: Subject) -> Iterator[Misfit]:
    """Yield a rest that makes no number of the article together with any of the parts before it."""
    text = subject.reading.article.text
    parts = [c for c in counts if c.sentence == claim.sentence and c.location.start < claim.location.start]
    known = {n.number for n in numerals(text) if not n.vague}
    rest = exact(claim) or 0
    near = numerals(text[_before(claim, subject).span.start : claim.location.start])
    terms = [int(n.number) for n in near if not n.vague and 0 < n.number <= MOST and n.number == int(n.number)]
    terms += [1] * len(SINGLE.findall(text[claim.sentence.start : claim.location.start]))
    wholes = {rest + s for s in _sums(terms)}
    if parts and rest <= MOST and not wholes & known:
        parts = [p for p in parts if not any(q.location.start < p.location.start < q.location.end for q in parts)]
        span = Span(start=parts[0].location.start, end=claim.location.end)
        yield Misfit(
            claim=claim, span=span, makes=f"{rest + sum(exact(p) or 0 for p in parts)}, which the article does not give"
        )


def _before(claim: Claim, subject: Subject) -> Sentence:
    """Return the sentence before a claim's, or its own where that is the first."""
    sentences = subject.reading.sentences
    return sentences[max(0, (subject.sentence(claim) or 0) - 1)]


def _sums(terms: Sequence[int]) -> set[int]:
    """Return the sums of one or more of a few numbers."""
    sums = {0}
    for term in terms[-8:]:
        sums |= {s + term for s in sums}
    return sums - {0}
