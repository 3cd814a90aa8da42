"""Whose an amount is, found over the tree: owners, parts and kinds at the measure, else who has or reports it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.quantity.measure_words import listed, measures, noun_measure
from verify.claims.quantity.measured import unit_words
from verify.claims.quantity.measures import paid_for
from verify.language.grammar.arguments import case_of, subject
from verify.language.grammar.governor import OBJECT, PASSIVE, SUBJECT
from verify.language.grammar.referents import SINGULAR, antecedent, firm_meant, main_firm
from verify.language.scope import place_around
from verify.model import Entity
from verify.values.name import ORGANISATION

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

WITHIN = frozenset({"compound", "amod", "nmod:poss", "nmod:desc", "flat", "nmod:unmarked"})
TARGET = "deal"
"""The measure whose entity is what is bought."""
PRONOUNS = frozenset({"it", "its", "they", "their"})


def entity_of(word: Token, name: str, reading: Reading) -> Entity:
    """Return the entity of a measure that a noun or a verb tells."""
    found = tuple(_named(word, name) if word.pos_ != "VERB" else _of_verb(word, name))
    if not any(_tells(t, reading) for t in found) and word.pos_ != "VERB":
        found = (*found, *_subject(word, name))
    names, words = set[str](), set[str]()
    for token in found:
        names |= set(_names(token, reading))
        words |= set(_words(token, reading))
    place = place_around(word, word.head, reading) if not names else None
    own = {w for w in words if measures().get(w) == name}
    main = main_firm(reading)
    implied = main if not names and name in listed("neutral", "borne_by_firms") else None
    return Entity(
        names=frozenset(names),
        implied=implied,
        words=frozenset(words - listed("neutral", "words") - own),
        place=place.label() if place is not None else None,
        unnamed=not names and any(map(_is_firm, found)) and not _firms(reading),
        firm=main is not None and any(reading.entities.name_of(t) == main for t in word.sent),
    )


def _named(noun: Token, name: str) -> Iterator[Token]:
    """Yield the words inside the noun phrase of a measure, or of a "figure" of it, that can tell whose it is."""
    whole = noun.head if noun.dep_ == "compound" and noun.head.lemma_ in listed("light", "nouns") else noun
    for child in (*noun.children, *(c for c in whole.children if whole != noun and c != noun)):
        linked = case_of(child) in listed("neutral", "bearers") or (whole != noun and child.pos_ in {"NOUN", "PROPN"})
        if child.dep_ in WITHIN or (child.dep_.startswith("nmod") and linked):
            yield from _joined(child)
    verb = noun.head
    if name == TARGET and verb.pos_ == "VERB":
        yield from _of_verb(verb, name)


def _joined(token: Token) -> Iterator[Token]:
    """Yield a word and those that are coordinated with it."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from _joined(child)


def _of_verb(verb: Token, name: str) -> Iterator[Token]:
    """Yield the argument of a verb that bears its measure: what is bought, who is fined, what costs so much."""
    passive = [c for c in verb.children if c.dep_ in PASSIVE]
    if verb.lemma_.lower() == "pay":
        yield from (c for c in paid_for(verb) if c.pos_ == "PROPN")
        return
    objects = [c for c in verb.children if c.dep_ in OBJECT | {"iobj"} and c.pos_ in {"NOUN", "PROPN", "PRON"}]
    if name in {TARGET, "fine", "value"}:
        yield from passive or objects
    else:
        yield from (c for c in verb.children if c.dep_ in SUBJECT)


def _subject(noun: Token, name: str) -> Iterator[Token]:
    """Yield the subject of a verb of having or reporting that a measure depends on: "Lumivax is expected to have sales", and what is
    done or made at a cost.
    """
    at = noun
    while at.head != at and at.dep_ in {"conj", "compound", "nmod"}:
        at = at.head
    verb = at.head
    if case_of(at) == "at" and verb.pos_ == "VERB":
        yield from [c for c in verb.children if c.dep_ in PASSIVE] or [c for c in verb.children if c.dep_ in OBJECT]
    bears = verb.pos_ == "VERB" and verb.lemma_.lower() in listed("light", "bearing")
    if not bears or at.dep_ == "appos" or name == TARGET:
        return
    found = subject(verb)
    if found is not None and not noun_measure(found) and found.lemma_.lower() not in listed("outlook", "outsiders"):
        yield found


def _tells(token: Token, reading: Reading) -> bool:
    return bool(_names(token, reading)) or token.dep_ == "nmod:poss"


def _names(token: Token, reading: Reading) -> tuple[str, ...]:
    """Return the name that a word stands for: its own, or that of the firm it takes up."""
    if name := reading.entities.name_of(token):
        return (name,)
    if token.lower_ in PRONOUNS:
        it = firm_meant(token, reading)
        return (it,) if it else ()
    if token.lower_ in SINGULAR:
        meant = antecedent(token, reading)
        return (meant.name,) if meant is not None and meant.name else ()
    if _is_firm(token):
        found = antecedent(token, reading)
        firm = found.name if found is not None and found.name else main_firm(reading)
        return (firm,) if firm else ()
    if token.pos_ == "PROPN":
        return () if _dated(token, reading) else (token.text,)
    below = (c for c in token.children if c.pos_ == "PROPN" and c.dep_ in WITHIN | {"nmod"})
    return tuple(name for c in below for name in _names(c, reading))


def _is_firm(token: Token) -> bool:
    """Return whether a word stands for a firm named elsewhere: "the company"."""
    return token.lemma_.lower() in listed("neutral", "firms") and any(c.lower_ == "the" for c in token.children)


def _words(token: Token, reading: Reading) -> Iterator[str]:
    """Yield the common words of an entity with what describes it, firms and dates left out, as are units."""
    if token.lower_ in unit_words():
        return
    if token.pos_ in {"NOUN", "ADJ", "VERB"} and not reading.entities.name_of(token) and not _dated(token, reading):
        firm = token.lemma_.lower() in listed("neutral", "firms")
        if not firm:
            describing = (c for c in token.children if c.dep_ in {"amod", "compound"} and c.pos_ in {"NOUN", "ADJ"})
            yield from (t.lemma_.lower() if t.pos_ == "NOUN" else t.lower_ for t in (token, *describing))


def _dated(token: Token, reading: Reading) -> bool:
    return token.ent_type_ == "DATE" or any(d.first <= token.i <= d.last for d in reading.dates)


def _firms(reading: Reading) -> bool:
    """Return whether an article names an organisation that acts or owns."""
    acting = SUBJECT | PASSIVE | {"nmod:poss"}
    named = (e for e in reading.entities.all if e.type == ORGANISATION)
    return any(
        reading.doc[i].dep_ in acting for e in named for first, last in e.mentions for i in range(first, last + 1)
    )
