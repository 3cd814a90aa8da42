"""One measure that rises in one article and falls in the other: "a fourth-quarter increase in sales" beside "sales fell in the fourth quarter".

Measure, bearer and period must be the same, whatever the sentences are like. Only a statement of the same measure and period in the article itself
keeps it silent: that the full year brought an increase says nothing of the quarter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Literal

from verify.align.contrasts.base import Contrast, contrast
from verify.align.contrasts.surroundings import asserted
from verify.align.figures import Basis, basis_of
from verify.align.figures import bearer as bearers
from verify.align.figures import period as periods
from verify.claims.framed import framed
from verify.claims.quantity.measure_words import listed, moves
from verify.claims.quantity.measures import STEPS, measure_moved
from verify.language.grammar.assertion import is_negated
from verify.model import Claim, Thing
from verify.values.name import ORGANISATION, PERSON, Name

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

LABELS = ("the same measure", "the same period", "words that exclude each other")
NOTE = "said of the same measure and period"
ONE = frozenset({"same", "firm", "unstated"})
"""How the bearers of one trend or amount compare where the sentences say nothing else."""
OWNERS = frozenset({ORGANISATION, PERSON, "country"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trend:
    """A rise or a fall of a measure in a period, with the word that tells it."""

    reading: Reading
    word: Token
    measure: Token
    way: Literal["up", "down"]
    basis: Basis
    sequential: bool


def find_trends(left: Sequence[Trend], right: Sequence[Trend]) -> Iterator[Contrast]:
    """Yield the rises and falls of two articles that cannot both hold."""
    for a, b in product(left, right):
        if a.way == b.way or not alike(a, b) or _says(left, b) or _says(right, a):
            continue
        if found := contrast(trend_claim(a), trend_claim(b), labels=LABELS, note=NOTE):
            yield found


def alike(a: Trend, b: Trend) -> bool:
    """Return whether two trends are of one measure, bearer and period, and held against the same earlier time."""
    same = (a.basis.measure, a.basis.outlook, a.sequential) == (b.basis.measure, b.basis.outlook, b.sequential)
    return same and periods.likeness(a.basis.period, b.basis.period) == "same" and akin(a, b)


def akin(a: Trend, b: Trend) -> bool:
    """Return whether two trends have one bearer; a kind and a brand can where the kind is what the other article is about."""
    if bearers.likeness(a.basis.bearer, b.basis.bearer) in ONE:
        return True
    if not a.basis.bearer.words & b.basis.bearer.words:
        return False
    return any(_opens_with(x, y.reading) for x, y in ((a, b), (b, a)))


def _opens_with(trend: Trend, other: Reading) -> bool:
    """Return whether the first sentence of another article has all that tells the bearer of a trend, no firm, country or person among it."""
    bearer, first = trend.basis.bearer, next(iter(other.sentences), None)
    owners = {e.name for e in trend.reading.entities.all if e.type in OWNERS}
    if first is None or bearer.names & owners:
        return False
    text = other.article.text[first.span.start : first.span.end].lower()
    words = {w for t in first.tokens for w in (t.lower_, t.lemma_.lower())}
    return bearer.words <= words and all(name.lower() in text for name in bearer.names)


def _says(own: Sequence[Trend], other: Trend) -> bool:
    """Return whether an article itself has a measure move the other's way in a period that can be the other's."""
    return any(
        t.way == other.way
        and t.basis.measure == other.basis.measure
        and periods.likeness(t.basis.period, other.basis.period) != "other"
        for t in own
    )


def trend_claim(trend: Trend) -> Claim | None:
    """Return a trend as a claim over its word."""
    word, measure = trend.word, trend.measure
    told = trend.basis.period.label() if trend.basis.period is not None else ""
    value = Name(name=f"{measure.lower_} {trend.way} ({told})", type="event")
    thing = Thing(text=measure.text, head=measure.lemma_.lower())
    return framed("event", (word.i, word.i), value, trend.reading, head=word, thing=thing)


def trends(reading: Reading) -> tuple[Trend, ...]:
    """Return the rises and falls of measures in a stated period that an article plainly asserts."""
    found = (_trend(token, reading) for sentence in reading.sentences for token in sentence.tokens)
    return tuple(t for t in found if t is not None)


def is_trend(token: Token, reading: Reading) -> bool:
    """Return whether a word tells a rise or a fall that is compared by measure and period."""
    return _trend(token, reading) is not None


def _trend(word: Token, reading: Reading) -> Trend | None:
    way = way_of(word)
    measure = measure_moved(word) if way else None
    if way is None or measure is None or not asserted(word, reading) or _denied(word):
        return None
    basis = basis_of(measure, reading)
    sequential = any(t.lower_ in listed("direction", "sequential") for t in word.sent)
    if basis.period is None or basis.listed:
        return None
    return Trend(reading=reading, word=word, measure=measure.word, way=way, basis=basis, sequential=sequential)


def _denied(word: Token) -> bool:
    above = word.head
    return is_negated(word) or (word.pos_ == "NOUN" and above.pos_ == "VERB" and is_negated(above))


def way_of(word: Token) -> Literal["up", "down"] | None:
    """Return which way a word has its measure move."""
    lemma = word.lemma_.lower()
    if word.pos_ == "VERB" and any(c.dep_ == "obj" and c.pos_ == "NOUN" for c in word.children):
        return (
            "up"
            if lemma in listed("direction", "raising")
            else "down"
            if lemma in listed("direction", "lowering")
            else None
        )
    if word.lower_ in STEPS and word.pos_ in {"ADV", "ADJ"}:
        return "up" if word.lower_ in {"up", "higher"} else "down"
    if not moves(word):
        return None
    return "up" if lemma in listed("direction", "up") else "down"
