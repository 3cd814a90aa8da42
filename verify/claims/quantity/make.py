"""Claims of quantities, with the frame of the event around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from verify.claims.quantity.parties import parties
from verify.claims.quantity.scan import Quantity, quantities
from verify.language.frames import frame_at
from verify.model import Claim, Relation
from verify.values.comparison import compare
from verify.values.extent import Interval

if TYPE_CHECKING:
    from verify.language.reading import Reading

def claim_of(quantity: Quantity, reading: Reading) -> Claim:
    """Return the claim of a quantity."""
    frame = frame_at(reading.doc[quantity.head], reading)
    agent, patient = parties(quantity, frame, reading) if quantity.sort != "age" else (None, None)
    return Claim(
        kind=quantity.sort, location=reading.article.location(quantity.span), zone=quantity.sentence.zone,
        sentence=quantity.sentence.span, value=quantity.value, thing=quantity.thing, subject=quantity.subject, predicate=frame.predicate, agent=agent,
        patient=patient, place=frame.place, time=frame.time, participants=frame.participants, negated=frame.negated,
        speech=frame.speech,
    )  # fmt: skip


def of_sort(sort: str) -> Callable[[Reading], Iterator[Claim]]:
    """Return what extracts the claims of one sort of quantity."""

    def extract(reading: Reading) -> Iterator[Claim]:
        for quantity in quantities(reading):
            if quantity.sort == sort:
                yield claim_of(quantity, reading)

    return extract


def compared(left: Claim, right: Claim) -> Relation:
    """Return how the values of two claims of quantities compare."""
    if isinstance(left.value, Interval) and isinstance(right.value, Interval):
        return compare(left.value, right.value)
    return "unknown"
