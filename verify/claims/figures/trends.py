"""The rises and falls of measures that a text tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.claims.details.around import asserted
from verify.claims.figures.context import told_of
from verify.claims.quantity.measure_words import listed, moves, moving
from verify.claims.quantity.measures import measure_moved, stepped
from verify.language.grammar.assertion import is_negated
from verify.model import FigureContext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from verify.language.reading import Reading
    from verify.values.extent import Change

MOVING = frozenset({"VERB", "NOUN", "ADV", "ADJ"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trend:
    """A rise or a fall of a measure in a period, with the word that tells it; `sequential` marks one held against the period before."""

    word: Token
    measure: Token
    way: Change
    context: FigureContext
    sequential: bool


def trends(reading: Reading) -> Iterator[Trend]:
    """Yield the rises and falls of measures in a stated period that an article plainly asserts."""
    found = (_trend(token, reading) for sentence in reading.sentences for token in sentence.tokens)
    yield from (t for t in found if t is not None)


def is_trend(token: Token, reading: Reading) -> bool:
    """Return whether a word tells a rise or a fall that is compared by measure and period."""
    return _trend(token, reading) is not None


def _trend(word: Token, reading: Reading) -> Trend | None:
    way = _way(word)
    measure = measure_moved(word) if way else None
    if way is None or measure is None or not asserted(word, reading) or _denied(word):
        return None
    context = told_of(measure, reading)
    sequential = any(t.lower_ in listed("direction", "sequential") for t in word.sent)
    if context.period is None or context.listed:
        return None
    return Trend(word=word, measure=measure.word, way=way, context=context, sequential=sequential)


def _denied(word: Token) -> bool:
    above = word.head
    return is_negated(word) or (word.pos_ == "NOUN" and above.pos_ == "VERB" and is_negated(above))


def _way(word: Token) -> Change | None:
    """Return which way a word has its measure move."""
    if word.pos_ not in MOVING:
        return None
    lemma = word.lemma_.lower()
    if word.pos_ == "VERB" and lemma in moving() and any(c.dep_ == "obj" and c.pos_ == "NOUN" for c in word.children):
        return (
            "up"
            if lemma in listed("direction", "raising")
            else "down"
            if lemma in listed("direction", "lowering")
            else None
        )
    return stepped(word) or moves(word)
