"""Percentages and percentage points."""

from __future__ import annotations

from verify.claims.base import ClaimKind
from verify.claims.quantity.make import compared, of_sort

KIND = ClaimKind(name="percent", extract=of_sort("percent"), values=compared)
