"""Which counts can be parts of one whole: those of one event that cannot overlap, in one sentence or over several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from verify.align.comparable import plain
from verify.align.described import Described
from verify.claims.kinship import exclusive, kinship
from verify.effort import spend
from verify.values.interval import Interval
from verify.values.place import Place
from verify.values.place import compare as compare_places

FATES = (frozenset({"die", "miss"}), frozenset({"rescue"}))
"""Groups of events of which one person meets one."""
ELSEWHERE = frozenset({"disjoint", "unknown"})
MOST_PARTS, MOST_SPREAD, MOST_POOLED = 4, 3, 60
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


def spread(counts: Sequence[Described]) -> Iterator[tuple[tuple[Described, ...], Described]]:
    """Yield parts of several sentences or articles with each whole that has their sum as its number; said twice, a part counts once."""
    wholes: dict[float, list[Described]] = {}
    for d in counts:
        if exact(d) and plain(d):
            wholes.setdefault(number(d), []).append(d)
    for pool in _pools(counts):
        for size in range(2, MOST_SPREAD + 1):
            for parts in combinations(pool, size):
                found = wholes.get(sum(map(number, parts)), ())
                if found and _scattered(parts) and _add_up(parts):
                    yield from ((parts, whole) for whole in found)


def _pools(counts: Sequence[Described]) -> Iterable[list[Described]]:
    """Return the exact counts by kind of event, one of those that say the same number of the same thing at the same place."""
    pools: dict[str, dict[tuple[object, ...], Described]] = {}
    for d in counts:
        if d.group and d.claim.thing and exact(d) and plain(d):
            thing = (d.claim.thing.head, d.claim.thing.modifiers, d.claim.place, d.claim.value)
            for pool in {d.group, "fates" if any(d.group in fate for fate in FATES) else d.group}:
                pools.setdefault(pool, {}).setdefault((d.group, *thing), d)
    return [sorted(pool.values(), key=lambda d: d.claim.id)[:MOST_POOLED] for pool in pools.values()]


def _scattered(parts: Sequence[Described]) -> bool:
    return len({(p.claim.article, p.claim.sentence) for p in parts}) > 1


def _add_up(parts: Sequence[Described]) -> bool:
    """Return whether counts can be parts of something: of one event and apart from each other, or the dead and the saved."""
    spend()
    return fates(parts) or all((apart(a, b) or listed(a, b)) and one_event(a, b) for a, b in combinations(parts, 2))


def fates(parts: Sequence[Described]) -> bool:
    """Return whether two counts are of those who came off badly and those who came off well."""
    met = [any(p.group in fate for p in parts) for fate in FATES]
    return len(parts) == len(FATES) and all(map(exact, parts)) and all(met)


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


def number(described: Described) -> float:
    """Return the least number that a claim allows, 0 where it names none."""
    value = described.claim.value
    return float(value.low) if isinstance(value, Interval) and value.low is not None else 0.0
