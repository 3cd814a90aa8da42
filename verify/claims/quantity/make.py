"""Claims of quantities, with the frame of the event around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.quantity.parties import parties
from verify.claims.quantity.scan import Quantity, quantities
from verify.language.frames import frame_at
from verify.model import Claim, Kind, Relation, Span
from verify.values.comparison import compare
from verify.values.extent import Interval

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading


def claim_of(quantity: Quantity, reading: Reading) -> Claim:
    """Return the claim of a quantity."""
    head = reading.doc[quantity.head]
    claim = framed_claim(quantity.sort, quantity.span, quantity.value, quantity.sentence, head, reading)
    agent, patient = (None, None) if quantity.sort == "age" else parties(quantity, claim.agent, claim.patient, reading)
    return replace(claim, thing=quantity.thing, subject=quantity.subject, agent=agent, patient=patient)


def framed_claim(kind: Kind, span: Span, value: Interval, sentence: Sentence, head: Token, reading: Reading) -> Claim:
    """Return a claim with the frame of the event that governs a token."""
    frame = frame_at(head, reading)
    return Claim(
        kind=kind,
        location=reading.article.location(span),
        zone=sentence.zone,
        sentence=sentence.span,
        value=value,
        predicate=frame.predicate,
        agent=frame.agent,
        patient=frame.patient,
        place=frame.place,
        time=frame.time,
        participants=frame.participants,
        negated=frame.negated,
        speech=frame.speech,
    )


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
