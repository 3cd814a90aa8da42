"""Whom "he", "she" or "the group" means, where the sentences around leave one candidate."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from verify.values.atlas import DATA
from verify.values.name import ORGANISATION, PERSON

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.entities import Entity
    from verify.language.reading import Reading

PERSONAL = frozenset({"he", "she", "him", "her"})
SINGULAR = PERSONAL | {"his", "himself", "herself"}
BESIDE = frozenset({"appos", "nsubj", "compound", "flat", "nmod:desc"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """Whom a word can mean: the name where one candidate is left, else None, and every candidate in order."""

    name: str | None
    candidates: tuple[str, ...]


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list of `mentions.toml`."""
    return frozenset(tomllib.loads((DATA / "mentions.toml").read_text(encoding="utf-8"))[name])


@cache
def _people() -> frozenset[str]:
    table = tomllib.loads((DATA / "counted.toml").read_text(encoding="utf-8"))
    return frozenset(table["victims"]["words"])


def sex_of(word: Token) -> str | None:
    """Return "m" or "f" where a noun or pronoun for one person tells the sex."""
    forms = {word.lower_.rstrip("."), word.lemma_.lower()}
    return "m" if forms & word_list("men") else "f" if forms & word_list("women") else None


def antecedent(token: Token, reading: Reading) -> Antecedent | None:
    """Return whom a pronoun for one person or "the group" can mean, None for any other word.

    Candidates stand in the sentence before or before the word in its own: for a pronoun the names and nouns of people
    whom no title or noun shows to be of the other sex, for "the group" the organisations.
    """
    if token.lower_ in SINGULAR:
        named = {e.name: e for _, e in _named(token, PERSON, reading)}
        fitting = [name for name, e in named.items() if _sexes(e, reading) <= {sex_of(token)}]
        candidates = tuple(dict.fromkeys((*fitting, *_unnamed(token, reading))))
        return Antecedent(name=candidates[0] if len(candidates) == len(fitting) == 1 else None, candidates=candidates)
    if not _is_group(token):
        return None
    found = [(word, e.name) for word, e in _named(token, ORGANISATION, reading)]
    names = tuple(dict.fromkeys(name for _, name in found))
    acting = any(word.dep_ in {"nsubj", "nsubj:pass"} for word, _ in found)
    return Antecedent(name=names[0] if len(names) == 1 and acting else None, candidates=names)


def people_near(token: Token, reading: Reading) -> tuple[str, ...]:
    """Return the people named in the sentence before a word and before it in its own."""
    return tuple(dict.fromkeys(e.name for _, e in _named(token, PERSON, reading)))


def _sexes(entity: Entity, reading: Reading) -> set[str | None]:
    """Return the sexes that titles before a person's names and nouns set beside them tell."""
    words = [reading.doc[a - 1] for a, _ in entity.mentions if a]
    words += [reading.doc[a].head for a, _ in entity.mentions if reading.doc[a].dep_ == "appos"]
    return {sex for w in words if w.lower_ not in SINGULAR and (sex := sex_of(w))}


def _is_group(token: Token) -> bool:
    """Return whether a noun takes up a group named before: "the group", "the militia"."""
    definite = any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
    alone = all(c.i > token.i or c.dep_ == "det" for c in token.children)
    return token.tag_ == "NN" and definite and alone and token.lemma_.lower() in word_list("groups")


def _before(token: Token, reading: Reading) -> Iterator[Token]:
    """Yield the words of the sentence before that of a token, then those of its own before it."""
    sentence = reading.parsed.sentence(token)
    if sentence is None:
        return
    if sentence.index and _follows(token, reading):
        yield from reading.sentences[sentence.index - 1].tokens
    yield from (t for t in sentence.tokens if t.i < token.i)


def _follows(token: Token, reading: Reading) -> bool:
    """Return whether a sentence stands in one zone with that before it."""
    sentence = reading.parsed.sentence(token)
    return sentence is not None and reading.sentences[sentence.index - 1].zone == sentence.zone


def _named(token: Token, type_: str, reading: Reading) -> Iterator[tuple[Token, Entity]]:
    for word in _before(token, reading):
        entity = reading.entities.of(word)
        if entity is not None and entity.type == type_:
            yield word, entity


def _unnamed(token: Token, reading: Reading) -> Iterator[str]:
    """Yield the nouns for one person of the right sex that stand beside no name: "a man", "his mother"."""
    for word in _before(token, reading):
        person = word.tag_ == "NN" and word.lemma_.lower() in _people()
        if person and sex_of(word) in {None, sex_of(token)} and not _beside_name(word, reading):
            yield word.lemma_.lower()


def _beside_name(noun: Token, reading: Reading) -> bool:
    """Return whether a noun says what somebody named is: "the driver, Tom Lee", "Tom Lee is a teacher"."""
    names = [t for t in (noun.head, *noun.children) if (e := reading.entities.of(t)) is not None and e.type == PERSON]
    return noun.dep_ in {"compound", "nmod:desc"} or any(t.dep_ in BESIDE or noun.dep_ in BESIDE for t in names)
