"""Which role a person has: "chief spokesperson Ann Lee", "Ann Lee, assistant to the secretary", "the group's leader,
Ann Lee".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind
from verify.claims.framed import framed
from verify.language.roles import Role, is_former, role_head, roles, roles_exclude
from verify.model import Claim, Relation
from verify.values.name import Name
from verify.values.wording import split

if TYPE_CHECKING:
    from verify.language.reading import Reading

ROLE = "role"


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each title before a person's name and each role in apposition to it."""
    for role in roles(reading.parsed, reading.entities):
        claim = _claim(role, reading)
        if claim is not None:
            yield claim


def _claim(role: Role, reading: Reading) -> Claim | None:
    head = reading.doc[role.person[0] : role.person[1] + 1].root
    return framed(
        "role", (role.first, role.last), Name(name=role.text, type=ROLE), reading, head=head, subject=role.name
    )


def compare(left: Claim, right: Claim) -> Relation:
    """Return `equal` for the same words, `contains` where one role is told in fewer, `disjoint` only for roles that
    exclude each other.
    """
    if not isinstance(left.value, Name) or not isinstance(right.value, Name):
        return "unknown"
    return compare_roles(left.value.name, right.value.name)


def compare_roles(left: str, right: str) -> Relation:
    """Return how two roles of one person go together; most pairs of titles say nothing against each other."""
    a, b = ({w.key for w in split(text)} for text in (left, right))
    if a == b:
        return "equal"
    if role_head(left) and roles_exclude(left, right):
        return "disjoint"
    if is_former(left) != is_former(right) and role_head(left) == role_head(right):
        return "disjoint"
    if is_former(left) != is_former(right):
        return "unknown"
    return "contains" if a <= b or b <= a else "unknown"


KIND = ClaimKind(name="role", extract=extract, compare=compare)
