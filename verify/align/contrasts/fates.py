"""One number of people and two fates: "left 50 missing" beside "injured 50", where neither article counts anyone of the other fate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from verify.align.contrasts.base import Contrast
from verify.align.described import Described
from verify.align.firm import plain, states_number
from verify.align.things import sort_of, stands_for_people
from verify.model import Claim
from verify.values.name import Name

EXCLUSIVE = frozenset({"die", "injure", "miss", "rescue"})
"""Groups of events of which at one time only one befalls a person."""
LEAST_NUMBER = 2
HALF = 0.5
LABELS = ("the same number of people", "fates that exclude each other")
NOTE = "said of the same number of people"


def find_fates(left: Sequence[Described], right: Sequence[Described]) -> Iterator[Contrast]:
    """Yield the counts of two articles that give one number of people two fates, in sentences that are alike."""
    ours, theirs = ([d for d in side if _counts_people(d)] for side in (left, right))
    for a, b in product(ours, theirs):
        if a.group != b.group and _same_number(a, b) and not _told(a, right) and not _told(b, left) and _alike(a, b):
            yield Contrast(left=_fate(a), right=_fate(b), labels=LABELS, note=NOTE)


def _counts_people(d: Described) -> bool:
    thing = d.claim.thing
    people = thing is None or stands_for_people(thing) or sort_of(thing) == "person"
    number = getattr(d.claim.value, "number", None) or 0
    many = d.claim.kind == "count" and number >= LEAST_NUMBER
    return many and people and d.group in EXCLUSIVE and plain(d) and states_number(d.claim) and not d.claim.negated


def _same_number(a: Described, b: Described) -> bool:
    """Return whether both count as many on one day: later, the missing may have been found."""
    return a.claim.value.label() == b.claim.value.label() and (
        a.published == b.published or None in (a.published, b.published)
    )


def _told(d: Described, others: Sequence[Described]) -> bool:
    """Return whether the other article counts anyone of this fate."""
    return any(o.group == d.group and o.claim.kind == "count" for o in others)


def _alike(a: Described, b: Described) -> bool:
    shared = set(a.words) & set(b.words)
    return len(shared) >= HALF * min(len(set(a.words)), len(set(b.words)))


def _fate(d: Described) -> Claim:
    """Return the count as a claim on what befell them, beside that on how many they were."""
    name = f"{d.claim.value.label()} ({d.claim.predicate})"
    return replace(d.claim, kind="event", value=Name(name=name, type="fate"))
