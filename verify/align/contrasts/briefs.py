"""Whether one article is a brief of another: a few sentences whose words nearly all stand in the longer text.

What a brief tells is what the article tells, so that a statement of it is known again by fewer words than one of two articles that may well
be on different things.
"""

from __future__ import annotations

from verify.align.contrasts.surroundings import CONTENT, LEAST_SHARED, key
from verify.language.reading import Reading

LONGEST, TIMES_LONGER, COVERED = 60, 2, 0.6
"""Content words of a brief, how many times as many the article has, and the part of the brief's that the article has too."""
LEAST_IN_BRIEF = 1


def content(reading: Reading) -> frozenset[str]:
    """Return the content words of an article, each by the word under which it is known again."""
    return frozenset(key(t) for s in reading.sentences for t in s.tokens if t.pos_ in CONTENT)


def is_brief(short: frozenset[str], long: frozenset[str]) -> bool:
    """Return whether a text of these content words tells in short what the other tells."""
    fits = 0 < len(short) <= LONGEST and TIMES_LONGER * len(short) <= len(long)
    return fits and len(short & long) >= COVERED * len(short)


def least_shared(left: frozenset[str], right: frozenset[str]) -> int:
    """Return how many words around it must be the same for a statement of two articles to be one."""
    return LEAST_IN_BRIEF if is_brief(left, right) or is_brief(right, left) else LEAST_SHARED
