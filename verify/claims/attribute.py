"""What one thing is or has, of a closed sort: whose invasion, which colour, a pistol or a rifle, a measles or a mumps outbreak.

Countries and states, colours, points of the compass, spans of time, opposites, and kinds that exclude each other. People are left
out, but for what they are: several may well act side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.base import AGREEING, ClaimKind, Slot
from verify.claims.details.around import (
    ATTRIBUTE,
    IN_LEAD,
    NOMINAL,
    asserted,
    is_person,
    part,
    surroundings,
)
from verify.claims.details.plain import FURTHER
from verify.claims.framed import framed
from verify.claims.labels import of_clause
from verify.language.content_words import key, telling
from verify.language.events import event_group
from verify.language.grammar.arguments import case_of
from verify.language.grammar.assertion import is_negated
from verify.language.grammar.governor import verb_above
from verify.language.kinds import KindOfThing, kinds_of
from verify.language.opposites import PREFIXES, attribute_class, is_decision, opposite
from verify.model import Claim, Relation, Thing, Value
from verify.values.name import Name
from verify.values.place import Place
from verify.values.place import compare as compare_places

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

SPANS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "century"})
SEVERAL = frozenset({"NNS", "NNPS"})
MODIFIER = frozenset({"compound", "amod"})
LEAD = 3
"""Sentences at the head of a text that say what it is on, the title among them."""
DEEDS, OPPOSITE, KIND_OF, DECISION = "event", "opposite", "kind", "decision"
"""A class of kinds of which a verb can tell too ("collapsed"); sorts of attributes."""
TELLING_NOW = frozenset({"VBZ", "VBP"})


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the attributes of an article's nouns and the kinds of its things that are plainly asserted."""
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.pos_ in NOMINAL and not is_negated(token) and not is_person(token) and asserted(token, reading):
                yield from _attributes(token, reading)
            yield from _kinds(token, reading)
    yield from _decisions(reading)


def _decisions(reading: Reading) -> Iterator[Claim]:
    """Yield the words of a lead that tell what one matter came to: approved or rejected, not both."""
    for sentence in reading.sentences[:LEAD]:
        for token in sentence.tokens:
            word = token.lemma_.lower()
            if is_decision(word) and not is_negated(token) and asserted(token, reading):
                made = framed("attribute", (token.i, token.i), Name(name=word, type=DECISION), reading, head=token)
                if made is not None:
                    yield replace(made, topic=DECISION, around=frozenset({IN_LEAD}))


def _attributes(head: Token, reading: Reading) -> Iterator[Claim]:
    """Yield what stands at a noun, each with the words around it but for other such attributes."""
    children = [c for c in head.children if c.dep_ in ATTRIBUTE]
    found = [(t, c) for c in children for t in (c, *(g for g in c.children if g.dep_ == "conj"))]
    told = [(token, told) for token, first in found if (told := _value(token, first, reading)) is not None]
    for token, (sort, value) in told:
        own = {f"below {key(t)}" for t, (other, _) in told if other == sort}
        thing = Thing(text=head.text, head=head.lemma_.lower())
        made = framed("attribute", (token.i, token.i), value, reading, head=head, thing=thing)
        if made is not None:
            yield replace(made, topic=f"{key(head)} {sort}", around=surroundings(head) - own)


def _value(token: Token, first: Token, reading: Reading) -> tuple[str, Value] | None:
    """Return the sort and the value of one attribute; `first` is the first of those that it is coordinated with."""
    if token.i > 1 and reading.doc[token.i - 1].text == "-" and reading.doc[token.i - 2].lower_ in PREFIXES:
        return None
    place = next((p.value for p in reading.places if p.first <= token.i <= p.last), None)
    if place is not None:
        case = case_of(first) if first.dep_ == "nmod" else ""
        whose = case == "of" and event_group(first.head.lemma_.lower()) is None
        return f"place {'' if whose else case}", place
    if sort := attribute_class(token.lower_):
        return sort, Name(name=token.lower_, type=sort)
    word = token.lemma_.lower()
    if word in SPANS and (number := next((c.lemma_.lower() for c in token.children if c.dep_ == "nummod"), None)):
        return "span", Name(name=f"{number} {word}", type="span")
    return (OPPOSITE, Name(name=token.lower_, type=OPPOSITE)) if token.dep_ == "amod" else None


def _kinds(token: Token, reading: Reading) -> Iterator[Claim]:
    """Yield the kinds that a word for one thing names, with the words of its clause."""
    found = _kinds_of(token)
    if not found or _is_several(token) or _is_joined(token) or is_negated(token) or not asserted(token, reading):
        return
    verb = verb_above(token)
    beside = [c for c in verb.children if c.dep_ in {"advcl", "conj"} and c.pos_ == "VERB"]
    clause = [c for v in (verb, *beside) for c in v.children if part(c)]
    within = [c for word in clause for c in word.children]
    if any(t.lower_ in FURTHER for t in (*token.children, *token.head.children, *within)):
        return
    words = {edge.partition(" ")[2] for edge in surroundings(token)}
    words |= {key(t) for t in (*clause, *within, *beside) if telling(t)}
    around = frozenset(words) - {key(t) for t in (token, token.head) if _kinds_of(t)}
    head = token.head if token.dep_ in MODIFIER else None
    thing = Thing(text=head.text, head=head.lemma_.lower()) if head is not None else None
    for kind in found:
        value = Name(name=token.lower_, type=KIND_OF)
        made = framed("attribute", (token.i, token.i), value, reading, head=token, thing=thing)
        if made is not None:
            yield replace(made, topic=f"{KIND_OF} {kind.sort}", around=around)


def _is_several(token: Token) -> bool:
    """Return whether a word is a plural, but for diseases that look like one, or one of a list."""
    plural = token.tag_ in SEVERAL and not kinds_of(token.lower_)
    return plural or token.dep_ == "conj" or any(c.dep_ == "conj" for c in token.children)


def _is_joined(token: Token) -> bool:
    """Return whether a word is joined to others by a hyphen: "air-ambulance"."""
    return any(t.text == "-" for t in token.doc[max(token.i - 1, 0) : token.i + 2])


def _kinds_of(token: Token) -> tuple[KindOfThing, ...]:
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB"}:
        return ()
    noun = token.head.lemma_.lower()
    found = kinds_of(token.lower_, noun) or kinds_of(token.lemma_.lower(), noun)
    return tuple(k for k in found if k.sort == DEEDS or token.pos_ != "VERB")


def _named(claim: Claim) -> tuple[KindOfThing, ...]:
    """Return the kinds that the word of a claim names, of the class that it is told as."""
    noun = claim.thing.head if claim.thing else None
    word = claim.value.label()
    found = kinds_of(word, noun) or kinds_of(claim.predicate or word, noun)
    return tuple(k for k in found if claim.topic == f"{KIND_OF} {k.sort}")


def compare(left: Claim, right: Claim) -> Relation:
    """Return how two attributes of one sort relate; colours and spans exclude each other, adjectives only by the table."""
    a, b = left.value, right.value
    if isinstance(a, Place) and isinstance(b, Place):
        return compare_places(a, b)
    if not isinstance(a, Name) or not isinstance(b, Name) or a == b:
        return "equal" if a == b else "unknown"
    if a.type in {OPPOSITE, DECISION}:
        return "disjoint" if opposite(a.name, b.name) else "unknown"
    if a.type == KIND_OF:
        pairs = [(x, y) for x in _named(left) for y in _named(right)]
        return "disjoint" if pairs and all(x.excludes(y) for x, y in pairs) else "unknown"
    return "disjoint"


def _meets(left: Claim, right: Claim) -> bool:
    """Return whether two kinds are told of one noun, if of any, and not of people or groups of other names."""
    if not all(isinstance(c.value, Name) and c.value.type == KIND_OF for c in (left, right)):
        return True
    nouns = {
        f"event {event_group(c.thing.head)}" if event_group(c.thing.head) else c.thing.head
        for c in (left, right)
        if c.thing
    }
    a, b = set(left.participants), set(right.participants)
    return nouns <= left.around & right.around and not (a and b and not a & b)


def _says(own: Claim, claim: Claim) -> bool:
    """Return whether an article gives the thing the value anywhere."""
    return own.topic == claim.topic and compare(own, claim) in AGREEING


def _mentioned(claim: Claim, own: Claim, reading: Reading) -> bool:
    """Return whether an article speaks anywhere of a thing of this kind, or of another decision; what is so in general does not count."""
    if own.topic == DECISION:
        return any(opposite(t.lemma_.lower(), own.value.label()) for t in reading.doc)
    kinds = _named(claim)
    return bool(kinds) and any(
        k.agrees(own) for t in reading.doc if not _general(t) for k in _kinds_of(t) for own in kinds
    )


def _general(token: Token) -> bool:
    """Return whether a plural tells of all of its kind: "most deaths are caused by explosions"."""
    if token.tag_ != "NNS" or any(c.dep_ in {"det", "nummod", "nmod:poss"} for c in token.children):
        return False
    verb = verb_above(token)
    return any(t.tag_ in TELLING_NOW for t in (verb, *verb.children))


KIND = ClaimKind(
    name="attribute",
    focus="attribute",
    extract=extract,
    values=compare,
    slots=(Slot.TOPIC, Slot.AROUND),
    blocks=(Slot.TOPIC,),
    title=of_clause,
    meets=_meets,
    detail=True,
    says=_says,
    mentioned=_mentioned,
)
