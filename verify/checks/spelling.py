"""How far two words of names are apart that should be one: a letter lost, added, exchanged, or two that changed places."""

from __future__ import annotations

from rapidfuzz.distance import OSA


def a_letter_off(left: str, right: str) -> bool:
    """Return whether one slip of the pen makes one word of the other."""
    return OSA.distance(left, right, score_cutoff=1) == 1 or _exchanged(left, right)


def _exchanged(left: str, right: str) -> bool:
    """Return whether two letters of a word have changed places in the other, with others between them or none."""
    apart = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    return len(left) == len(right) and len(apart) == 2 and apart[0] == apart[1][::-1]
