"""Sentences with their values hidden, as the sameness model reads them.

A number, an amount or a date is replaced by one mask and a word for its sort ("length", "dollars", "day"), so that no value, unit or bound can play
a part in whether two claims are one fact; a place in focus by a mask alone. Numbers that no claim covers are masked as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verify.claims import kind_of
from verify.model import Claim
from verify.values.masking import MASK, unnumbered


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A sentence with its values hidden, and where in it the mask of each claim begins (None where another claim's mask covers it)."""

    text: str
    starts: tuple[int | None, ...]


def masked(text: str, claims: Sequence[Claim]) -> Masked:
    """Return the sentence of these claims, all of one sentence and in the order of their places, with all values hidden."""
    first, last = claims[0].sentence.start, claims[0].sentence.end
    parts: list[str] = []
    starts: list[int | None] = []
    length, at = 0, first
    for claim in claims:
        start, end = claim.location.start, claim.location.end
        if start < at:
            starts.append(None)
            continue
        parts += [unnumbered(text[at:start]), _hidden(claim)]
        starts.append(length + len(parts[-2]) + parts[-1].index(MASK))
        length += len(parts[-2]) + len(parts[-1])
        at = end
    parts.append(unnumbered(text[at:last]))
    return Masked(text="".join(parts), starts=tuple(starts))


def _hidden(claim: Claim) -> str:
    masked = kind_of(claim).masked
    return masked(claim) if masked else MASK


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims by their places, the longer of two that begin together first."""
    return sorted(claims, key=lambda c: (c.location.start, -c.location.end, c.kind))
