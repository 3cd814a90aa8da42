"""Whether one article is a brief of another: a few sentences whose words nearly all stand in the longer text.

What a brief tells is what the article tells, so that a statement of it is known again by fewer words than one of two articles that may well
be on different things.
"""

from __future__ import annotations

LONGEST, TIMES_LONGER, COVERED = 35, 2, 0.6
"""Content words of a brief, how many times as many the article has, and the part of the brief's that the article has too."""


def is_brief(short: frozenset[str], long: frozenset[str]) -> bool:
    """Return whether a text of these content words tells in short what the other tells."""
    fits = 0 < len(short) <= LONGEST and TIMES_LONGER * len(short) <= len(long)
    return fits and len(short & long) >= COVERED * len(short)


def one_is_brief(left: frozenset[str], right: frozenset[str]) -> bool:
    """Return whether one of two texts is a brief of the other."""
    return is_brief(left, right) or is_brief(right, left)
