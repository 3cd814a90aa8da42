"""The reporting periods that a sentence names: "the fourth quarter", "Q2 2023", "the first half", "annual", "the three months to March"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.quantity.measure_words import word_lists
from verify.language import calendar
from verify.model import ReportingPeriod

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
REACH = 4


def _months() -> dict[str, str]:
    return {number: str(kind) for number, kind in word_lists()["months"].items()}


def mentions(sentence: TokenSpan, reading: Reading) -> Iterator[tuple[Token, ReportingPeriod]]:
    """Yield the reporting periods that a sentence names, each with its head."""
    taken: set[int] = set()
    for token in sentence:
        kind = next((k for k, words in word_lists()["periods"].items() if token.lower_ in words), None)
        if kind is not None and (found := _named(token, kind, reading, taken)) is not None:
            yield token, found
        elif token.lower_ == "months" and token.i > sentence.start and (kind := _months().get(token.nbor(-1).lower_)):
            taken |= {t.i for t in token.doc[token.i : min(sentence.end, token.i + REACH)]}
            yield token, ReportingPeriod(kind=kind)
        elif (match := QUARTER.match(token.lower_)) is not None:
            yield token, ReportingPeriod(kind="quarter", number=int(match[1]), year=_year_behind(token, taken))
    for mention in reading.dates:
        start, within = mention.value.start, range(mention.first, mention.last + 1)
        inside = sentence.start <= mention.first < sentence.end and not taken & set(within)
        if inside and mention.value.granularity == "month" and start:
            taken |= set(within)
            year, number = (None, start[2:4]) if start.startswith("--") else (int(start[:4]), start[5:7])
            yield reading.doc[mention.first], ReportingPeriod(kind="month", number=int(number), year=year)
    for token in sentence:
        if token.i not in taken and YEAR.match(token.text) and (token.i == 0 or token.nbor(-1).pos_ != "SYM"):
            yield token, ReportingPeriod(kind="year", year=int(token.text))


def _named(token: Token, kind: str, reading: Reading, taken: set[int]) -> ReportingPeriod | None:
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
    if kind == "month":  # "the fourteenth month in a row" is none of the calendar's twelve
        number = int(resolved[5:7]) if resolved else None
    taken.add(token.i)
    return ReportingPeriod(kind=kind, number=number, year=year, relative=None if year else relative)


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
