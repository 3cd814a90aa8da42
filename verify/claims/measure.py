"""Measurements: lengths, areas, masses, speeds, temperatures, time spans, with their units."""

from __future__ import annotations

from verify.claims.base import ClaimKind
from verify.claims.quantity.make import compared, of_sort

KIND = ClaimKind(name="measure", extract=of_sort("measure"), values=compared)
