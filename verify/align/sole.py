"""Which claims of an article are the only ones of their sort there: such a claim is rarely another fact than its like elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations

from verify.align.things import plain_head
from verify.claims import claim_kinds
from verify.language.events import event_group
from verify.model import Claim
from verify.values.interval import Interval
from verify.values.period import Period

QUANTITIES = frozenset({"count", "measure", "money", "percent"})
LONG = frozenset({"year", "month", "decade", "season", "quarter"})
"""Granularities of dates beyond one day."""
MOST = 8
"""Different values of one sort beyond which an article tells of several."""


def sole(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the identifiers of the claims of an article of whose sort it states no second value."""
    return _alone(claims, _sort)


def sole_of_event(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the identifiers of the quantities of which an article states no second value for their kind of event."""
    return _alone(
        claims, lambda c: (_sort(c), event_group(c.predicate) or c.predicate) if c.kind in QUANTITIES else None
    )


def _alone(claims: Sequence[Claim], sort: Callable[[Claim], Hashable]) -> frozenset[str]:
    sorts: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        if (found := sort(claim)) is not None:
            sorts[found].append(claim)
    return frozenset(c.id for own in sorts.values() if _one_value(_whole(own)) for c in own)


def _whole(own: Sequence[Claim]) -> Sequence[Claim]:
    """Return claims without those that stand in the words of another ("two of its five carriages")."""
    inside, farthest = set(), -1
    for start, end in sorted({(c.location.start, c.location.end) for c in own}, key=lambda at: (at[0], -at[1])):
        if end <= farthest:
            inside.add((start, end))
        farthest = max(farthest, end)
    return [c for c in own if (c.location.start, c.location.end) not in inside]


def _sort(claim: Claim) -> Hashable:
    """Return what tells a claim from others of its kind: the head of its thing, or of a date the kind of event."""
    if claim.kind == "date" and claim.predicate and isinstance(claim.value, Period):
        return "date", event_group(claim.predicate) or claim.predicate, claim.value.granularity in LONG
    if claim.kind not in QUANTITIES or claim.thing is None or not isinstance(claim.value, Interval):
        return None
    return claim.kind, plain_head(claim.thing)


def _one_value(own: Sequence[Claim]) -> bool:
    """Return whether no two claims exclude each other."""
    compare = claim_kinds()[own[0].kind].compare
    unlike = list({c.value: c for c in own}.values())
    return len(unlike) <= MOST and all(compare(a, b) != "disjoint" for a, b in combinations(unlike, 2))
