"""Who someone is, where two articles give two names to one: two holders of one office ("the coach, Ian Moor", "coach Ian Marsh"; "Leeds mayor
Ian Moor", "Ann Lee, the mayor of Leeds"), two given names of one surname and office, and one name spelled in two ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from verify.claims.base import NAMES, ClaimKind, Slot
from verify.claims.framed import framed
from verify.claims.labels import of_office
from verify.language.roles import role_head, roles, whole_office
from verify.model import Claim, Relation, Thing
from verify.values.name import PERSON, Name, misspelt, person_words, same_person, words_of

if TYPE_CHECKING:
    from verify.language.reading import Reading

SPELT = "~"
"""It marks the keys by which a name is found again that is spelled in two ways, apart from those with an office in them."""


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield each person with a given name and a surname of whom an article tells an office, then each such person; when, is nothing to a name.

    A person whom the house tells apart from one of a like name is left out.
    """
    told = [
        r for r in roles(reading.parsed, reading.entities) if _in_full(r.name) and not reading.aliases.parted(r.name)
    ]
    holders = {(whole_office(r.text), r.name) for r in told}
    several = {a for (a, _), (b, _) in combinations(holders, 2) if a == b}
    for role in told:
        if office := role_head(role.text):
            keys = {f"{office} {key}" for key in _halves(role.name)}
            yield from _claim(role.name, role.person, role.person, office, keys, reading)
            if (whole := whole_office(role.text)) and whole not in several:
                span = min(role.first, role.person[0]), max(role.last, role.person[1])
                yield from _claim(role.name, span, role.person, office, {whole}, reading)
    for entity in reading.entities.all:
        full = next((m for m in entity.mentions if m[1] > m[0]), None)
        known = _in_full(entity.name) and not reading.aliases.parted(entity.name)
        if entity.type == PERSON and full and known:
            for claim in _claim(entity.name, full, full, PERSON, _spellings(entity.name), reading):
                yield replace(claim, subject=entity.name, time=None)


def _in_full(name: str) -> bool:
    words = person_words(name)
    return len(words) > 1 and len(words[0]) > 1


def _halves(name: str) -> set[str]:
    """Return the given name with the first letter of the surname, and the surname."""
    words = person_words(name)
    return {f"{words[0]} {words[-1][0]}", words[-1]}


def _spellings(name: str) -> set[str]:
    """Return keys of which a name shares one with any that differs from it in its given name or its surname by letters."""
    given, surname = person_words(name)[0], person_words(name)[-1]
    return {SPELT + key for key in (f"{given} {surname[0]}-", f"{given[0]}- {surname}", f"-{given[1:]} {surname}")}


def _claim(
    name: str, span: tuple[int, int], person: tuple[int, int], office: str, keys: set[str], reading: Reading
) -> Iterator[Claim]:
    head = reading.doc[person[0] : person[1] + 1].root
    thing = Thing(text=office.lower(), head=office.lower())
    made = framed("office", span, Name(name=name, type=PERSON), reading, head=head, thing=thing)
    if made is not None:
        yield replace(made, around=frozenset(map(str.lower, keys)), predicate=None)


def compare(left: Claim, right: Claim) -> Relation:
    """Return `disjoint` for the names of two holders of one office, and for two spellings of one name."""
    a, b, shared = left.value.label(), right.value.label(), left.around & right.around
    if misspelt(a, b):
        return "disjoint" if shared else "unknown"
    of_office = any(not key.startswith(SPELT) for key in shared)
    return "disjoint" if of_office and same_person(a, b) == "different" else "equal"


def _mentioned(claim: Claim, beside: Claim, reading: Reading) -> bool:
    """Return whether an article has anywhere what the other name has and its own has not: it may then tell of both, unless it tells that the other
    has an office of his own.
    """
    other = {*person_words(claim.value.label())} - {*person_words(beside.value.label())}
    told = other & {w for t in reading.doc if t.text[:1].isupper() for w in words_of(t.text)}
    return bool(told) and not _has_another(claim, reading)


def _has_another(claim: Claim, reading: Reading) -> bool:
    """Return whether an article tells of the holder of an office that he holds another, and not that one too."""
    own = {
        whole_office(r.text) or role_head(r.text)
        for r in roles(reading.parsed, reading.entities)
        if r.name == claim.value.label() and role_head(r.text)
    }
    return bool(own) and not claim.around & {text.lower() for text in own if text}


KIND = ClaimKind(
    name="office",
    focus="name",
    extract=extract,
    values=compare,
    slots=(Slot.OFFICE,),
    blocks=(Slot.AROUND,),
    title=of_office,
    detail=True,
    mentioned=_mentioned,
    stakes=NAMES,
)
