"""Tolls that no number states: "the death of a US citizen", those told one by one and group by group ("a child and two women drowned")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from verify.claims.kinship import sort_of
from verify.claims.labels import PERSON
from verify.claims.quantity.harm import harm_of
from verify.claims.quantity.things import phrase_of, word_lists
from verify.language.grammar.assertion import assertion
from verify.language.grammar.governor import first_conjunct
from verify.language.name_types import role_words
from verify.model import Span, Thing
from verify.values.extent import Interval, interval

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading

PEOPLE = Thing(text="people", head="people")
UNBORN = "unborn"
"""Who some count among the dead and others do not: no total is stated with them."""
REFLEXIVE = frozenset({"himself", "herself"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Toll:
    """Persons named or described in the singular who come to harm together: their heads, the event's lemma.

    Of those who are told group by group, `numbers` has how many each group is, by the index of its head.
    """

    sentence: Sentence
    victims: tuple[Token, ...]
    predicate: str
    numbers: Mapping[int, Interval] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """The words from the first victim to the last."""
        first, last = phrase_of(self.victims[0]), phrase_of(self.victims[-1])
        doc = self.victims[0].doc
        start = doc[first.first]
        before = doc[first.first - 1] if first.first > self.sentence.tokens.start else None
        if before is not None and (before.lower_ in {"a", "an", "one", "another"} or self.victims[0].i in self.numbers):
            start = before
        end = doc[last.last]
        return Span(start=start.idx, end=end.idx + len(end))

    @property
    def value(self) -> Interval:
        """The number of victims: exact where each is introduced by "a" or "an" or counted, else at least so many."""
        new = bool(self.numbers) or all(_introduced(v) for v in self.victims)
        told = (self.numbers[v.i].number or 0 if v.i in self.numbers else 1 for v in self.victims)
        return interval(sum(told), bound="exact" if new else "at-least")

    @property
    def thing(self) -> Thing:
        """What the victims are called."""
        return PEOPLE if self.numbers else phrase_of(self.victims[0]).thing()


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


def tolls(reading: Reading, taken: frozenset[int], counts: Mapping[int, Interval]) -> Iterator[Toll]:
    """Yield the tolls of an article that no number states; `taken` holds the tokens of what numbers count, `counts` the heads of it."""
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
        yield from _rows(sentence, counts)


def _rows(sentence: Sentence, counts: Mapping[int, Interval]) -> Iterator[Toll]:
    """Yield the tolls of those who are told in one row, some of them by a number: "a child and two women"; where all are, the numbers add up."""
    heads = [sentence.tokens.doc[i] for i in counts if sentence.tokens.start <= i < sentence.tokens.end]
    for first in dict.fromkeys(map(first_conjunct, heads)):
        row = tuple(sorted((first, *_joined(first)), key=lambda t: t.i))
        numbers = {t.i: counts[t.i] for t in row if t.i in counts}
        predicate = harm_of(first)
        if len(row) == len(numbers) or predicate is None or predicate in word_lists()["harm"]["accusing"]:
            continue
        one_harm = {harm_of(t) for t in row} == {predicate} and not assertion(first).negated
        people = any(t.lower_ in REFLEXIVE for t in row)
        if one_harm and all(_member(t, counts, people=people) for t in row):
            yield Toll(sentence=sentence, victims=row, predicate=predicate, numbers=numbers)


def _joined(first: Token) -> Iterator[Token]:
    """Yield the words that stand in one row with the first of it."""
    for child in first.children:
        if child.dep_ == "conj":
            yield child
            yield from _joined(child)


def _member(token: Token, counts: Mapping[int, Interval], *, people: bool) -> bool:
    """Return whether a word of a row is so many people, or one, told by no list of their own ("two men, a clerk and his son") and joined by "and";
    who is told beside "himself" is one of the `people`.
    """
    if any(c.lower_ in {"or", "nor"} for c in token.children) or any(
        c.dep_ == "appos" and c.pos_ == "NOUN" for c in token.children
    ):
        return False
    if token.i in counts:
        person = sort_of(phrase_of(token).thing()) == PERSON or token.lemma_.lower() in role_words()
        return counts[token.i].bound == "exact" and (token.pos_ == "NUM" or person or people)
    return token.lower_ in REFLEXIVE or (_victim(token) and not any(c.lower_ == UNBORN for c in token.children))


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
