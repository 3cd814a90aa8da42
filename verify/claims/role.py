"""What is told of a person: the title ("chief spokesperson Ann Lee"), condition, custody, charge, home, nationality and sex."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from verify.claims.base import NAMES, ClaimKind, Slot
from verify.claims.framed import framed
from verify.claims.labels import of_subject
from verify.language.homes import Home, Nationality, homes, nationalities
from verify.language.roles import Role, is_former, role_head, roles, sex
from verify.language.states import State, states
from verify.model import Claim, Relation
from verify.values.name import Name
from verify.values.office import exclude as cannot_both_be
from verify.values.office import in_key_words, rank
from verify.values.period import Period
from verify.values.period import compare as compare_periods
from verify.values.place import Place
from verify.values.place import compare as compare_places
from verify.values.state import exclude, is_final
from verify.values.wording import split

if TYPE_CHECKING:
    from verify.language.reading import Reading

ROLE, SEX, HOME, NATIONALITY = "role", "sex", "home", "nationality"
PASSING = frozenset({"custody", "condition"})
"""What is told of a person for the time being."""
BESIDES = re.compile(
    r"\b(?:then|late|retired|acting|interim|future|incoming|outgoing|elect|designate)\b", re.IGNORECASE
)


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the roles of people, a rank as it is told with the full name where it is, then where they are from, then what befell them; of the
    dead no other condition.
    """
    found = list(roles(reading.parsed, reading.entities))
    ranked = {r.name for r in found if rank(r.text) and r.person[1] > r.person[0]}
    for role in found:
        if not (role.name in ranked and rank(role.text) and role.person[0] == role.person[1]):
            yield from _role(role, reading)
    for home in homes(reading.parsed, reading.entities, reading.places):
        yield from _home(home, reading)
    for nationality in nationalities(reading.parsed, reading.entities):
        yield from _nationality(nationality, reading)
    told = list(states(reading))
    ended = {(s.name, s.attribute) for s in told if is_final(s.value)}
    for state in told:
        if is_final(state.value) or (state.name, state.attribute) not in ended:
            yield from _state(state, reading)


def _role(role: Role, reading: Reading) -> Iterator[Claim]:
    told = sex(role_head(role.text) or "")
    value = Name(name=told or role.text, type=SEX if told else ROLE)
    head = reading.doc[role.person[0] : role.person[1] + 1].root
    claim = framed("role", (role.first, role.last), value, reading, head=head, subject=role.name)
    if claim is not None:
        yield claim


def _home(home: Home, reading: Reading) -> Iterator[Claim]:
    head = reading.doc[home.person[0] : home.person[1] + 1].root
    claim = framed("role", (home.first, home.last), home.place, reading, head=head, subject=home.name)
    if claim is not None:
        yield claim


def _nationality(told: Nationality, reading: Reading) -> Iterator[Claim]:
    head = reading.doc[told.person[0] : told.person[1] + 1].root
    value = Name(name=told.country, type=NATIONALITY)
    claim = framed("role", (told.first, told.last), value, reading, head=head, subject=told.name)
    if claim is not None:
        yield claim


def _state(state: State, reading: Reading) -> Iterator[Claim]:
    value = Name(name=state.value, type=state.attribute)
    head = reading.doc[state.verb]
    claim = framed("role", (state.first, state.last), value, reading, head=head, subject=state.name)
    if claim is not None:
        yield claim


def attribute(claim: Claim) -> str:
    """Return what a role claim tells of its person: role, condition, custody, charge, home, nationality or sex."""
    return claim.value.type if isinstance(claim.value, Name) else HOME


def compare(left: Claim, right: Claim) -> Relation:
    """Return `equal` for the same words, `contains` where one tells less, `disjoint` only for what cannot hold at one
    time.
    """
    if isinstance(left.value, Place) and isinstance(right.value, Place):
        return compare_places(left.value, right.value)
    if not isinstance(left.value, Name) or not isinstance(right.value, Name) or left.value.type != right.value.type:
        return "unknown"
    a, b = left.value.name, right.value.name
    if left.value.type == ROLE:
        return compare_roles(a, b)
    if left.value.type == NATIONALITY:
        return "equal" if a == b else "disjoint"
    if exclude(a, b):
        return "unknown" if _at_other_times(left, right) else "disjoint"
    return _compare_words(a, b)


def _at_other_times(left: Claim, right: Claim) -> bool:
    """Return whether two states are told of different days, so that one can have followed the other."""
    if not isinstance(left.time, Period) or not isinstance(right.time, Period):
        return False
    return compare_periods(left.time, right.time) == "disjoint"


def compare_roles(left: str, right: str) -> Relation:
    """Return how two roles of one person go together; most pairs of titles say nothing against each other."""
    if cannot_both_be(left, right):
        return "disjoint"
    a, b = in_key_words(left), in_key_words(right)
    if is_former(left) != is_former(right):
        return "disjoint" if a == b and role_head(left) is not None else "unknown"
    return _among(a, b)


def _compare_words(left: str, right: str) -> Relation:
    return _among(*({w.key for w in split(text)} for text in (left, right)))


def _among(a: Set[str], b: Set[str]) -> Relation:
    return "equal" if a == b else "contains" if a <= b or b <= a else "unknown"


def _outdated(early: Claim, late: Claim, _: int) -> bool:
    """Return whether what a later article tells of a person can have followed what an earlier one tells."""
    state = attribute(early) in PASSING
    return state and isinstance(early.value, Name) and not is_final(early.value.name)


def _contested(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether an article tells of one person, at one time or at two, what cannot hold at one time."""
    sort = attribute(claim)
    beside = [c for c in claims if c.kind == claim.kind and _surname(c) == _surname(claim)]
    if sort in PASSING and any(attribute(c) == sort and c.value != claim.value for c in beside):
        return True
    return any(KIND.compare(c, claim) == "disjoint" for c in beside)


def _surname(claim: Claim) -> list[str]:
    return (claim.subject or "").split()[-1:]


def _plain(claim: Claim) -> bool:
    """Return whether a role is told as one that its bearer has."""
    return not BESIDES.search(claim.location.quote)


def _meets(left: Claim, right: Claim) -> bool:
    return attribute(left) == attribute(right)


KIND = ClaimKind(
    name="role",
    focus="role",
    extract=extract,
    values=compare,
    slots=(Slot.SUBJECT, Slot.ARTICLES),
    blocks=(Slot.SUBJECT,),
    title=of_subject(attribute),
    plain=_plain,
    meets=_meets,
    contested=_contested,
    follows=_outdated,
    moves="state",
    stakes=NAMES,
)
