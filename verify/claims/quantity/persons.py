"""Whose an age is where the name stands elsewhere: "a 20-year-old man was shot" and, later, "John Smith was shot"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

from verify.claims.quantity.harm import harm_of, lemma
from verify.claims.quantity.things import word_lists
from verify.values.name import PERSON

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.claims.quantity.scan import Quantity
    from verify.language.reading import Reading

Role = Literal["harmed", "accused"]


@cache
def _accusing() -> frozenset[str]:
    return frozenset((*word_lists()["harm"]["accusing"], "arrest", "detain"))


def described(doc: Doc, last: int) -> Token:
    """Return the noun that an age describes, "old" itself where there is none."""
    at = doc[last]
    for _ in range(4):
        if at.dep_ not in {"nummod", "amod", "compound", "nmod:unmarked", "obl:unmarked", "obl:npmod", "punct"}:
            break
        if at.head.i == at.i:
            break
        at = at.head
    return at


def role_of(token: Token) -> Role | None:
    """Return whether somebody comes to harm or is accused in the clause of a token."""
    harm = harm_of(token)
    if harm is None:
        return _identified(token)
    return "accused" if harm in _accusing() else "harmed"


def _identified(token: Token) -> Role | None:
    """Return the role of who is identified by a name: the victim, unless a suspect is spoken of."""
    verb = token.head
    if lemma(verb) != "identify" or not any(c.lower_ == "as" for c in token.children):
        return None
    parties = {lemma(c) for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}}
    return "accused" if parties & frozenset(word_lists()["harm"]["suspects"]) else "harmed"


def bridged(unnamed: Sequence[Quantity], known: frozenset[str], reading: Reading) -> Mapping[int, str]:
    """Return names for ages of nobody named, by the first token of the age.

    An age gets a name only where its role belongs to one age alone and to one named person alone whose age is not told.
    """
    ages: dict[Role, set[float]] = {}
    places: list[tuple[Role, Quantity]] = []
    for quantity in unnamed:
        role = role_of(described(reading.doc, quantity.last))
        if role is not None and quantity.value.number is not None:
            ages.setdefault(role, set()).add(quantity.value.number)
            places.append((role, quantity))
    names = _people(reading, known) if ages else {}
    single = {
        role: next(iter(found)) for role, found in names.items() if len(found) == 1 and len(ages.get(role, ())) == 1
    }
    return {quantity.first: single[role] for role, quantity in places if role in single}


def _people(reading: Reading, known: frozenset[str]) -> dict[Role, set[str]]:
    """Return the names of those whose age is not told, by their role."""
    out: dict[Role, set[str]] = {}
    for entity in reading.entities.all:
        if entity.type == PERSON and entity.name not in known:
            for role in _roles(reading.doc, entity.mentions):
                out.setdefault(role, set()).add(entity.name)
    return out


def _roles(doc: Doc, mentions: Sequence[tuple[int, int]]) -> Iterator[Role]:
    for first, last in mentions:
        head = next((t for t in doc[first : last + 1] if not first <= t.head.i <= last), doc[last])
        role = role_of(head)
        if role is not None:
            yield role
