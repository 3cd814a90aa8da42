"""In which year an exact amount of a measure stood: sales of $5bn "in 2023" beside "in 2024"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind, Slot
from verify.claims.details.around import asserted
from verify.claims.figures.context import context_of
from verify.claims.framed import framed
from verify.claims.labels import of_clause
from verify.claims.quantity.scan import quantities
from verify.model import Claim, Relation, Thing
from verify.values.period import year

if TYPE_CHECKING:
    from verify.language.reading import Reading


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the years of the exact amounts of an article, where the sentence writes them out."""
    for quantity in quantities(reading):
        context = context_of(quantity, reading)
        period = context.period if context is not None else None
        if quantity.value.bound != "exact" or context is None or period is None or period.kind != "year":
            continue
        amount = reading.doc[quantity.first]
        token = next((t for t in amount.sent if t.text == str(period.year)), None)
        if token is None or not asserted(amount, reading):
            continue
        thing = Thing(text=context.measure, head=context.measure)
        made = framed("year", (token.i, token.i), year(int(token.text)), reading, head=token, thing=thing)
        if made is not None:
            topic = f"{context.measure} {context.scenario} {context.aspect} {quantity.value.label()}"
            yield replace(made, topic=topic, context=context)


def compare(left: Claim, right: Claim) -> Relation:
    """Return `equal` for one year, else `disjoint`."""
    return "equal" if left.value == right.value else "disjoint"


def _mentioned(claim: Claim, _: Claim, reading: Reading) -> bool:
    """Return whether an article writes the year anywhere."""
    return any(t.text == claim.location.quote for t in reading.doc)


KIND = ClaimKind(
    name="year",
    focus="time",
    extract=extract,
    values=compare,
    slots=(Slot.TOPIC,),
    in_context=(Slot.TOPIC, Slot.MEASURE, Slot.BRAND),
    blocks=(Slot.TOPIC,),
    title=of_clause,
    detail=True,
    mentioned=_mentioned,
)
