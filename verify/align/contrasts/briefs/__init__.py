"""Briefs: what a few sentences tell otherwise than the article of which they are a brief, one file for each sort of detail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verify.align.contrasts.base import Contrast
from verify.align.contrasts.briefs.dates import find_dates
from verify.align.contrasts.briefs.decisions import find_decisions
from verify.align.contrasts.briefs.names import find_names
from verify.align.contrasts.briefs.numbers import borne_out, find_numbers
from verify.align.contrasts.briefs.places import find_places
from verify.align.contrasts.texts import Texts
from verify.align.described import Described

__all__ = ["find_in_briefs", "settled"]


def find_in_briefs(texts: Texts) -> Iterator[Contrast]:
    """Yield what briefs tell that their articles tell otherwise."""
    for i, j in texts.briefs:
        for find in (find_numbers, find_dates, find_places, find_names, find_decisions):
            yield from find(texts.all[i], texts.all[j])


def settled(texts: Texts) -> tuple[Described, ...]:
    """Return all claims, the figures of briefs that their article bears out as none that its other figures can contest."""
    known = {d for i, j in texts.briefs for d in borne_out(texts.all[i], texts.all[j])}
    return tuple(replace(d, contested=True) if d.claim.id in known else d for d in texts.described)
