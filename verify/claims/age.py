"""Ages of people, and of things: who is how old."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind
from verify.claims.quantity.ages import bearer
from verify.claims.quantity.make import claim_of, compared
from verify.claims.quantity.scan import quantities
from verify.model import Claim

if TYPE_CHECKING:
    from verify.language.reading import Reading


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the ages of an article, each with the name of the person it is of where one is named."""
    for quantity in quantities(reading):
        if quantity.sort == "age":
            claim = claim_of(quantity, reading, "age")
            token = bearer(reading, quantity.first, quantity.last)
            name = (reading.entities.name_of(token) or token.text) if token is not None else None
            yield replace(claim, subject=name)


KIND = ClaimKind(name="age", extract=extract, compare=compared)
