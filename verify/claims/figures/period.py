"""The period of an amount: that which hangs nearest to the amount, its measure or its verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.figures.naming import mentions
from verify.claims.quantity.measure_words import listed, noun_measure
from verify.claims.quantity.measures import Measure, measures_in
from verify.language import calendar
from verify.language.grammar.arguments import case_of
from verify.language.grammar.governor import has_copula
from verify.model import ReportingPeriod
from verify.values.period import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

MOST = 10


def period_of(measure: Measure, reading: Reading) -> ReportingPeriod | None:
    """Return the period of an amount: that told nearest to it, at the amount, its measure or its verb; None where it is not one.

    Of an amount that another is compared with ("from $2bn in 2021") only its own period is.
    """
    earlier = any(case_of(t) in listed("direction", "bases") for t in measure.path)
    rungs = _rungs(measure)
    told: dict[int, list[ReportingPeriod]] = {}
    for sentence in dict.fromkeys(t.sent for t in (*measure.path, measure.word)):
        for token, reference in mentions(sentence, reading):
            rank = _rank(token, rungs)
            if rank is not None and (rank == 0 or not earlier):
                told.setdefault(rank, []).append(reference)
    return _joined(told[min(told)]) if told else None


def label(period: ReportingPeriod) -> str:
    """Return a period in a few words: "fourth quarter of 2022", "first half", "March 2021", "2023"."""
    of_year = f" of {period.year}" if period.year else ""
    if period.kind == "year":
        return str(period.year) if period.year else f"{period.relative or 'full'} year"
    if period.kind == "month" and period.number:
        return MONTHS[period.number - 1] + of_year.replace(" of", "")
    ordinal = next((f"{word} " for word, n in calendar.words()["ordinals"].items() if n == period.number), "")
    return f"{ordinal}{period.kind}{of_year}"


def _joined(found: list[ReportingPeriod]) -> ReportingPeriod | None:
    """Return one period of those that stand in one place: a quarter takes the year beside it; None for two of one kind."""
    years = [r for r in found if r.kind == "year"]
    others = [r for r in found if r.kind != "year"]
    if len(set(others)) > 1 or len({r.year for r in years if r.year}) > 1:
        return None
    year = next((r for r in years if r.year), years[0] if years else None)
    if not others:
        return year
    return replace(others[0], year=others[0].year or year.year) if year else others[0]


def _rungs(measure: Measure) -> tuple[frozenset[Token], ...]:
    """Return the words on which the period of an amount can hang, the nearest first; those of a measure that "it" takes up come last."""
    path, word = frozenset(measure.path), measure.word
    told = {word, *measures_in(word)}
    near, far = frozenset(t for p in measure.path for t in _verbs(p)), frozenset(_verbs(word))
    if measure.path and not near & far and word.pos_ != "VERB":
        return path, near, frozenset(told), far
    return path, frozenset() if word.pos_ == "VERB" else frozenset(told), near | far


def _rank(token: Token, rungs: Sequence[frozenset[Token]]) -> int | None:
    """Return how near a period is to an amount, None for that of another."""
    at = token
    for _ in range(MOST):
        rank = next((i for i, rung in enumerate(rungs) if at in rung), None)
        if rank is not None or _stops(at):
            return rank
        at = at.head
    return None


def _stops(at: Token) -> bool:
    """Return whether what hangs on a word is no longer of the measure: another clause or measure, what an amount is compared with."""
    predicate = at.pos_ == "VERB" or any(c.dep_ in {"cop", "nsubj"} for c in at.children)
    bearer = case_of(at) == "from" and noun_measure(at.head) is not None
    compared = case_of(at) in listed("direction", "bases") and not bearer
    return at.head == at or predicate or noun_measure(at) is not None or compared


def _verbs(word: Token) -> Iterator[Token]:
    """Yield the predicates above a word: that of its clause, those that the clause completes, and the first of several."""
    at = word
    for _ in range(MOST):
        if at.pos_ in {"VERB", "AUX"} or (at == word and has_copula(at)):
            yield at
            if at.dep_ not in {"xcomp", "acl"} and not (at.dep_ == "conj" and at.head.pos_ == "VERB"):
                return
        if at.head == at:
            return
        at = at.head
