"""Which counts can be parts of one whole: those of one event that cannot overlap, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from verify.align.described import Described
from verify.claims.kinship import exclusive, kinship
from verify.effort import spend
from verify.values.interval import Interval
from verify.values.place import Place
from verify.values.place import compare as compare_places

ELSEWHERE = frozenset({"disjoint", "unknown"})
MOST_PARTS = 4
SELF = "self"
"""Head of the thing where somebody takes their own life: one more dead than the victims."""


def beside(counts: Sequence[Described]) -> Iterator[tuple[Described, ...]]:
    """Yield the sets of counts of one sentence and one event that can be parts of something."""
    by_sentence: dict[tuple[str, int], list[Described]] = {}
    for d in counts:
        by_sentence.setdefault((d.claim.article, d.claim.sentence.start), []).append(d)
    for group in by_sentence.values():
        for size in range(2, min(len(group), MOST_PARTS) + 1):
            yield from filter(_add_up, combinations(group, size))


def _add_up(parts: Sequence[Described]) -> bool:
    """Return whether counts can be parts of something: of one event and apart from each other."""
    spend()
    return all((apart(a, b) or listed(a, b)) and one_event(a, b) for a, b in combinations(parts, 2))


def one_event(left: Described, right: Described) -> bool:
    """Return whether two counts are of one event or of one kind of event."""
    return left.claim.predicate == right.claim.predicate or (left.group is not None and left.group == right.group)


def apart(left: Described, right: Described) -> bool:
    """Return whether two counts cannot overlap: other places, or things that exclude each other; never two vague ones."""
    a, b = left.claim, right.claim
    if a.thing is None or b.thing is None or not (exact(left) and exact(right)):
        return False
    if (a.thing.head == SELF) != (b.thing.head == SELF):
        return kinship(a.thing, b.thing) in {"broader", "sibling"}
    if isinstance(a.place, Place) and isinstance(b.place, Place) and compare_places(a.place, b.place) in ELSEWHERE:
        return kinship(a.thing, b.thing) in {"same", "broader"}
    return exclusive(a.thing, b.thing)


def listed(left: Described, right: Described) -> bool:
    """Return whether two exact counts are items of one list: "700 people from the hills and 500 people from the coast"."""
    here = (left.claim.article, left.claim.sentence) == (right.claim.article, right.claim.sentence)
    return here and right.claim.thing in left.beside and exact(left) and exact(right)


def exact(described: Described) -> bool:
    """Return whether a claim states one number."""
    value = described.claim.value
    return isinstance(value, Interval) and value.bound == "exact"
