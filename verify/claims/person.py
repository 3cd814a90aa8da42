"""Who takes part: each person of an article, where the article names them first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.base import NAMES, ClaimKind, Slot
from verify.claims.framed import framed
from verify.claims.labels import of_subject
from verify.model import Claim, Relation
from verify.values.name import PERSON, Name, same_name
from verify.values.name import compare as compare_names

if TYPE_CHECKING:
    from verify.language.reading import Reading


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for the first mention of each person."""
    for entity in reading.entities.all:
        if entity.type == PERSON:
            first, last = entity.mentions[0]
            head = reading.doc[first : last + 1].root
            claim = framed("person", (first, last), entity.value, reading, head=head, subject=entity.name)
            if claim is not None:
                yield claim


def compare(left: Claim, right: Claim) -> Relation:
    """Return whether the two names have one bearer; names of one bearer that are spelled in two ways exclude each other."""
    if not isinstance(left.value, Name) or not isinstance(right.value, Name):
        return "unknown"
    return "disjoint" if same_name(left.value, right.value) == "variant" else compare_names(left.value, right.value)


KIND = ClaimKind(
    name="person",
    focus="name",
    extract=extract,
    values=compare,
    slots=(Slot.SUBJECT, Slot.ARTICLES),
    blocks=(Slot.SUBJECT,),
    family="name",
    title=of_subject(lambda _: "name"),
    fuller=True,
    stakes=NAMES,
)
