"""Counts of people and things: how many, of what, in which event."""

from __future__ import annotations

from verify.claims.base import ClaimKind
from verify.claims.quantity.make import compared, of_sort

KIND = ClaimKind(name="count", extract=of_sort("count"), compare=compared)
