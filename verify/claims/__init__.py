"""Claims out of articles: one file per kind, found by the registry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from verify.claims.base import AS_READ, ClaimKind, Number, Slot
from verify.claims.gist import gist
from verify.claims.heading import heading
from verify.claims.stated import stated
from verify.language.events import HARM, event_group
from verify.language.reading import Reading
from verify.model import Claim, Relation
from verify.registry import discover
from verify.values.interval import Interval
from verify.values.name import words_of

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "AS_READ",
    "ClaimKind",
    "Number",
    "Slot",
    "claim_kinds",
    "extract",
    "followed",
    "in_time",
    "kind_of",
    "one_kind",
    "relation",
    "stakes",
    "stands_alone",
    "titles",
]

SHARES = frozenset({"share", "%"})
"""Units of a part of a whole, in words and as a percentage."""


@cache
def claim_kinds() -> dict[str, ClaimKind]:
    """Return the claim kinds by name."""
    kinds = [k for k in discover("verify.claims", "KIND") if isinstance(k, ClaimKind)]
    return {kind.name: kind for kind in kinds}


def kind_of(claim: Claim) -> ClaimKind:
    """Return the kind of a claim."""
    return claim_kinds()[claim.kind]


def extract(reading: Reading) -> tuple[Claim, ...]:
    """Return every claim of an article in the order of the text; of claims with one identifier the first."""
    found = (claim for kind in claim_kinds().values() for claim in kind.extract(reading))
    ordered = sorted(found, key=lambda c: (c.location.start, c.location.end, c.kind, c.value.label()))
    first = tuple({claim.id: claim for claim in reversed(ordered)}.values())[::-1]
    return tuple(_named(claim, reading) for claim in first)


def _named(claim: Claim, reading: Reading) -> Claim:
    """Return a claim with the words by which a title can call it, and its slots."""
    thing = claim.thing if kind_of(claim).number else None
    return replace(
        claim,
        gist=gist(claim.location, thing, reading),
        heading=heading(claim, kind_of(claim), reading),
        stated=stated(claim, kind_of(claim).focus, reading),
    )


def one_kind(left: Claim, right: Claim) -> bool:
    """Return whether the values of two claims are of one kind.

    A part told as a count ("a third of the crop") is a percentage, too; a number alone ("expected 240 million") can be of any unit; a name that one
    article reads as a person's is the same name in the other.
    """
    return (
        left.kind == right.kind
        or (is_share(left) and is_share(right))
        or unit_unsaid(left, right)
        or unit_unsaid(right, left)
        or _one_name(left, right)
    )


def unit_unsaid(bare: Claim, other: Claim) -> bool:
    """Return whether a claim states a number alone and the other an amount or a share."""
    return stands_alone(bare) and kind_of(other).amounts


def stands_alone(claim: Claim) -> bool:
    """Return whether a claim states a number without thing or unit ("expected 240 million")."""
    value = claim.value
    told = isinstance(value, Interval) and value.unit is None and value.number is not None
    return told and claim.thing is None and kind_of(claim).counts


def _one_name(left: Claim, right: Claim) -> bool:
    """Return whether two claims of two kinds have one name of two words or more as their value."""
    if left.kind == right.kind or any(kind_of(c).focus != "name" or kind_of(c).detail for c in (left, right)):
        return False
    a, b = (words_of(c.value.label()) for c in (left, right))
    return a == b and len(a) > 1


def is_share(claim: Claim) -> bool:
    """Return whether a claim tells a part of a whole."""
    return isinstance(claim.value, Interval) and claim.value.unit in SHARES and claim.value.change is None


def relation(left: Claim, right: Claim) -> Relation:
    """Return how the values of two claims relate; one of another kind leaves the other's number out, a number alone its unit."""
    if left.kind == right.kind or (is_share(left) and is_share(right)):
        return kind_of(left).compare(left, right)
    for bare, other in ((left, right), (right, left)):
        if unit_unsaid(bare, other) and isinstance(bare.value, Interval) and isinstance(other.value, Interval):
            meant = replace(bare, value=replace(bare.value, unit=other.value.unit))
            return "equal" if kind_of(other).compare(meant, other) == "equal" else "unknown"
    return "equal" if _one_name(left, right) else "contains"


def in_time(left: Claim, right: Claim, told: tuple[date | None, date | None]) -> tuple[Claim, Claim, int] | None:
    """Return the claim of the earlier day, that of the later one and the days between; None where neither is known to be later."""
    first, second = told
    if first is None or second is None or first == second:
        return None
    days = (second - first).days
    return (left, right, days) if days > 0 else (right, left, -days)


def followed(left: Claim, right: Claim, told: tuple[date | None, date | None]) -> bool:
    """Return whether of two claims that articles told on these days one can have become the other."""
    found = in_time(left, right, told)
    return found is not None and kind_of(found[0]).follows(*found)


def stakes(group: Sequence[Claim]) -> int:
    """Return how grave a conflict over a fact is, 0 the gravest: people harmed, then by the kind of claim."""
    harm = any(kind_of(c).number and event_group(c.predicate) in HARM for c in group)
    return 0 if harm else min(kind_of(c).stakes for c in group)


def titles(groups: Sequence[Sequence[Claim]]) -> list[str]:
    """Return what the facts of a story are called, those that most articles tell by the shortest phrase, no two alike where words allow it."""
    taken: dict[str, int] = {}
    for at in sorted(range(len(groups)), key=lambda at: (-len({c.article for c in groups[at]}), at)):
        called = _called(groups[at])
        taken.setdefault(next((t for t in called if t not in taken), called[-1]), at)
    of = {at: name for name, at in taken.items()}
    return [of.get(at) or _called(group)[-1] for at, group in enumerate(groups)]


def _called(group: Sequence[Claim]) -> tuple[str, ...]:
    """Return the titles of a fact by a claim with a value of its own where there is one."""
    first = next((c for c in group if not kind_of(c).bare), group[0])
    return kind_of(first).title((first, *(c for c in group if c is not first)))
