"""Briefs: what a few sentences tell otherwise than the article of which they are a brief, one file for each sort of detail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verify.align.contrasts.base import Contrast
from verify.align.contrasts.briefs.base import Text, is_brief
from verify.align.contrasts.briefs.dates import find_dates
from verify.align.contrasts.briefs.decisions import find_decisions
from verify.align.contrasts.briefs.names import find_names
from verify.align.contrasts.briefs.numbers import find_numbers
from verify.align.contrasts.briefs.places import find_places

__all__ = ["Text", "brief_pairs", "find_in_briefs"]


def brief_pairs(texts: Sequence[Text], near: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the indices of the briefs, each with that of its article."""
    both = ((a, b) for i, j in near for a, b in ((i, j), (j, i)))
    return tuple((i, j) for i, j in both if is_brief(texts[i], texts[j]))


def find_in_briefs(texts: Sequence[Text], pairs: Iterable[tuple[int, int]]) -> Iterator[Contrast]:
    """Yield what briefs tell that their articles tell otherwise."""
    for i, j in pairs:
        for find in (find_numbers, find_dates, find_places, find_names, find_decisions):
            yield from find(texts[i], texts[j])
