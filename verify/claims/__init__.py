"""Claims out of articles: one file per kind, found by the registry."""

from __future__ import annotations

from functools import cache

from verify.claims.base import ClaimKind
from verify.language.reading import Reading
from verify.model import Claim
from verify.registry import discover

__all__ = ["claim_kinds", "extract"]


@cache
def claim_kinds() -> dict[str, ClaimKind]:
    """Return the claim kinds by name."""
    kinds = [k for k in discover("verify.claims", "KIND") if isinstance(k, ClaimKind)]
    return {kind.name: kind for kind in kinds}


def extract(reading: Reading) -> tuple[Claim, ...]:
    """Return every claim of an article in the order of the text; of claims with one identifier the first."""
    found = (claim for kind in claim_kinds().values() for claim in kind.extract(reading))
    ordered = sorted(found, key=lambda c: (c.location.start, c.location.end, c.kind, c.value.label()))
    return tuple({claim.id: claim for claim in reversed(ordered)}.values())[::-1]
