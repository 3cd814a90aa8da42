"""Look for two clauses of one article that say the same of two different countries or states.

A lead that says one country was warned where the body says that another was is the slip that no spelling checker sees: both names are right
words. Two clauses are held against each other where they have one verb, the names stand in the same place of it ("warned X", "was invaded by
X") and at least one more argument of the verb is the same ("over attacks"). Names are compared exactly, never by likeness.

Flags: "The minister has warned Peru over fishing rights. […] The minister warned Chile over fishing rights off its coast."
Silent: "France won the first match and Spain won the second match." (listed)
Silent: "The minister warned Peru over fishing rights but did not warn Chile over fishing rights." (contrasted)

It cannot see a swap of two people, a swap behind a pronoun, or two clauses with different verbs; it asks and does not decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from verify.checks.base import Check, Subject
from verify.language.gazetteer import country_of, state_of
from verify.language.slots import Slot, slots
from verify.model import Flag, Level

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

CONTRAST = frozenset(
    (
        "but while whereas although though unlike instead also both too another other separately respectively earlier "
        "previously later meanwhile first second third last next former latter no not n't never n’t either neither nor"
    ).split()
)


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each pair of clauses that differ in the name alone."""
    pairs = combinations(_filled(subject.reading), 2)
    found = [(a, b) for a, b in pairs if a[1] != b[1] and _parallel(a[0], b[0]) and not _meant(a[0], b[0])]
    witnesses = _filled(subject.reading, *subject.others) if found else []
    for a, b in found:
        yield _flag(subject, *_doubtful_first(a, b, witnesses))


def _filled(*readings: Reading) -> list[tuple[Slot, str]]:
    """Return the slots that a country or state fills, with its code."""
    return [(s, code) for r in readings for s in slots(r.parsed) if (code := territory(s.filler))]


def territory(token: Token) -> str | None:
    """Return the country or state that a token names as a noun, None where it is part of another name or one of several."""
    if token.pos_ != "PROPN" or any(c.dep_ in {"conj", "compound", "flat", "appos"} for c in token.children):
        return None
    return country_of(token.text) or state_of(token.text)


def _parallel(a: Slot, b: Slot) -> bool:
    """Return whether two slots stand in different sentences, at one verb, in one role, beside an argument that both verbs have."""
    if a.sentence is b.sentence or a.verb.lemma_ != b.verb.lemma_ or a.role != b.role:
        return False
    return any(r != "nsubj" or lemma for r, lemma in a.others & b.others)


def _meant(a: Slot, b: Slot) -> bool:
    """Return whether words of either clause say that two different things are told."""
    return any(t.lower_ in CONTRAST for s in (a, b) for t in _near(s))


def _near(slot: Slot) -> Iterator[Token]:
    """Yield the words that hang on the verb or on one of its arguments, and the first word of the sentence."""
    for child in slot.verb.children:
        yield child
        yield from child.children
    yield slot.sentence.tokens[0]


def _doubtful_first(
    left: tuple[Slot, str], right: tuple[Slot, str], witnesses: list[tuple[Slot, str]]
) -> tuple[Slot, Slot]:
    """Return the two slots, the one that fewer clauses of the story bear out first; where that is even, the one in headline or lead."""

    def support(side: tuple[Slot, str]) -> int:
        slot, code = side
        return sum(w.verb.lemma_ == slot.verb.lemma_ and w.role == slot.role and c == code for w, c in witnesses)

    if support(left) != support(right):
        return (left[0], right[0]) if support(left) < support(right) else (right[0], left[0])
    early = left[0].sentence.zone in {"headline", "lead", "caption"} or right[0].sentence.zone not in {
        "headline",
        "lead",
        "caption",
    }
    return (left[0], right[0]) if early else (right[0], left[0])


def _flag(subject: Subject, doubtful: Slot, other: Slot) -> Flag:
    article = subject.reading.article
    edge = {doubtful.sentence.zone, other.sentence.zone} & {"headline", "lead", "caption"}
    shared = doubtful.others & other.others
    confidence: Level = "high" if edge and any(r != "nsubj" for r, _ in shared) else "medium"
    return Flag(
        check="entity-swap",
        severity="high",
        confidence=confidence,
        message=(
            f"“{doubtful.verb.text} … {doubtful.filler.text}” here, “{other.verb.text} … {other.filler.text}” there, "
            f"of the same matter ({', '.join(sorted(lemma for _, lemma in shared))}): is {doubtful.filler.text} meant?"
        ),
        primary=article.location(doubtful.sentence.span),
        related=(article.location(other.sentence.span),),
    )


CHECK = Check(name="entity-swap", run=run, doc=__doc__)
