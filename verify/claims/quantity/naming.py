"""Who a description is of, where the text goes on to name them: "a 34-year-old woman … She was identified as Ann Lee"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.quantity.ages import aged
from verify.claims.quantity.parts import words
from verify.language.grammar.arguments import subject_beside
from verify.language.grammar.governor import PASSIVE, SUBJECT
from verify.language.grammar.referents import person_meant, takes_up
from verify.values.name import PERSON

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading

AHEAD = 3
"""Sentences after a description in which its bearer may be named."""


def named_later(noun: Token, reading: Reading) -> str | None:
    """Return the name that the words at a description, or those after it, give its bearer; None where none does."""
    return _said_of(noun, reading) or _named_in(noun, reading) or _named_after(noun, reading)


def _said_of(noun: Token, reading: Reading) -> str | None:
    """Return who is described so: "He is 48 years old", "Ann Lee is described as a 48-year-old"."""
    verb = noun.head if noun.dep_ == "obl" and noun.head.lemma_.lower() == "describe" else noun
    subject = subject_beside(verb) or aged(noun)
    return person_meant(subject, reading) if subject is not None else None


def _named_in(noun: Token, reading: Reading) -> str | None:
    """Return the name in a clause at the noun: "a 21-year-old woman, identified by her mother as Ann Lee"."""
    for child in noun.children:
        if child.dep_.startswith("acl") and child.lemma_.lower() in words("naming") and child.tag_ == "VBN":
            return next((name for t in child.subtree if t.i > child.i and (name := _as_name(t, reading))), None)
    return None


def _as_name(token: Token, reading: Reading) -> str | None:
    """Return the person's name that begins right behind "as" or "named"."""
    entity = reading.entities.of(token)
    before = token.nbor(-1) if token.i else None
    if entity is None or entity.type != PERSON or before is None or token.i not in {a for a, _ in entity.mentions}:
        return None
    return entity.name if before.lower_ in {"as", "named"} else None


def _named_after(noun: Token, reading: Reading) -> str | None:
    """Return the name in one of the next sentences whose subject takes the description up."""
    sentence = reading.parsed.sentence(noun)
    if sentence is None:
        return None
    for following in reading.sentences[sentence.index + 1 : sentence.index + 1 + AHEAD]:
        name = next((n for t in following.tokens if takes_up(t, noun) and (n := _given(t, following, reading))), None)
        if name is not None:
            return name
        if _interrupted(following, noun, reading):
            return None
    return None


def _given(token: Token, sentence: Sentence, reading: Reading) -> str | None:
    """Return the name that a clause gives its subject: "was identified as Ann Lee", "He was Tom Lee", "the man, Tom Lee,"."""
    verb = token.head
    if token.dep_ == "nsubj:pass" and verb.lemma_.lower() in words("naming"):
        return next((n for t in verb.subtree if t.i > verb.i and (n := _as_name(t, reading))), None)
    entity = reading.entities.of(verb) if token.dep_ == "nsubj" else None
    if entity is None and token.lower_ not in {"he", "she"}:
        entity = next((e for t in _set_beside(token) if (e := reading.entities.of(t))), None)
    return entity.name if entity is not None and entity.type == PERSON else None


def _set_beside(token: Token) -> Iterator[Token]:
    yield from (c for c in token.children if c.dep_ == "appos" and c.i == token.i + 2 and token.nbor().text == ",")


def _interrupted(sentence: Sentence, noun: Token, reading: Reading) -> bool:
    """Return whether a sentence brings in somebody else whom the next pronoun could mean."""
    subjects = [t for t in sentence.tokens if t.dep_ in SUBJECT | PASSIVE and t.head.dep_ == "ROOT"]
    return not all(takes_up(t, noun) for t in subjects)
