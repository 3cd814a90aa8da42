"""A word of a closed sort in a sentence that two articles copy: a number, a weekday, a country or state, a name, a denial."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio

from verify.claims.base import ClaimKind, Slot
from verify.claims.labels import of_clause
from verify.claims.statement import done_since
from verify.model import Claim, Relation
from verify.values.name import Name, same_person

if TYPE_CHECKING:
    from verify.language.reading import Reading

ALIKE = 70
SAME_NAME = frozenset({"same", "variant", "partial"})


def extract(_: Reading) -> Iterator[Claim]:
    """Yield nothing: which words count shows only where two copies differ in them."""
    yield from ()


def compare(left: Claim, right: Claim) -> Relation:
    """Return `equal` for one value or two spellings of one name, `disjoint` for two of one sort."""
    a, b = left.value, right.value
    if left.negated != right.negated:
        return "disjoint"
    if a == b:
        return "equal"
    if type(a) is not type(b) or not isinstance(a, Name) or not isinstance(b, Name):
        return "disjoint" if type(a) is type(b) else "unknown"
    spelled = ratio(a.name.lower(), b.name.lower()) >= ALIKE or same_person(a.name, b.name) in SAME_NAME
    return "equal" if spelled else "disjoint"


KIND = ClaimKind(
    name="wording",
    focus="words",
    extract=extract,
    values=compare,
    slots=(Slot.COPY,),
    blocks=(),
    title=of_clause,
    follows=done_since,
    moves="state",
    detail=True,
)
