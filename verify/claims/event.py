"""Events that a claim can be held against though they bear no number of their own: "a rocket attack near Kirkuk" beside "30 rockets"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind, Slot
from verify.claims.framed import framed_claim
from verify.claims.labels import of_clause
from verify.language.events import event_group
from verify.model import Claim, Relation, Span, Thing
from verify.values.name import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each noun that names one event and is described by another noun before it ("rocket attack", "car bombing")."""
    for sentence in reading.sentences:
        for token in sentence.tokens:
            described = [c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "NOUN"]
            if token.tag_ == "NN" and event_group(token.lemma_.lower()) and described and not numbered(token):
                yield _claim(token, described, sentence, reading)


def numbered(token: Token) -> bool:
    """Return whether a number stands in the noun phrase before its head."""
    return any(t.pos_ == "NUM" for t in token.doc[token.left_edge.i : token.i])


def _claim(token: Token, described: list[Token], sentence: Sentence, reading: Reading) -> Claim:
    first = described[0]
    text = token.doc[first.i : token.i + 1].text
    thing = Thing(text=text, head=token.lemma_.lower(), modifiers=tuple(c.lemma_.lower() for c in described))
    span = Span(start=first.idx, end=token.idx + len(token))
    return framed_claim("event", span, Name(name=text.lower(), type="event"), sentence, token, reading, thing=thing)


def compare(left: Claim, right: Claim) -> Relation:
    """Return `equal` for one wording or one kind of event; two events that are one fact may be worded in many ways."""
    same = left.value == right.value or event_group(left.predicate) == event_group(right.predicate)
    return "equal" if same else "unknown"


KIND = ClaimKind(
    name="event",
    focus="event",
    extract=extract,
    values=compare,
    slots=(
        Slot.THING,
        Slot.MODIFIERS,
        Slot.EVENT,
        Slot.PLACE,
        Slot.TIME,
        Slot.NAMES,
        Slot.ARTICLES,
        Slot.SENTENCE,
    ),
    blocks=(Slot.EVENT,),
    title=of_clause,
    family="count",
    bare=True,
)
