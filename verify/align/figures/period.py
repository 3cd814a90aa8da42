"""The period that an amount is of: a quarter, a half, a full year, a month, with its number and its year where they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verify.align.figures.bearer import Likeness
from verify.claims.quantity.measures import Measure, case_of, listed, measures_in, noun_measure, word_lists
from verify.language import calendar
from verify.values.period import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from verify.language.reading import Reading

YEAR = re.compile(r"(?:19|20)\d\d$")
QUARTER = re.compile(r"q([1-4])$")
AGO = frozenset({"earlier", "ago", "before", "-"})
RELATIVE = frozenset({"this", "last", "next", "previous", "prior", "comparable", "past"})
NO_PERIOD = frozenset({"a", "an", "each", "every", "per"})
BETWEEN = frozenset({"-", "fiscal", "financial", "full", "of", "in", ",", "the", "for"})
REACH, MOST = 4, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference period: `kind` (quarter, half, year, month), which one of its year, its year, and "last" or "next" where that is all."""

    kind: str
    number: int | None = None
    year: int | None = None
    relative: str | None = None

    def label(self) -> str:
        """Return the period in a few words: "fourth quarter of 2022", "first half", "March 2021", "2023"."""
        if self.kind == "year":
            return str(self.year) if self.year else f"{self.relative or 'full'} year"
        named = (
            MONTHS[self.number - 1] if self.kind == "month" and self.number else f"{_ordinal(self.number)}{self.kind}"
        )
        return (
            named
            if self.year is None
            else f"{named} {self.year}"
            if self.kind == "month"
            else f"{named} of {self.year}"
        )


def _ordinal(number: int | None) -> str:
    return next((f"{word} " for word, n in calendar.words()["ordinals"].items() if n == number), "")


def likeness(a: Reference | None, b: Reference | None) -> Likeness:
    """Return how two reference periods compare; a quarter is never a year."""
    if a is None or b is None:
        return "unstated" if a is b else "open"
    if a.kind != b.kind or any(
        _apart(x, y) for x, y in ((a.number, b.number), (a.year, b.year), (a.relative, b.relative))
    ):
        return "other"
    if a.kind == "year":
        return "same" if (a.year, a.relative) == (b.year, b.relative) else "open"
    return "same" if a.number == b.number else "open"


def _apart(x: object, y: object) -> bool:
    return x is not None and y is not None and x != y


def period_of(measure: Measure, reading: Reading) -> Reference | None:
    """Return the period of an amount: that told nearest to it, at the amount, its measure or its verb; None where it is not one.

    Of an amount that another is compared with ("from $2bn in 2021") only its own period is.
    """
    earlier = any(case_of(t) in listed("direction", "bases") for t in measure.path)
    rungs = _rungs(measure)
    told: dict[int, list[Reference]] = {}
    for sentence in dict.fromkeys(t.sent for t in (*measure.path, measure.word)):
        for token, reference in mentions(sentence, reading):
            rank = _rank(token, rungs)
            if rank is not None and (rank == 0 or not earlier):
                told.setdefault(rank, []).append(reference)
    return _joined(told[min(told)]) if told else None


def _joined(found: list[Reference]) -> Reference | None:
    """Return one period of those that stand in one place: a quarter takes the year beside it; None for two of one kind."""
    years = [r for r in found if r.kind == "year"]
    others = [r for r in found if r.kind != "year"]
    if len(set(others)) > 1 or len({r.year for r in years if r.year}) > 1:
        return None
    year = next((r for r in years if r.year), years[0] if years else None)
    if not others:
        return year
    return replace(others[0], year=others[0].year or year.year) if year else others[0]


def _months() -> dict[str, str]:
    return {number: str(kind) for number, kind in word_lists()["months"].items()}


def mentions(sentence: TokenSpan, reading: Reading) -> Iterator[tuple[Token, Reference]]:
    """Yield the reference periods that a sentence names, each with its head."""
    taken: set[int] = set()
    for token in sentence:
        kind = next((k for k, words in word_lists()["periods"].items() if token.lower_ in words), None)
        if kind is not None and (found := _named(token, kind, reading, taken)) is not None:
            yield token, found
        elif token.lower_ == "months" and token.i > sentence.start and (kind := _months().get(token.nbor(-1).lower_)):
            taken |= {t.i for t in token.doc[token.i : min(sentence.end, token.i + REACH)]}
            yield token, Reference(kind=kind)
        elif (match := QUARTER.match(token.lower_)) is not None:
            yield token, Reference(kind="quarter", number=int(match[1]), year=_year_behind(token, taken))
    for mention in reading.dates:
        start, within = mention.value.start, range(mention.first, mention.last + 1)
        inside = sentence.start <= mention.first < sentence.end and not taken & set(within)
        if inside and mention.value.granularity == "month" and start:
            taken |= set(within)
            year, number = (None, start[2:4]) if start.startswith("--") else (int(start[:4]), start[5:7])
            yield reading.doc[mention.first], Reference(kind="month", number=int(number), year=year)
    for token in sentence:
        if token.i not in taken and YEAR.match(token.text) and (token.i == 0 or token.nbor(-1).pos_ != "SYM"):
            yield token, Reference(kind="year", year=int(token.text))


def _named(token: Token, kind: str, reading: Reading, taken: set[int]) -> Reference | None:
    """Return the period that a noun or an adjective names, None where it names none ("a year earlier", "two quarters")."""
    doc, before = token.doc, [t.lower_ for t in token.doc[max(token.sent.start, token.i - REACH) : token.i]]
    if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in AGO and doc[token.i + 1].dep_ != "punct":
        return None
    near = before[-1:] if kind == "year" else [w for w in before if w not in BETWEEN][-1:]
    if token.tag_ == "NNS" or (near and near[-1] in NO_PERIOD) or before[-1:] == ["on"]:
        return None
    ordinals = calendar.words()["ordinals"]
    number = next((ordinals[w] for w in near if w in ordinals), None)
    if number is None and near and near[-1] in {"final", "latter"}:
        number = {"quarter": 4, "half": 2}.get(kind)
    if kind == "half" and number is None:
        return None
    relative = next((w for w in near if w in RELATIVE), None)
    resolved = _resolved(token, kind, reading)
    year = _year_behind(token, taken) or (int(resolved[:4]) if resolved else None)
    number = int(resolved[5:7]) if resolved and kind == "month" else number
    taken.add(token.i)
    return Reference(kind=kind, number=number, year=year, relative=None if year else relative)


def _year_behind(token: Token, taken: set[int]) -> int | None:
    """Return the year right behind a period ("quarter of 2022", "fiscal year 2023") or right before it ("2023 annual")."""
    for t in token.doc[token.i + 1 : min(token.sent.end, token.i + 1 + REACH)]:
        if YEAR.match(t.text):
            taken.add(t.i)
            return int(t.text)
        if t.lower_ not in BETWEEN and t.lower_ not in {"year", "fiscal"}:
            return None
    return None


def _resolved(token: Token, kind: str, reading: Reading) -> str | None:
    """Return the first day of the year or the month that "last year" or "this month" is, None where no date is known."""
    values = (d.value for d in reading.dates if d.first <= token.i <= d.last and d.value.granularity == kind)
    return next((v.start for v in values if v.start and v.start[0] != "-"), None)


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
        if at.pos_ in {"VERB", "AUX"} or (at == word and any(c.dep_ == "cop" for c in at.children)):
            yield at
            if at.dep_ not in {"xcomp", "acl"} and not (at.dep_ == "conj" and at.head.pos_ == "VERB"):
                return
        if at.head == at:
            return
        at = at.head
