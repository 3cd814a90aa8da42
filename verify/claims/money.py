"""Sums of money, with their currency."""

from __future__ import annotations

from verify.claims.base import ClaimKind
from verify.claims.quantity.make import compared, of_sort

KIND = ClaimKind(name="money", extract=of_sort("money"), values=compared)
