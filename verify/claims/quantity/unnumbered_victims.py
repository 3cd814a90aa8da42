"""Tolls of one that no number states: "the death of a US citizen", a person who "was shot and killed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from verify.claims.quantity.harm import harm_of
from verify.claims.quantity.things import phrase_of, word_lists
from verify.language.grammar.assertion import assertion
from verify.language.grammar.governor import first_conjunct
from verify.model import Span, Thing
from verify.values.extent import Interval, interval

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Toll:
    """Persons named or described in the singular who come to harm together: their heads, the event's lemma."""

    sentence: Sentence
    victims: tuple[Token, ...]
    predicate: str

    @property
    def span(self) -> Span:
        """The words from the first victim to the last."""
        first, last = phrase_of(self.victims[0]), phrase_of(self.victims[-1])
        doc = self.victims[0].doc
        start = doc[first.first]
        before = doc[first.first - 1] if first.first > self.sentence.tokens.start else None
        if before is not None and before.lower_ in {"a", "an", "one", "another"}:
            start = before
        end = doc[last.last]
        return Span(start=start.idx, end=end.idx + len(end))

    @property
    def value(self) -> Interval:
        """The number of victims: exact where each is introduced by "a" or "an", else at least so many."""
        new = all(_introduced(v) for v in self.victims)
        return interval(len(self.victims), bound="exact" if new else "at-least")

    @property
    def thing(self) -> Thing:
        """What the victims are called."""
        return phrase_of(self.victims[0]).thing()


def _introduced(victim: Token) -> bool:
    """Return whether "a" or "an" introduces somebody, who is not one more of several ("a third suspect")."""
    article = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in victim.children)
    return article and not any(c.dep_ == "amod" and "NumType=Ord" in str(c.morph) for c in victim.children)


@cache
def _grave() -> frozenset[str]:
    return frozenset((*word_lists()["harm"]["deadly"], *word_lists()["harm"]["hurting"]))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_lists()["victims"][name])


def tolls(reading: Reading, taken: frozenset[int]) -> Iterator[Toll]:
    """Yield the tolls of an article that no number states; `taken` holds the tokens of things that numbers count."""
    for sentence in reading.sentences:
        groups: dict[int, list[Token]] = {}
        for token in sentence.tokens:
            if token.i not in taken and _victim(token):
                groups.setdefault(first_conjunct(token).i, []).append(token)
        for victims in groups.values():
            predicate = harm_of(victims[0])
            if victims[0].pos_ == "PRON" and predicate not in _grave():
                continue
            if predicate is not None and predicate not in word_lists()["harm"]["accusing"]:
                for together in _told_together(victims):
                    yield Toll(sentence=sentence, victims=together, predicate=predicate)


def _told_together(victims: list[Token]) -> Iterator[tuple[Token, ...]]:
    """Yield the victims that are counted as one: "neither the driver nor his son was hurt" tells of both and of each by himself."""
    yield tuple(victims)
    if len(victims) > 1 and assertion(victims[0]).negated:
        yield from ((victim,) for victim in victims)


def _victim(token: Token) -> bool:
    """Return whether a token is the head of a phrase for one person, and no number goes with it; "he" is one as well."""
    if token.dep_ in {"compound", "flat", "nmod:poss", "appos", "amod"} or any(
        c.dep_ == "nummod" for c in token.children
    ):
        return False
    if token.pos_ == "PRON" and token.lower_ in _words("pronouns"):
        return True
    if token.pos_ == "PROPN":
        return token.ent_type_ in {"PER", "PERSON"} and token.tag_ != "NNPS"
    return token.tag_ == "NN" and token.lemma_.lower() in _words("words") and not _none(token)


def _none(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in {"no", "any", "every", "each", "some", "all"} for c in token.children)
