"""Claims that are the only ones of their sort in their articles: two such claims are rarely two facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations

from verify.align.described import Described
from verify.align.levels import Level
from verify.claims import kind_of, relation
from verify.claims.kinship import comes_in_numbers, plain_head, sort_of
from verify.language.events import HARM, event_group, light_verbs
from verify.model import Claim
from verify.values.interval import Interval
from verify.values.period import LONG, Period
from verify.values.units import convertible

MOST = 8
"""Different values of one sort beyond which an article tells of several."""
TOLD_OF_MANY = HARM | {"shoot", "stab", "charge", "casualty"}
"""Groups of events of which a story tells several numbers."""


def only_one(left: Described, right: Described) -> Level | None:
    """Reward two claims each of which is the only one of its sort in its article: at all, or where stories tell several, of its event."""
    a, b = left.claim.thing, right.claim.thing
    if a is None or b is None or plain_head(a) != plain_head(b) or a.head.lower() in left.names | right.names:
        return None
    if comes_in_numbers(a):
        return Level.ONLY_NUMBER if _only_of_event(left, right) else None
    if not left.sole or not right.sole:
        return None
    if not kind_of(left.claim).counts:
        return None if _lasts(left) else Level.ONLY_MEASURE
    return Level.ONLY_PEOPLE if sort_of(a) == "person" else Level.ONLY_THING


def _lasts(described: Described) -> bool:
    """Return whether a quantity is a length of time, of which a story tells many."""
    value = described.claim.value
    return isinstance(value, Interval) and convertible(value.unit, "hour")


def _only_of_event(left: Described, right: Described) -> bool:
    """Return whether both tell one number of an event, not of those harmed, of whom stories tell many, nor of what somebody has."""
    a, b = left.claim.predicate, right.claim.predicate
    events = {left.group or a, right.group or b}
    single = left.sole_of_event and right.sole_of_event and len(events) == 1
    return single and a is not None and not events & TOLD_OF_MANY and a not in light_verbs()


def sole(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the identifiers of the claims of an article of whose sort it states no second value."""
    return _alone(claims, _sort)


def sole_of_event(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the identifiers of the quantities of which an article states no second value for their kind of event."""
    return _alone(
        claims, lambda c: (_sort(c), event_group(c.predicate) or c.predicate) if kind_of(c).number is not None else None
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
    if isinstance(claim.value, Period) and claim.predicate:
        return claim.kind, event_group(claim.predicate) or claim.predicate, claim.value.granularity in LONG
    if kind_of(claim).number is None or claim.thing is None or not isinstance(claim.value, Interval):
        return None
    return claim.kind, plain_head(claim.thing)


def _one_value(own: Sequence[Claim]) -> bool:
    """Return whether no two claims exclude each other."""
    unlike = list({c.value: c for c in own}.values())
    return len(unlike) <= MOST and all(relation(a, b) != "disjoint" for a, b in combinations(unlike, 2))
