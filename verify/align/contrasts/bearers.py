"""One office with two bearers: "the coach, Ian Moor" beside "coach Ian Marsh", where the surname was written wrong in one of them.

The office, the given name and the first letter of the surname are the same. Nothing is made of names that are spellings of one, nor of a surname
that the other article has too: it may then tell of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verify.align.contrasts.base import Contrast, contrast
from verify.claims.framed import framed
from verify.language.reading import Reading
from verify.language.roles import Role, role_head, roles
from verify.model import Claim
from verify.values.name import PERSON, Name, person_words, same_person

LABELS = ("the same office and given name", "another name in its place")
NOTE = "said of the same office"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bearer:
    """A person of whom an article tells an office; `words` are those of the name, the surname last."""

    reading: Reading
    role: Role
    office: str
    words: tuple[str, ...]


def find_bearers(left: Sequence[Bearer], right: Sequence[Bearer]) -> Iterator[Contrast]:
    """Yield the names that two articles give to the bearer of one office, each pair of names once."""
    seen = set()
    for a in left:
        for b in right:
            names = (a.role.name, b.role.name)
            if names in seen or not _rivals(a, b):
                continue
            if found := contrast(_claim(a), _claim(b), labels=LABELS, note=NOTE):
                seen.add(names)
                yield found


def bearers(reading: Reading) -> tuple[Bearer, ...]:
    """Return the people with a given name and a surname of whom an article tells an office."""
    found = ((role, role_head(role.text), person_words(role.name)) for role in roles(reading.parsed, reading.entities))
    return tuple(
        Bearer(reading=reading, role=role, office=office.lower(), words=words)
        for role, office, words in found
        if office and len(words) > 1
    )


def _rivals(a: Bearer, b: Bearer) -> bool:
    """Return whether one of two surnames was written for the other."""
    if a.office != b.office or a.words[0] != b.words[0] or len(a.words[0]) == 1 or a.words[-1][0] != b.words[-1][0]:
        return False
    if same_person(a.role.name, b.role.name) != "different":
        return False
    return not _mentions(a.reading, b) and not _mentions(b.reading, a)


def _mentions(reading: Reading, bearer: Bearer) -> bool:
    return bearer.words[-1] in {t.lower_ for t in reading.doc}


def _claim(bearer: Bearer) -> Claim | None:
    role, reading = bearer.role, bearer.reading
    head = reading.doc[role.person[0] : role.person[1] + 1].root
    value = Name(name=role.name, type=PERSON)
    return framed("person", role.person, value, reading, head=head, subject=role.name)
