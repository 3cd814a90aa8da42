"""Measurements: lengths, areas, masses, speeds, temperatures, time spans, with their units."""

from __future__ import annotations

from verify.claims.base import ClaimKind, Number, Slot
from verify.claims.labels import of_clause
from verify.claims.quantity.make import IN_CONTEXT, QUANTITY, compared, grown, of_sort
from verify.claims.quantity.respects import one_respect
from verify.model import Claim
from verify.values.masking import MASK
from verify.values.units import units


def _masked(claim: Claim) -> str:
    """Return a mask and what the unit measures."""
    unit = units().get(getattr(claim.value, "unit", None) or "")
    return f"{MASK} {unit.kind}" if unit else MASK


KIND = ClaimKind(
    name="measure",
    focus="number",
    extract=of_sort("measure"),
    values=compared,
    slots=QUANTITY,
    in_context=IN_CONTEXT,
    blocks=(Slot.THING, Slot.MEASURE),
    title=of_clause,
    meets=one_respect,
    follows=grown,
    number=Number.AMOUNT,
    masked=_masked,
)
