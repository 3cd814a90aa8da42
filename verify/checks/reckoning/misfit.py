"""What a check on an article's own arithmetic finds: a quantity, and words beside it that make another."""

from __future__ import annotations

from dataclasses import dataclass

from verify.model import Claim, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """A claim with the words that do not fit it and what these make ("4 people", "25 percent")."""

    claim: Claim
    span: Span
    makes: str
