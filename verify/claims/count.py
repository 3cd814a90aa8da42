"""Counts of people and things: how many, of what, in which event; one where the event counts a single victim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind
from verify.claims.quantity.harm import harm_of, listed_among
from verify.claims.quantity.make import claim_of, compared
from verify.claims.quantity.scan import Quantity, quantities
from verify.claims.quantity.things import word_lists
from verify.claims.quantity.tolls import Toll, tolls
from verify.language.events import event_group
from verify.language.frames import frame_at
from verify.model import Claim

if TYPE_CHECKING:
    from verify.language.reading import Reading


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the counts of an article: those that a number states, then victims in the singular."""
    counts = [q for q in quantities(reading) if q.sort == "count"]
    for quantity in counts:
        claim = _claim(quantity, reading)
        if not quantity.amount.number.vague or event_group(claim.predicate) in _checked():
            yield claim
    taken = frozenset(i for q in counts for i in (q.head, *(range(q.phrase.first, q.phrase.last + 1) if q.phrase else ())))
    for toll in tolls(reading, taken):
        yield _toll(toll, reading)


@cache
def _checked() -> frozenset[str]:
    return frozenset(word_lists()["vague"]["groups"])


def _claim(quantity: Quantity, reading: Reading) -> Claim:
    """Return a count with the predicate of the harm that the counted come to, where they do."""
    claim = claim_of(quantity, reading)
    if claim.thing is not None and claim.thing.head == "count":
        return replace(claim, predicate="charge")
    token = reading.doc[quantity.head]
    harm = harm_of(token) or listed_among(token)
    return replace(claim, predicate=harm) if harm else claim


def _toll(toll: Toll, reading: Reading) -> Claim:
    frame = frame_at(toll.victims[0], reading)
    return Claim(
        kind="count", location=reading.article.location(toll.span), zone=toll.sentence.zone, sentence=toll.sentence.span,
        value=toll.value, thing=toll.thing, predicate=toll.predicate, agent=frame.agent, patient=frame.patient, place=frame.place,
        time=frame.time, participants=frame.participants, negated=frame.negated, speech=frame.speech,
    )  # fmt: skip


KIND = ClaimKind(name="count", extract=extract, compare=compared)
