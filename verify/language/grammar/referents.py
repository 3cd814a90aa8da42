"""Whom or what a word takes up: "he", "the group", "it"; the one candidate that the sentences around leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Protocol

from verify.language.entities import Entities, Entity
from verify.language.grammar.governor import OBJECT, PASSIVE, SUBJECT
from verify.lists import load
from verify.values.name import ORGANISATION, PERSON

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Parsed

PERSONAL = frozenset({"he", "she", "him", "her"})
SINGULAR = PERSONAL | {"his", "himself", "herself"}
LEAST = 2
"""Mentions that the main firm of an article has at least."""
BESIDE = frozenset({"appos", "nsubj", "compound", "flat", "nmod:desc"})


class Read(Protocol):
    """An article as far as it is read when its speakers are found: its parse and its names."""

    def __hash__(self) -> int:
        """Return the hash by which what was found in it is kept."""

    @property
    def parsed(self) -> Parsed:
        """The parse."""

    @property
    def entities(self) -> Entities:
        """The names with their bearers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Antecedent:
    """Whom a word can mean: the name where one candidate is left, else None, and every candidate in order."""

    name: str | None
    candidates: tuple[str, ...]


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list of `mentions.toml`."""
    return frozenset(load("mentions")[name])


@cache
def _people() -> frozenset[str]:
    table = load("counted")
    return frozenset(table["victims"]["words"])


def sex_of(word: Token) -> str | None:
    """Return the sex that a noun or pronoun for one person tells."""
    return sex_told({word.lower_.rstrip("."), word.lemma_.lower()})


def sex_told(forms: Set[str]) -> str | None:
    """Return whether the forms of a word are for a man ("Mr", "spokesman") or for a woman, None where they are for both."""
    return "man" if forms & word_list("men") else "woman" if forms & word_list("women") else None


def antecedent(token: Token, reading: Read) -> Antecedent | None:
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
    acting = any(word.dep_ in SUBJECT | PASSIVE for word, _ in found)
    return Antecedent(name=names[0] if len(names) == 1 and acting else None, candidates=names)


def people(words: Sequence[Token], reading: Read) -> Iterator[str]:
    """Yield the people that words name, each once, and those set beside them: "the driver, Lee", "Lee and Marsh"; whom "she"
    means where one is left.
    """
    seen: dict[str, None] = {}
    stack = list(words)
    while stack:
        token = stack.pop(0)
        if name := person_meant(token, reading):
            seen[name] = None
        stack.extend(c for c in token.children if c.dep_ in {"appos", "conj"})
    yield from seen


def person_meant(token: Token, reading: Read) -> str | None:
    """Return the person that a word names, or the one whom "she" can mean."""
    entity = reading.entities.of(token)
    if entity is not None and entity.type == PERSON:
        return entity.name
    meant = antecedent(token, reading) if token.lower_ in PERSONAL else None
    return meant.name if meant is not None else None


def thing_meant(pronoun: Token, fits: Callable[[Token], object]) -> Token:
    """Return the one noun of a sort that "it" can mean, the pronoun where there is none: a subject before it in its sentence, else a subject
    or object of the sentence before.
    """
    own = _fitting((t for t in pronoun.sent if t.i < pronoun.i and t.dep_ in SUBJECT | PASSIVE), fits)
    if not own and pronoun.sent.start:
        before = pronoun.doc[pronoun.sent.start - 1].sent
        own = _fitting((t for t in before if t.dep_ in SUBJECT | PASSIVE | OBJECT), fits)
    return own[0] if len(own) == 1 else pronoun


def _fitting(tokens: Iterable[Token], fits: Callable[[Token], object]) -> list[Token]:
    return [t for token in tokens for t in (token, *(c for c in token.children if c.dep_ == "compound")) if fits(t)]


def takes_up(token: Token, noun: Token) -> bool:
    """Return whether a pronoun or "the" with the same noun can mean who was described."""
    if token.lower_ in {"he", "she"}:
        return sex_of(noun) in {None, sex_of(token)}
    same = token.lemma_.lower() == noun.lemma_.lower() and token.tag_ == "NN"
    return same and any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)


def firm_meant(token: Token, reading: Read) -> str | None:
    """Return the firm that "it" or "its" means where its sentence names one before it, else the main firm of the article."""
    before = [reading.entities.of(t) for t in token.sent if t.i < token.i]
    near = dict.fromkeys(e.name for e in before if e is not None and e.type == ORGANISATION)
    return next(iter(near)) if len(near) == 1 else None if near else main_firm(reading)


@lru_cache(maxsize=2)
def main_firm(reading: Read) -> str | None:
    """Return the organisation that an article mentions more than once and twice as often as any other, None where there is none."""
    counted = sorted(((len(e.mentions), e.name) for e in reading.entities.all if e.type == ORGANISATION), reverse=True)
    if not counted or counted[0][0] < LEAST or (len(counted) > 1 and counted[0][0] < 2 * counted[1][0]):
        return None
    return counted[0][1]


def people_near(token: Token, reading: Read) -> tuple[str, ...]:
    """Return the people named in the sentence before a word and before it in its own."""
    return tuple(dict.fromkeys(e.name for _, e in _named(token, PERSON, reading)))


def _sexes(entity: Entity, reading: Read) -> set[str | None]:
    """Return the sexes that titles before a person's names and nouns set beside them tell."""
    words = [reading.parsed.doc[a - 1] for a, _ in entity.mentions if a]
    words += [reading.parsed.doc[a].head for a, _ in entity.mentions if reading.parsed.doc[a].dep_ == "appos"]
    return {sex for w in words if w.lower_ not in SINGULAR and (sex := sex_of(w))}


def _is_group(token: Token) -> bool:
    """Return whether a noun takes up a group named before: "the group", "the militia"."""
    definite = any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
    alone = all(c.i > token.i or c.dep_ == "det" for c in token.children)
    return token.tag_ == "NN" and definite and alone and token.lemma_.lower() in word_list("groups")


def _before(token: Token, reading: Read) -> Iterator[Token]:
    """Yield the words of the sentence before that of a token, then those of its own before it."""
    sentence = reading.parsed.sentence(token)
    if sentence is None:
        return
    if sentence.index and _follows(token, reading):
        yield from reading.parsed.sentences[sentence.index - 1].tokens
    yield from (t for t in sentence.tokens if t.i < token.i)


def _follows(token: Token, reading: Read) -> bool:
    """Return whether a sentence stands in one zone with that before it."""
    sentence = reading.parsed.sentence(token)
    return sentence is not None and reading.parsed.sentences[sentence.index - 1].zone == sentence.zone


def _named(token: Token, type_: str, reading: Read) -> Iterator[tuple[Token, Entity]]:
    for word in _before(token, reading):
        entity = reading.entities.of(word)
        if entity is not None and entity.type == type_:
            yield word, entity


def _unnamed(token: Token, reading: Read) -> Iterator[str]:
    """Yield the nouns for one person of the right sex that stand beside no name: "a man", "his mother"."""
    for word in _before(token, reading):
        person = word.tag_ == "NN" and word.lemma_.lower() in _people()
        if person and sex_of(word) in {None, sex_of(token)} and not _beside_name(word, reading):
            yield word.lemma_.lower()


def _beside_name(noun: Token, reading: Read) -> bool:
    """Return whether a noun says what somebody named is: "the driver, Tom Lee", "Tom Lee is a teacher"."""
    names = [t for t in (noun.head, *noun.children) if (e := reading.entities.of(t)) is not None and e.type == PERSON]
    return noun.dep_ in {"compound", "nmod:desc"} or any(t.dep_ in BESIDE or noun.dep_ in BESIDE for t in names)
