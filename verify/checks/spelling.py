"""How far two words of names are apart that should be one: a letter lost, added, exchanged, or two that changed places."""

from __future__ import annotations

from rapidfuzz.distance import OSA


def a_letter_off(left: str, right: str) -> bool:
    """Return whether one slip of the pen makes one word of the other."""
    return OSA.distance(left, right, score_cutoff=1) == 1
