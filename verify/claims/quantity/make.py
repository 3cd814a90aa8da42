"""Claims of quantities, with the frame of the event around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.framed import framed_claim
from verify.claims.quantity.measure_words import moving
from verify.claims.quantity.parties import parties
from verify.claims.quantity.scan import Quantity, quantities
from verify.model import Claim, Relation
from verify.values.comparison import compare, rival
from verify.values.extent import Interval, interval

if TYPE_CHECKING:
    from verify.language.reading import Reading

MOVED = re.compile(r"\bfrom\b", re.IGNORECASE)


def claim_of(quantity: Quantity, reading: Reading) -> Claim:
    """Return the claim of a quantity."""
    head = reading.doc[quantity.head]
    claim = framed_claim(quantity.sort, quantity.span, quantity.value, quantity.sentence, head, reading)
    agent, patient = (None, None) if quantity.sort == "age" else parties(quantity, claim.agent, claim.patient, reading)
    return replace(claim, thing=quantity.thing, subject=quantity.subject, agent=agent, patient=patient)


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
