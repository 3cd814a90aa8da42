"""Parts in one place that add up to a whole in another: the same event, things of one sort, scopes that do not overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from verify.align.addends import additions, features, pairs
from verify.align.comparable import plain
from verify.align.described import Described
from verify.align.ladder import climb
from verify.align.levels import Level, steps_of, sum_weights, threshold
from verify.align.setting import Setting
from verify.claims import kind_of
from verify.claims.kinship import countries, exclusive, kinship
from verify.effort import spend
from verify.model import Claim, Link, Relation, Step
from verify.values.interval import Interval, compare, total
from verify.values.place import Place, union
from verify.values.place import compare as compare_places

SCOPE_LEVELS = frozenset({Level.PART_OF_PLACES, Level.DIFFERENT_PLACES, Level.PLACE_WITHIN})
EVENT_LEVELS = frozenset({Level.NO_EVENT, Level.DIFFERENT_EVENTS, Level.RELATED_EVENTS})
ABOARD = re.compile(r"\s*(?:who (?:were|was) )?(?:on board|aboard)\b")
FATES = (frozenset({"die", "miss"}), frozenset({"rescue"}))
"""Groups of events of which one person meets one."""
BOARD = frozenset({"passenger", "crew"})
MOST_PARTS, MOST_SPREAD, MOST_POOLED = 4, 3, 60
LEAST_LISTED = 10
"""A smaller number is too often the sum of two others for a list to make it without an event in common."""
SELF = "self"
"""Head of the thing where somebody takes their own life: one more dead than the victims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Parts and a whole, here or elsewhere; `relation` compares what the parts make with the whole, `joint` says how they are put together."""

    parts: tuple[Claim, ...]
    whole: Claim
    links: tuple[Link, ...]
    relation: Relation
    joint: str = " + "


def find_sums(described: Sequence[Described], setting: Setting) -> tuple[Sum, ...]:
    """Return the sums that hold: the parts make the whole, or a whole that is vague allows their sum."""
    counts = [
        d for d in described if kind_of(d.claim).adds and isinstance(d.claim.value, Interval) and not d.claim.negated
    ]
    near = (s for parts in _parts(counts) for whole in counts for s in _sum(parts, whole, setting))
    far = (s for parts, whole in _spread(counts) for s in _sum(parts, whole, setting) if _sure(s))
    return tuple(_largest([*near, *far, *_as_read(described, setting)]))


def _as_read(described: Sequence[Described], setting: Setting) -> Iterator[Sum]:
    """Yield the exact sums that the sameness model and how telling their numbers are make likely."""
    found = [
        a
        for a in additions(described, setting.meaning)
        if len({d.claim.article for d in a.members}) > 1 and not _of_another_sort(a.parts, a.whole)
    ]
    scores = setting.meaning.ask(sorted({pair for a in found for pair in pairs(a)}))
    for a in found:
        weights = sum_weights(features(a, scores))
        if sum(weights.values()) >= threshold("sum"):
            steps = tuple(Step(label=label, weight=weight) for label, weight in weights.items())
            links = tuple(Link(left=p.claim.id, right=a.whole.claim.id, steps=steps, relation="sum") for p in a.parts)
            yield Sum(parts=tuple(p.claim for p in a.parts), whole=a.whole.claim, links=links, relation="equal")


def _of_another_sort(parts: Sequence[Described], whole: Described) -> bool:
    """Return whether the whole cannot hold what a part counts: 1,500 teachers and 800 clerks make no 2,300 teachers."""
    found = {kinship(p.claim.thing, whole.claim.thing) for p in parts if p.claim.thing and whole.claim.thing}
    return bool(found & {"sibling", "exclusive"}) or found >= {"same", "different"}


def _sure(s: Sum) -> bool:
    """Return whether a sum over several sentences is exact, and a part as firmly of the whole's event as a conflict asks for."""
    return s.relation == "equal" and max(k.weight for k in s.links) >= threshold("conflict")


def _spread(counts: Sequence[Described]) -> Iterator[tuple[tuple[Described, ...], Described]]:
    """Yield parts of several sentences or articles with each whole that has their sum as its number; said twice, a part counts once."""
    wholes: dict[float, list[Described]] = {}
    for d in counts:
        if _exact(d.claim) and plain(d):
            wholes.setdefault(_number(d), []).append(d)
    for pool in _pools(counts):
        for size in range(2, MOST_SPREAD + 1):
            for parts in combinations(pool, size):
                found = wholes.get(sum(map(_number, parts)), ())
                if found and _scattered(parts) and _add_up(parts):
                    yield from ((parts, whole) for whole in found)


def _pools(counts: Sequence[Described]) -> Iterable[list[Described]]:
    """Return the exact counts by kind of event, one of those that say the same number of the same thing at the same place."""
    pools: dict[str, dict[tuple[object, ...], Described]] = {}
    for d in counts:
        if d.group and d.claim.thing and _exact(d.claim) and plain(d):
            thing = (d.claim.thing.head, d.claim.thing.modifiers, d.claim.place, d.claim.value)
            for pool in {d.group, "fates" if any(d.group in fate for fate in FATES) else d.group}:
                pools.setdefault(pool, {}).setdefault((d.group, *thing), d)
    return [sorted(pool.values(), key=lambda d: d.claim.id)[:MOST_POOLED] for pool in pools.values()]


def _scattered(parts: Sequence[Described]) -> bool:
    return len({(p.claim.article, p.claim.sentence) for p in parts}) > 1


def _number(described: Described) -> float:
    value = described.claim.value
    return float(value.low) if isinstance(value, Interval) and value.low is not None else 0.0


def _parts(counts: Sequence[Described]) -> Iterator[tuple[Described, ...]]:
    """Yield the sets of counts of one sentence and one event that can be parts of something."""
    by_sentence: dict[tuple[str, int], list[Described]] = {}
    for d in counts:
        by_sentence.setdefault((d.claim.article, d.claim.sentence.start), []).append(d)
    for group in by_sentence.values():
        for size in range(2, min(len(group), MOST_PARTS) + 1):
            for parts in combinations(group, size):
                if _add_up(parts):
                    yield parts


def _add_up(parts: Sequence[Described]) -> bool:
    """Return whether counts can be parts of something: of one event and apart from each other, or the dead and the saved."""
    spend()
    return _fates(parts) or all(
        (_apart(a.claim, b.claim) or _listed(a, b)) and _one_event(a, b) for a, b in combinations(parts, 2)
    )


def _fates(parts: Sequence[Described]) -> bool:
    """Return whether two counts are of those who came off badly and those who came off well."""
    groups = [p.group for p in parts]
    return (
        len(parts) == 2
        and all(_exact(p.claim) for p in parts)
        and all(any(g in fate for g in groups) for fate in FATES)
    )


def _aboard(parts: Sequence[Described], whole: Described) -> bool:
    """Return whether the parts are passengers and crew, and the whole all those on board."""
    heads = {p.claim.thing.head for p in parts if p.claim.thing}
    words = {w.lower() for p in parts if p.claim.thing for w in (*p.claim.thing.modifiers, p.claim.thing.head)}
    after = whole.text.partition(" ".join(whole.claim.location.quote.split()))[2]
    return len(heads) == len(parts) and words >= BOARD and ABOARD.match(after) is not None


def _joint(parts: Sequence[Described], whole: Described) -> Level | None:
    """Return how parts of other events than the whole's make it, None where they do not."""
    if _aboard(parts, whole):
        return Level.MAKE_ALL_ABOARD
    if _fates(parts) and not any(whole.group in fate for fate in FATES):
        return Level.FATES_MAKE_ALL
    return None


def _one_event(left: Described, right: Described) -> bool:
    return left.claim.predicate == right.claim.predicate or (left.group is not None and left.group == right.group)


def _apart(left: Claim, right: Claim) -> bool:
    """Return whether two counts cannot overlap: other places, or things that exclude each other; never two vague ones."""
    if left.thing is None or right.thing is None or not all(_exact(c) for c in (left, right)):
        return False
    if (left.thing.head == SELF) != (right.thing.head == SELF):
        return kinship(left.thing, right.thing) in {"broader", "sibling"}
    if (
        isinstance(left.place, Place)
        and isinstance(right.place, Place)
        and compare_places(left.place, right.place) in {"disjoint", "unknown"}
    ):
        return kinship(left.thing, right.thing) in {"same", "broader"}
    return exclusive(left.thing, right.thing)


def _listed(left: Described, right: Described) -> bool:
    """Return whether two exact counts are items of one list: "700 people from the hills and 500 people from the coast"."""
    here = (left.claim.article, left.claim.sentence) == (right.claim.article, right.claim.sentence)
    return here and right.claim.thing in left.beside and _exact(left.claim) and _exact(right.claim)


def _exact(claim: Claim) -> bool:
    return isinstance(claim.value, Interval) and claim.value.bound == "exact"


def _sum(parts: tuple[Described, ...], whole: Described, setting: Setting) -> Iterator[Sum]:
    """Yield the sum if the whole is no part, speaks of the same event and thing, and holds the sum of the values."""
    spend()
    members = [p.claim for p in parts]
    if whole.claim in members or any(
        c.sentence == whole.claim.sentence and c.article == whole.claim.article and not _before(whole.claim, c)
        for c in members
    ):
        return
    if _fates(parts) and not _joint(parts, whole):
        return
    if not (
        _thing_holds(whole, parts)
        and _scope_holds(whole.claim, members)
        and (_joint(parts, whole) or all(_one_event(p, whole) for p in parts) or _itemised(parts, whole))
    ):
        return
    value = total([c.value for c in members if isinstance(c.value, Interval)])
    relation = compare(value, whole.claim.value) if value and isinstance(whole.claim.value, Interval) else "unknown"
    links = tuple(_link(p, whole, relation, setting, joint=_joint(parts, whole)) for p in parts)
    sure = relation == "equal" or _fates(parts) or all(_apart(a.claim, b.claim) for a, b in combinations(parts, 2))
    linked = any if _itemised(parts, whole) else all
    if sure and relation in {"equal", "contains", "overlaps"} and linked(link.weight > 0 for link in links):
        yield Sum(parts=tuple(members), whole=whole.claim, links=links, relation=relation)


def _before(whole: Claim, part: Claim) -> bool:
    return whole.location.start < part.location.start


def _itemised(parts: Sequence[Described], whole: Described) -> bool:
    """Return whether the parts are one list, and no word for an event sets them apart from a whole that is no small number."""
    if (
        not all(_listed(a, b) for a, b in combinations(parts, 2))
        or not _exact(whole.claim)
        or _number(whole) < LEAST_LISTED
    ):
        return False
    return not any(p.group and whole.group and p.group != whole.group for p in parts)


def _thing_holds(whole: Described, parts: Sequence[Described]) -> bool:
    """Return whether the whole counts what each part does; an item without a thing has that of the list."""
    known = [p for p in parts if p.claim.thing or not p.beside]
    return bool(known) and all(
        kinship(p.claim.thing, whole.claim.thing) in {"same", "broader"} or _named_with(p.claim, whole) for p in known
    )


def _named_with(part: Claim, whole: Described) -> bool:
    """Return whether the whole names the thing of a part beside its own: "2,300 teachers and nurses"."""
    after = whole.text.partition(" ".join(whole.claim.location.quote.split()))[2]
    return part.thing is not None and re.match(rf"(?:,? \w+)? and {re.escape(part.thing.text)}\b", after) is not None


def _scope_holds(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Return whether the parts' places or countries cover what the whole names of them, no more and no less."""
    places = [p.place for p in parts if isinstance(p.place, Place)]
    if len(places) == len(parts) and isinstance(whole.place, Place) and len(set(places)) > 1:
        return compare_places(union(places), whole.place) in {"equal", "contains"}
    named = frozenset().union(*(countries(p.thing) for p in parts if p.thing))
    ours = countries(whole.thing) if whole.thing else frozenset()
    return not ours or not named or ours == named


def _link(part: Described, whole: Described, relation: Relation, setting: Setting, *, joint: Level | None) -> Link:
    left_out = SCOPE_LEVELS | {Level.ONE_EXPECTED} | (EVENT_LEVELS if joint else frozenset())
    kept = (level for level in climb(part, whole, setting) if level not in left_out)
    return Link(
        left=part.claim.id,
        right=whole.claim.id,
        steps=steps_of((*kept, joint or Level.SCOPES_ADD_UP), fitted=False),
        relation="sum" if relation == "equal" else relation,
    )


def _largest(sums: Sequence[Sum]) -> Iterator[Sum]:
    """Yield, of the sums that share a whole or a part, exact ones before vague ones and the heaviest first."""
    ordered = sorted(
        sums, key=lambda s: (s.relation != "equal", -sum(k.weight for k in s.links), s.whole.id, s.parts[0].id)
    )
    taken: set[tuple[str, str]] = set()
    for s in ordered:
        keys = {(s.whole.id, p.id) for p in s.parts} | {(p.id, s.whole.article) for p in s.parts}
        if not keys & taken:
            taken |= keys
            yield s
