"""Sums of money, with their currency."""

from __future__ import annotations

from verify.claims.base import MONEY, ClaimKind, Number, Slot
from verify.claims.labels import of_clause
from verify.claims.quantity.make import IN_CONTEXT, QUANTITY, compared, grown, of_sort
from verify.values.masking import MASK

KIND = ClaimKind(
    name="money",
    focus="number",
    extract=of_sort("money"),
    values=compared,
    slots=QUANTITY,
    in_context=IN_CONTEXT,
    blocks=(Slot.THING, Slot.MEASURE),
    title=of_clause,
    follows=grown,
    number=Number.AMOUNT,
    adds=True,
    masked=lambda _: f"{MASK} dollars",
    stakes=MONEY,
)
