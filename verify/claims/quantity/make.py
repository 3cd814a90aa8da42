"""Claims of quantities, with the frame of the event around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.base import AS_READ, Slot
from verify.claims.figures.context import context_of
from verify.claims.framed import framed_claim
from verify.claims.quantity.measure_words import moving
from verify.claims.quantity.parties import parties
from verify.claims.quantity.respects import respect_of
from verify.claims.quantity.scan import Quantity, quantities
from verify.language.events import FALLING, MOVING, event_group
from verify.model import Claim, Relation
from verify.values.comparison import Digits, compare, digits, rival
from verify.values.extent import Interval, interval

if TYPE_CHECKING:
    from verify.language.reading import Reading

QUANTITY = (
    Slot.THING,
    Slot.MODIFIERS,
    Slot.UNIQUENESS,
    Slot.EVENT,
    Slot.PARTIES,
    Slot.OUTLOOK,
    Slot.PLACE,
    Slot.TIME,
    Slot.NAMES,
    Slot.ARTICLES,
    Slot.UNIT,
    Slot.DIRECTION,
    Slot.BRIEF,
    Slot.SENTENCE,
    *AS_READ,
)
IN_CONTEXT = (
    Slot.MEASURE,
    Slot.ENTITY,
    Slot.PERIOD,
    Slot.SCENARIO,
    Slot.RIVALS,
    Slot.UNIQUENESS,
    Slot.PLACE,
    Slot.NAMES,
    Slot.ARTICLES,
    Slot.UNIT,
    Slot.BRIEF,
    Slot.SENTENCE,
    *AS_READ,
)
SOME_DAYS, A_WEEK = 2, 6
"""Days after which a greater count, and any figure, is likelier another than a contradiction. Of 198 stories, updates among the relations of figures
that do not move by themselves: after a day 15 percent; after two to five 62 of greater counts, 38 of others; after six and more 60. Of 104 other
stories, whatever the days: 18 of 21 greater sums of money."""
BALLOTS = frozenset({"vote", "ballot"})
"""Whose shares move for as long as they are counted, which takes days."""
MOVED = re.compile(r"\bfrom\b", re.IGNORECASE)


def claim_of(quantity: Quantity, reading: Reading) -> Claim:
    """Return the claim of a quantity."""
    head = reading.doc[quantity.head]
    claim = framed_claim(quantity.sort, quantity.span, quantity.value, quantity.sentence, head, reading)
    agent, patient = (None, None) if quantity.sort == "age" else parties(quantity, claim.agent, claim.patient, reading)
    context = context_of(quantity, reading)
    return replace(
        claim,
        thing=quantity.thing,
        subject=quantity.subject,
        agent=agent,
        patient=patient,
        context=context,
        topic=respect_of(quantity, reading),
    )


def of_sort(sort: str) -> Callable[[Reading], Iterator[Claim]]:
    """Return what extracts the claims of one sort of quantity."""

    def extract(reading: Reading) -> Iterator[Claim]:
        for quantity in quantities(reading):
            if quantity.sort == sort:
                yield claim_of(quantity, reading)

    return extract


def compared(left: Claim, right: Claim) -> Relation:
    """Return how the values of two claims of quantities compare; one bound at two numbers is a difference between sources."""
    a, b = _settled(left), _settled(right)
    if a is None or b is None:
        return "unknown"
    return "disjoint" if rival(a, b) else compare(a, b)


def _settled(claim: Claim) -> Interval | None:
    """Return the value of a claim, the new level of what moved from one to another: "raised the tax from 19 to 21 percent"."""
    value = claim.value if isinstance(claim.value, Interval) else None
    if (
        value is None
        or value.number is not None
        or claim.predicate not in moving()
        or not MOVED.search(claim.location.quote)
    ):
        return value
    _, last = value.stated if isinstance(value.stated, tuple) else (None, value.stated)
    return interval(last, unit=value.unit, grain=value.grain)


def grown(early: Claim, late: Claim, days: int) -> bool:
    """Return whether a figure has become the later one rather than been contradicted by it, its digits not merely exchanged: what is counted as
    it happens and has grown, or can fall, a greater sum of money that is no figure of a period and a share of the vote at
    once; a greater count after some days; any other figure after a week.
    """
    a, b = early.value, late.value
    if not isinstance(a, Interval) or not isinstance(b, Interval) or digits(a, b) is Digits.ORDER:
        return False
    groups = {event_group(c.predicate) for c in (early, late)}
    greater = b.high is None or (a.low is not None and b.high > a.low)
    if groups & MOVING and (greater or groups & FALLING):
        return True
    if greater and early.kind == "money" and not any(c.context and c.context.period for c in (early, late)):
        return True
    if early.kind == "percent" and all(c.thing is not None and c.thing.head in BALLOTS for c in (early, late)):
        return True
    return days >= (SOME_DAYS if greater and early.kind == "count" else A_WEEK)
