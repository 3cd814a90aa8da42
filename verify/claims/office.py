"""Who holds an office: "the coach, Ian Moor" beside "coach Ian Marsh", where the surname was written wrong in one of them, and
"Leeds mayor Ian Moor" beside "Ann Lee, the mayor of Leeds", where only one can be right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from verify.claims.base import NAMES, ClaimKind, Slot
from verify.claims.framed import framed
from verify.claims.labels import of_office
from verify.language.roles import Role, role_head, roles, whole_office
from verify.model import Claim, Relation, Thing
from verify.values.name import PERSON, Name, person_words, same_person

if TYPE_CHECKING:
    from verify.language.reading import Reading


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield each person with a given name and a surname of whom an article tells an office."""
    told = list(roles(reading.parsed, reading.entities))
    holders = {(whole_office(r.text), r.name) for r in told}
    several = {a for (a, _), (b, _) in combinations(holders, 2) if a == b}
    for role in told:
        words, office = person_words(role.name), role_head(role.text)
        if office and len(words) > 1 and len(words[0]) > 1:
            yield from _claim(role, role.person, office.lower(), f"{office.lower()} {words[0]} {words[-1][0]}", reading)
            if (whole := whole_office(role.text)) and whole not in several:
                span = min(role.first, role.person[0]), max(role.last, role.person[1])
                yield from _claim(role, span, office.lower(), whole, reading)


def _claim(role: Role, span: tuple[int, int], office: str, topic: str, reading: Reading) -> Iterator[Claim]:
    head = reading.doc[role.person[0] : role.person[1] + 1].root
    thing = Thing(text=office, head=office)
    made = framed("office", span, Name(name=role.name, type=PERSON), reading, head=head, thing=thing)
    if made is not None:
        yield replace(made, topic=topic, predicate=None)


def compare(left: Claim, right: Claim) -> Relation:
    """Return `disjoint` for two names that are no spellings of one."""
    return "disjoint" if same_person(left.value.label(), right.value.label()) == "different" else "equal"


def _mentioned(claim: Claim, _: Claim, reading: Reading) -> bool:
    """Return whether an article has the surname anywhere: it may then tell of both."""
    return person_words(claim.value.label())[-1] in {t.lower_ for t in reading.doc}


KIND = ClaimKind(
    name="office",
    extract=extract,
    values=compare,
    slots=(Slot.OFFICE,),
    blocks=(Slot.TOPIC,),
    title=of_office,
    detail=True,
    mentioned=_mentioned,
    stakes=NAMES,
)
