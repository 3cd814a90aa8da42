"""People whom a headline or caption names by a name of which the rest of the article has only the surname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from verify.checks.base import Subject
from verify.claims.quantity.lexicon import ends_before
from verify.language.entities import Entity
from verify.language.parsed import Sentence
from verify.model import Flag, Location, ZoneKind
from verify.values.name import LIKENESS, PERSON, person_words, same_person

CREDIT = re.compile(r"(?:[:/(|]|\b(?:[Bb]y|[Cc]redit|[Cc]ourtesy(?: of)?))\s*$")


def half_named(subject: Subject, *, zone: ZoneKind, check: str) -> Iterator[Flag]:
    """Yield a flag for each person named in one zone alone whose surname one other person of the article bears.

    Where several others bear it, the one whose given name is written alike is meant, else the article tells of a family. A name in a credit
    is that of whoever took the picture.
    """
    people = [e for e in subject.reading.entities.all if e.type == PERSON and len(person_words(e.name)) > 1]
    for person in people:
        here = subject.location(*person.mentions[0])
        others = [o for o in people if o is not person and _two_names(person.name, o.name)]
        others = [o for o in others if _alike(person.name, o.name)] or others
        if len(others) != 1 or _zones(person, subject) != {zone} or zone in _zones(others[0], subject):
            continue
        if not ends_before(CREDIT, subject.reading.article.text, here.start):
            yield _flag(here, subject.location(*others[0].mentions[0]), check)


def _alike(left: str, right: str) -> bool:
    return ratio(person_words(left)[0], person_words(right)[0]) >= LIKENESS


def _two_names(left: str, right: str) -> bool:
    """Return whether two full names have one surname and given names that nobody would take for each other's short form."""
    a, b = person_words(left), person_words(right)
    return a[-1] == b[-1] and a[0] != b[0] and min(len(a[0]), len(b[0])) > 1 and same_person(left, right) != "same"


def _zones(entity: Entity, subject: Subject) -> set[ZoneKind]:
    sentences = (_sentence(first, subject) for first, _ in entity.mentions)
    return {s.zone for s in sentences if s is not None}


def _sentence(first: int, subject: Subject) -> Sentence | None:
    return subject.reading.parsed.sentence(subject.reading.doc[first])


def _flag(doubtful: Location, other: Location, check: str) -> Flag:
    return Flag(
        check=check,
        severity="high",
        confidence="medium",
        message=f"“{doubtful.quote}” here, “{other.quote}” in the article: are they one person, and which name is meant?",
        primary=doubtful,
        related=(other,),
    )
