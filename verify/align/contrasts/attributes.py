"""One thing with two attributes that exclude each other: "Russia's invasion" and "America's invasion", a yellow and a green flag.

A thing is known again by its noun and the words around it. What differs must be of a closed sort: countries and states, colours,
points of the compass, ordinals, spans of time, opposites. Neither article may give the noun the other's value anywhere, so that nothing is made
of two embassies of which one article mentions both. People are left out: several may well act side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from verify.align.contrasts.base import Contrast, contrast
from verify.align.contrasts.surroundings import (
    ATTRIBUTE,
    LEAST_IN_BRIEF,
    NOMINAL,
    Edge,
    asserted,
    is_person,
    known_again,
    surroundings,
)
from verify.claims.framed import framed
from verify.language.content_words import key
from verify.language.events import event_group
from verify.language.grammar.assertion import is_negated
from verify.language.opposites import PREFIXES, attribute_class, opposite
from verify.language.reading import Reading
from verify.model import Claim, Relation, Thing
from verify.values.name import Name
from verify.values.place import Place, compare

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE = "place"
LABELS = ("the same word", "the same words around it", "attributes that exclude each other")
SPANS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "century"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Attribute:
    """What a noun is said to be or have: its sort, the values, the tokens that say so, and the words around the noun."""

    reading: Reading
    head: Token
    sort: str
    values: frozenset[str | Place]
    tokens: tuple[Token, ...]
    around: frozenset[Edge]


def find_attributes(left: Sequence[Attribute], right: Sequence[Attribute], *, least: int) -> Iterator[Contrast]:
    """Yield the attributes of two articles that cannot both hold of one thing."""
    theirs, seen = _by_noun(right), set()
    for noun, ours in _by_noun(left).items():
        for a, b in product(ours, theirs.get(noun, ())):
            if not _known(a, b, least) or _given(a, theirs[noun]) or _given(b, ours):
                continue
            found = contrast(_claim(a, b), _claim(b, a), labels=LABELS, note=f"said of the same {a.head.text}")
            said = (noun, found.left.value.label(), found.right.value.label()) if found else None
            if found and said not in seen:
                seen.add(said)
                yield found


def _by_noun(found: Sequence[Attribute]) -> dict[tuple[str, str], list[Attribute]]:
    out: dict[tuple[str, str], list[Attribute]] = defaultdict(list)
    for attribute in found:
        out[key(attribute.head), attribute.sort].append(attribute)
    return out


def _known(a: Attribute, b: Attribute, least: int) -> bool:
    """Return whether two attributes exclude each other and are of one thing; in a brief a place that the other text lacks needs no more."""
    if not exclude(a, b):
        return False
    if least == LEAST_IN_BRIEF and a.sort.startswith(PLACE) and (_unnamed(a, b.reading) or _unnamed(b, a.reading)):
        return True
    return known_again(a.head, a.around, b.head, b.around, least)


def _unnamed(a: Attribute, reading: Reading) -> bool:
    """Return whether an article names none of the places of an attribute, nor any within or around them."""
    named = [p.value for p in reading.places]
    return all(_relation(v, n) in {"disjoint", "unknown"} for v in a.values for n in named)


def _given(a: Attribute, others: Sequence[Attribute]) -> bool:
    """Return whether the other article anywhere gives the noun the values that this one gives it."""
    given = [v for other in others for v in other.values]
    return all(any(_relation(x, y) not in {"disjoint", "unknown"} for y in given) for x in a.values)


def exclude(a: Attribute, b: Attribute) -> bool:
    """Return whether two attributes cannot be of one thing: no value of one is among, within or around those of the other."""
    if a.sort == "opposite":
        return any(opposite(str(x), str(y)) for x in a.values for y in b.values)
    if a.sort == "colour":
        return not (a.values <= b.values or b.values <= a.values)
    relations = {_relation(x, y) for x in a.values for y in b.values}
    return "disjoint" in relations and relations <= {"disjoint", "unknown"}


def _relation(x: str | Place, y: str | Place) -> Relation:
    if isinstance(x, Place) and isinstance(y, Place):
        return compare(x, y)
    return "equal" if x == y else "disjoint"


def _claim(a: Attribute, other: Attribute) -> Claim | None:
    """Return an attribute as a claim; of several places the one that the other article does not give."""
    places = sorted((v for v in a.values if isinstance(v, Place)), key=Place.label)
    place = next(
        (p for p in places if all(_relation(p, v) == "disjoint" for v in other.values)), next(iter(places), None)
    )
    words = " and ".join(t.text.lower() for t in a.tokens)
    thing = Thing(text=a.head.text, head=a.head.lemma_.lower())
    ends = (a.tokens[0].i, a.tokens[-1].i)
    value = place or Name(name=words, type="attribute")
    return framed("place" if place else "event", ends, value, a.reading, head=a.head, thing=thing)


def attributes(reading: Reading) -> tuple[Attribute, ...]:
    """Return the attributes of an article's nouns that are plainly asserted."""
    return tuple(a for s in reading.sentences for t in s.tokens if _can_bear(t, reading) for a in _of(t, reading))


def _can_bear(token: Token, reading: Reading) -> bool:
    if token.pos_ not in NOMINAL or is_negated(token) or is_person(token):
        return False
    return asserted(token, reading)


def _of(head: Token, reading: Reading) -> Iterator[Attribute]:
    found: dict[str, list[tuple[Token, str | Place]]] = defaultdict(list)
    for child in head.children:
        if child.dep_ in ATTRIBUTE:
            for token in (child, *(c for c in child.children if c.dep_ == "conj")):
                for sort, value in _values(token, child, reading):
                    found[sort].append((token, value))
    for sort, pairs in found.items():
        own = {("below", key(t)) for t, _ in pairs}
        yield Attribute(
            reading=reading,
            head=head,
            sort=sort,
            values=frozenset(v for _, v in pairs),
            tokens=tuple(t for t, _ in pairs),
            around=surroundings(head) - own,
        )


def _values(token: Token, first: Token, reading: Reading) -> Iterator[tuple[str, str | Place]]:
    """Yield the sort and the value of one attribute; `first` is the first of those that it is coordinated with."""
    if token.i > 1 and reading.doc[token.i - 1].text == "-" and reading.doc[token.i - 2].lower_ in PREFIXES:
        return
    place = next((p.value for p in reading.places if p.first <= token.i <= p.last), None)
    if place is not None:
        case = next((c.lower_ for c in first.children if c.dep_ == "case"), "") if first.dep_ == "nmod" else ""
        whose = case == "of" and event_group(first.head.lemma_.lower()) is None
        yield f"{PLACE} {'' if whose else case}", place
        return
    word = token.lemma_.lower()
    if sort := attribute_class(token.lower_):
        yield sort, token.lower_
    elif word in SPANS and (number := next((c.lemma_.lower() for c in token.children if c.dep_ == "nummod"), None)):
        yield "span", f"{number} {word}"
    elif token.dep_ == "amod":
        yield "opposite", token.lower_
