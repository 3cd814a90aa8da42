"""What befell a person: condition, death, arrest, custody, release, charge, as the verbs of an article tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from verify.language.charges import charged
from verify.language.grammar.arguments import done_to, told_of
from verify.language.grammar.assertion import assertion
from verify.language.grammar.governor import predicate_of
from verify.language.grammar.referents import people
from verify.values.state import state_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.language.reading import Reading

Attribute = Literal["condition", "custody", "charge"]
DEAD, ARRESTED, HELD, RELEASED, AT_LARGE = "dead", "arrested", "in custody", "released", "at large"
FREE = (("at", "large"), ("on", "the", "run"))


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One thing told of a person: its attribute and value, the first and the last token of its words, the token of its
    verb, the fullest name.
    """

    attribute: Attribute
    value: str
    first: int
    last: int
    verb: int
    name: str


Told = tuple[Attribute, str, tuple[int, int], "Token", Sequence["Token"]]
"""Attribute, value, first and last token, verb, and the words for whom it is told of."""


def states(reading: Reading) -> Iterator[State]:
    """Yield what is told of the people of an article; what is to come, thought of or denied is left out."""
    for sentence in reading.sentences:
        for token in sentence.tokens:
            for attribute, value, (first, last), verb, bearers in _told(reading.doc, token):
                for name in people(bearers, reading) if assertion(verb).real else ():
                    yield State(attribute=attribute, value=value, first=first, last=last, verb=verb.i, name=name)


def _told(doc: Doc, token: Token) -> Iterator[Told]:
    yield from _condition(token)
    yield from _death(token)
    yield from _arrest(token)
    yield from _custody(token)
    yield from _flight(doc, token)
    if found := charged(doc, token):
        first, last, verb, bearers = found
        yield "charge", " ".join(doc[first : last + 1].text.split()), (first, last), verb, bearers


def _condition(token: Token) -> Iterator[Told]:
    if token.lower_ != "condition" or not any(c.lower_ == "in" for c in token.children):
        return
    words = [t for t in token.subtree if t.i < token.i and t.lower_ in state_words()["condition"]]
    if words:
        verb = predicate_of(token)
        value = f"{' and '.join(t.lower_ for t in words)} condition"
        yield "condition", value, (words[0].i, token.i), verb, told_of(verb)


def _death(token: Token) -> Iterator[Told]:
    lists = state_words()
    if token.pos_ == "VERB" and token.lemma_ in lists["die"]:
        yield "condition", DEAD, (token.i, token.i), token, told_of(token)
    elif token.pos_ == "VERB" and token.lemma_ in lists["kill"]:
        yield "condition", DEAD, (token.i, token.i), token, done_to(token)
    elif token.lower_ in {"dead", "death"}:
        yield from _found_dead(token, predicate_of(token))


def _found_dead(token: Token, verb: Token) -> Iterator[Told]:
    lists = state_words()
    if token.lower_ == "dead" and (verb == token or verb.lemma_ in lists["find"]):
        yield "condition", DEAD, (token.i, token.i), verb, told_of(verb)
    elif token.lower_ == "death" and verb.lemma_ in lists["to_death"] and any(c.lower_ == "to" for c in token.children):
        yield "condition", DEAD, (verb.i, token.i), verb, done_to(verb)


def _arrest(token: Token) -> Iterator[Told]:
    if token.pos_ == "VERB" and token.lemma_ in state_words()["arrest"]:
        yield "custody", ARRESTED, (token.i, token.i), token, done_to(token)
    elif token.lower_ == "custody" and any(c.lower_ == "into" for c in token.children):
        verb = predicate_of(token)
        if verb.lemma_ == "take":
            yield "custody", ARRESTED, (verb.i, token.i), verb, done_to(verb)


def _custody(token: Token) -> Iterator[Told]:
    lists = state_words()
    if token.pos_ == "VERB" and token.lemma_ in lists["jail"]:
        yield "custody", HELD, (token.i, token.i), token, done_to(token)
    elif token.lower_ in lists["custody"] or token.lower_ in lists["bail"]:
        yield from _held(token, predicate_of(token))
    elif token.pos_ == "VERB" and token.lemma_ in lists["free"] and _from_custody(token):
        yield "custody", RELEASED, (token.i, token.i), token, done_to(token)


def _held(token: Token, verb: Token) -> Iterator[Told]:
    lists = state_words()
    before = next((c for c in token.children if c.lower_ in {"in", "at", "on", "without"} and c.i < token.i), None)
    if before is not None and token.lower_ in lists["custody"] and (verb == token or verb.lemma_ in lists["hold"]):
        yield "custody", HELD, (before.i, token.i), verb, told_of(verb)
    elif before is not None and token.lower_ in lists["bail"] and verb.lemma_ == "hold":
        yield "custody", HELD, (verb.i, token.i), verb, done_to(verb)


def _from_custody(verb: Token) -> bool:
    """Return whether it is from custody that one is released; from a hospital, and names and pictures, are others."""
    words = {*state_words()["bail"], *state_words()["custody"]}
    return any(t.lower_ in words for t in verb.subtree if t.i > verb.i)


def _flight(doc: Doc, token: Token) -> Iterator[Told]:
    for words in FREE:
        if token.lower_ == words[0] and tuple(t.lower_ for t in doc[token.i : token.i + len(words)]) == words:
            last = token.i + len(words) - 1
            verb = predicate_of(doc[last])
            yield "custody", AT_LARGE, (token.i, last), verb, told_of(verb)
