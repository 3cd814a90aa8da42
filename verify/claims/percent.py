"""Percentages and percentage points."""

from __future__ import annotations

from verify.claims.base import ClaimKind, Number, Slot
from verify.claims.labels import of_clause
from verify.claims.quantity.make import IN_CONTEXT, QUANTITY, compared, grown, of_sort
from verify.claims.quantity.respects import one_respect
from verify.values.masking import MASK

KIND = ClaimKind(
    name="percent",
    focus="number",
    extract=of_sort("percent"),
    values=compared,
    slots=QUANTITY,
    in_context=IN_CONTEXT,
    blocks=(Slot.THING, Slot.MEASURE),
    title=of_clause,
    family="count",
    meets=one_respect,
    follows=grown,
    number=Number.SHARE,
    masked=lambda _: f"{MASK} percent",
)
