"""How far two words of names are apart that should be one: a letter lost, added, exchanged, or two that changed places."""

from __future__ import annotations

from rapidfuzz.distance import OSA

SHUFFLED = 3


def a_letter_off(left: str, right: str) -> bool:
    """Return whether one slip of the pen makes one word of the other."""
    return OSA.distance(left, right, score_cutoff=1) == 1


def shuffled(left: str, right: str) -> bool:
    """Return whether two words are of the same letters, in which two or three stand in another place."""
    apart = [i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]
    return sorted(left) == sorted(right) and 0 < len(apart) <= SHUFFLED
