"""Statements, of which another may be the denial or the opposite: "approved the plan" beside "did not approve" or "rejected the plan"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind, Slot
from verify.claims.details.around import arguments, is_person, part, surroundings
from verify.claims.details.plain import is_closed, is_future, is_intended, plain, under
from verify.claims.figures.trends import is_trend
from verify.claims.framed import framed
from verify.claims.labels import of_clause
from verify.language.content_words import key, telling
from verify.language.events import light_verbs
from verify.language.grammar.assertion import assertion
from verify.language.grammar.cues import is_none
from verify.language.grammar.governor import SUBJECT
from verify.language.opposites import has_opposite, opposite
from verify.model import Claim, Relation, Thing
from verify.values.name import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

NONE = "none "
"""Before an object of which there is none, among the words around a statement."""
HAVING = frozenset({"carry", "contain", "find", "have", "hold", "own", "see"})
"""Verbs that tell no more of a thing than that it is there."""
OVER = "over"
"""Type of a denial that no later day can overtake: "did not testify", not "has not been charged"."""


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the verbs, and the nouns that name a change, that are plainly asserted and have arguments enough to be known by."""
    for sentence in reading.sentences:
        for token in sentence.tokens:
            verb = token.head if token.pos_ == "NOUN" and is_had(token) else token
            if _states(token) and plain(token, reading) and plain(verb, reading) and not is_trend(token, reading):
                yield from _claim(token, reading)


def _states(token: Token) -> bool:
    if token.pos_ == "VERB":
        return telling(token) or _acts(token)
    told = has_opposite(token.lemma_.lower()) or is_had(token)
    return token.pos_ == "NOUN" and told and telling(token) and not is_person(token)


def is_had(noun: Token) -> bool:
    """Return whether a clause tells no more of a noun than that there is one, or that somebody has, finds or makes one: "carried no beacon",
    "no arrest has been made", "there was a fire".
    """
    verb = noun.head
    there = verb.lemma_.lower() == "be" and noun.dep_ in SUBJECT and any(c.dep_ == "expl" for c in verb.children)
    return there or (noun.dep_ in {"obj", "nsubj:pass"} and verb.lemma_.lower() in light_verbs() | HAVING)


def _acts(verb: Token) -> bool:
    """Return whether a verb that can report tells a deed of its own: "rejected the bill", not "rejected that it was late"."""
    parts = {c.dep_ for c in verb.children}
    return has_opposite(verb.lemma_.lower()) and "obj" in parts and not parts & {"ccomp", "parataxis"}


def _claim(token: Token, reading: Reading) -> Iterator[Claim]:
    had = token.pos_ == "NOUN" and is_had(token)
    around = (
        arguments(token)
        if token.pos_ == "VERB"
        else surroundings(token) | (arguments(token.head) if had else frozenset())
    )
    around -= {f"{role} {key(token)}" for role in ("who", "whom")}
    negated = assertion(token).negated
    value = Name(name=token.lower_, type=OVER if is_closed(token) else "event")
    thing = Thing(text=token.lower_, head=token.lemma_.lower())
    made = framed("statement", (token.i, token.i), value, reading, head=token, thing=thing)
    if made is not None and around:
        topic = f"{token.pos_} {is_future(token)} {None if is_intended(token) else under(token)}"
        yield replace(made, topic=topic, around=around | _none_of(token), negated=negated)


def _none_of(token: Token) -> frozenset[str]:
    """Return the objects of which there are none: "caused no deaths" denies no injuries."""
    return frozenset(f"{NONE}{key(c)}" for c in token.children if part(c) == "whom" and is_none(c))


def _lemma(claim: Claim) -> str:
    return claim.thing.head if claim.thing else ""


def _meets(left: Claim, right: Claim) -> bool:
    """Return whether two statements are of one word, or of two that exclude each other."""
    a, b = _lemma(left), _lemma(right)
    if a == b and left.negated != right.negated:
        return _reaches(left, right) and _reaches(right, left)
    return a == b or (left.negated == right.negated and opposite(a, b))


def _reaches(denial: Claim, claim: Claim) -> bool:
    """Return whether a statement tells of every object of which another says that there is none."""
    return all(f"whom {e.removeprefix(NONE)}" in claim.around for e in denial.around if e.startswith(NONE))


def compare(left: Claim, right: Claim) -> Relation:
    """Return `disjoint` for a statement and its denial, and for two that exclude each other."""
    if _lemma(left) != _lemma(right):
        return "disjoint" if left.negated == right.negated and opposite(_lemma(left), _lemma(right)) else "unknown"
    return "equal" if left.negated == right.negated else "disjoint"


def _says(own: Claim, claim: Claim) -> bool:
    """Return whether an article says itself what a statement says."""
    return compare(own, claim) == "equal" and bool(own.around & claim.around)


def done_since(early: Claim, late: Claim, _: int) -> bool:
    """Return whether what an earlier article denies, or copy of a sentence, is told as done by a later one ("has not been charged")."""
    return early.negated and not late.negated and isinstance(early.value, Name) and early.value.type != OVER


KIND = ClaimKind(
    name="statement",
    focus="polarity",
    extract=extract,
    values=compare,
    slots=(Slot.TOPIC, Slot.AROUND, Slot.PLACE, Slot.TIME),
    blocks=(Slot.AROUND,),
    title=of_clause,
    meets=_meets,
    follows=done_since,
    moves="state",
    detail=True,
    says=_says,
)
