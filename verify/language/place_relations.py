"""How the words before and after a place relate something to it: in it, near it, between it and another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from verify.language import gazetteer
from verify.language.grammar.governor import OBJECT, PASSIVE, top
from verify.lists import load
from verify.values.place import Direction, Nearness, Place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WHOLE = frozenset({"country", "state", "region"})
"""Types that nothing can be "at"."""


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of `prepositions.toml`."""
    return frozenset(load("prepositions")[name])


def street_words() -> dict[str, str]:
    """Return what the abbreviations in names of streets stand for."""
    table: dict[str, str] = load("prepositions")["street_words"]
    return table


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place in the text, by its first and last token; `relation` is the preposition that puts something there,
    `preposition` any.
    """

    first: int
    last: int
    value: Place
    adjectival: bool = False
    relation: str | None = None
    preposition: str | None = None
    direction: Direction | None = None


def related(doc: Doc, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Return the mentions with the preposition before them; the second of a coordination has that of the first."""
    groups = coordinations(doc, list(_led(doc, mentions)))
    return tuple(mention for group in groups for mention in (group if _holds(group) else _loose(group)))


def _holds(group: Sequence[PlaceMention]) -> bool:
    """Return whether a group is a place where something can be: between two countries or capitals there is a treaty or a
    war, for capitals stand for governments.
    """
    if group[0].preposition != "between":
        return True
    states = [m.value.type == "country" or gazetteer.capital_of(m.value.names[0]) is not None for m in group]
    return len(group) > 1 and not all(states)


def _loose(group: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    return (replace(m, relation=None, value=replace(m.value, nearness=None)) for m in group)


def _led(doc: Doc, mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    before: PlaceMention | None = None
    for mention in mentions:
        word = None if mention.adjectival else preposition(doc, mention)
        if word is None and before is not None and not mention.adjectival and _coordinated(doc, before, mention):
            word = before.preposition
        relation = _locative(word, mention.value)
        value = replace(mention.value, nearness=_nearness(doc, mention, relation))
        way = _direction(word) if relation is None else None
        before = replace(mention, preposition=word, relation=relation, value=value, direction=way)
        yield before


def _locative(word: str | None, value: Place) -> str | None:
    """Return the preposition if it puts something at the place."""
    if word not in words("locative") or (word == "at" and value.type in WHOLE):
        return None
    return None if word in words("narrow") and value.type not in {"street", "site"} else word


def _direction(word: str | None) -> Direction | None:
    """Return whether a preposition tells where something comes from or goes to."""
    if word not in words("moving"):
        return None
    return "from" if word == "from" else "to"


def _nearness(doc: Doc, mention: PlaceMention, relation: str | None) -> Nearness | None:
    if relation is None:
        return None
    if relation == "between":
        return "between"
    area = land_follows(doc, mention.last) and doc[mention.last + 1].lower_ == "area"
    return "near" if relation in words("near") or area else None


def land_follows(doc: Doc, last: int) -> bool:
    """Return whether the word after a place says what it is ("Washington state", "the Dayton area")."""
    if last + 1 >= len(doc):
        return False
    word = doc[last + 1]
    return word.lower_ in words("land") and not (word.dep_ in {"compound", "nmod:poss"} and word.head.i > word.i)


def preposition(doc: Doc, mention: PlaceMention) -> str | None:
    """Return the preposition before a place, over words such as "the northern" and the number of a house; "north of" is
    "near", "in the city of" is "in".
    """
    i = _before(doc, mention.first - 1, numbers=mention.value.type == "street")
    if i >= 1 and doc[i].lower_ == "of":
        if doc[i - 1].lower_ in words("direction"):
            return "near"
        if doc[i - 1].lower_ in words("settlement"):
            i = _before(doc, i - 2, numbers=True)
            within = i >= 0 and doc[i].lower_ in words("exact")
            return "in" if within or _is_reached(doc[mention.first].head) else None
    if i >= 0 and doc[i].lower_ in words("locative") | words("other"):
        return doc[i].lower_
    return "at" if _is_reached(top(doc, mention.first, mention.last)) else None


def _is_reached(word: Token) -> bool:
    """Return whether a word is the object, or in the passive the subject, of a verb that tells of a place ("struck Lima")."""
    return word.dep_ in OBJECT | PASSIVE and word.head.lemma_.lower() in words("reaching")


def _before(doc: Doc, i: int, *, numbers: bool) -> int:
    """Return the last token up to `i` that is no word such as "the northern", nor a number where such may stand."""
    while i >= 0 and (doc[i].lower_ in words("between") or (numbers and doc[i].text[0].isdigit()) or _owner(doc, i)):
        i -= 1
    return i


def _owner(doc: Doc, i: int) -> bool:
    """Return whether a token is of a place that holds the one behind it ("in Lima's old town")."""
    return (
        doc[i].ent_type_ == "LOC"
        if doc[i + 1].tag_ == "POS"
        else doc[i].tag_ == "POS" and doc[i - 1].ent_type_ == "LOC"
    )


def coordinations(doc: Doc, mentions: Sequence[PlaceMention]) -> tuple[tuple[PlaceMention, ...], ...]:
    """Return mentions in groups: those that "and" and commas join stand together."""
    groups: list[list[PlaceMention]] = []
    for mention in mentions:
        if groups and _coordinated(doc, groups[-1][-1], mention):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return tuple(tuple(group) for group in groups)


def _coordinated(doc: Doc, before: PlaceMention, mention: PlaceMention) -> bool:
    between = {t.lower_ for t in doc[before.last + 1 : mention.first] if not t.is_space}
    joins = between & ({"and", "or"} if "in" in between else {"and", "or", ","})
    return bool(joins) and between <= {",", "and", "or", "in"} | words("between")
