"""Counts of none that no numeral states: "did not hurt anyone", "without causing injuries", "found no bodies"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from verify.claims.kinship import sort_of
from verify.language.events import HARM, event_group
from verify.language.grammar.assertion import assertion, told
from verify.language.grammar.cues import is_none, negations
from verify.model import Thing

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

ANYONE = frozenset({"anyone", "anybody"})
ARGUMENTS = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "advcl", "nmod"})
PEOPLE = Thing(text="people", head="person")
LACKING = frozenset({"without"})


def absences(reading: Reading, taken: Set[int]) -> Iterator[tuple[Token, Thing]]:
    """Yield the nouns that an article says there are none of, with what they count; `taken` holds the tokens that numbers count."""
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if (
                token.i not in taken
                and token.dep_ in ARGUMENTS
                and (thing := _thing(token)) is not None
                and _absent(token)
            ):
                yield token, thing


def denial(noun: Token) -> Token:
    """Return the word that denies a noun that there is none of, the first of its phrase where none stands before it in its clause."""
    before = (
        t for t in noun.doc[noun.sent.start : noun.i] if t.lower_ in negations() and (t.head in {noun, noun.head})
    )
    return next(before, noun)


def _thing(token: Token) -> Thing | None:
    """Return what a word counts: people, a harm, or things of a known sort, in the plural."""
    if token.lower_ in ANYONE:
        return PEOPLE
    thing = Thing(text=token.text, head=token.lemma_.lower())
    counted = sort_of(thing) is not None or event_group(thing.head) in HARM
    return thing if token.tag_ == "NNS" and counted else None


def _absent(token: Token) -> bool:
    """Return whether there is none of it: "no bodies", "not … any deaths", "without injuries", "without causing injuries"."""
    if is_none(token):
        return told(token.head).real or token.head == token
    marks = {c.lower_ for c in token.children}
    if marks & LACKING:
        return event_group(token.lemma_.lower()) in HARM and not any(c.dep_ == "nummod" for c in token.children)
    above = {c.lower_ for c in token.head.children if c.dep_ == "mark"}
    loose = token.lower_ in ANYONE or "any" in marks or (above & LACKING and not marks)
    return bool(loose) and assertion(token).negated and assertion(token).modality == "asserted"
