"""Two claims each of which is the only one of its sort in its article: they are rarely two facts."""

from __future__ import annotations

from verify.align.described import Described
from verify.align.things import comes_in_numbers, plain_head, sort_of
from verify.language.events import HARM, light_verbs

TOLD_OF_MANY = HARM | {"shoot", "stab", "charge", "casualty"}
"""Groups of events of which a story tells several numbers."""


def only_one(left: Described, right: Described) -> str | None:
    """Reward two claims each of which is the only one of its sort in its article: at all, or where stories tell several, of its event."""
    a, b = left.claim.thing, right.claim.thing
    if a is None or b is None or plain_head(a) != plain_head(b) or a.head.lower() in left.names | right.names:
        return None
    if comes_in_numbers(a):
        return "the only such number of the event in both" if _only_of_event(left, right) else None
    if not left.sole or not right.sole:
        return None
    if left.claim.kind != "count":
        return None if _lasts(left) else "the only such measure in both"
    return "the only such people in both" if sort_of(a) == "person" else "the only such thing in both"


def _lasts(described: Described) -> bool:
    """Return whether a quantity is a length of time, of which a story tells many."""
    from verify.values.interval import Interval
    from verify.values.units import convertible

    value = described.claim.value
    return isinstance(value, Interval) and convertible(value.unit, "hour")


def _only_of_event(left: Described, right: Described) -> bool:
    """Return whether both tell one number of an event, not of those harmed, of whom stories tell many, nor of what somebody has."""
    a, b = left.claim.predicate, right.claim.predicate
    events = {left.group or a, right.group or b}
    single = left.sole_of_event and right.sole_of_event and len(events) == 1
    return single and a is not None and not events & TOLD_OF_MANY and a not in light_verbs()
