"""Contrasts: statements of two articles that are one but for words that exclude each other, one file for each way to find them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from verify.align.contrasts.attributes import attributes, find_attributes
from verify.align.contrasts.base import Contrast
from verify.align.contrasts.bearers import bearers, find_bearers
from verify.align.contrasts.briefs import Text, brief_pairs, find_in_briefs
from verify.align.contrasts.designations import designations, find_designations
from verify.align.contrasts.fates import find_fates
from verify.align.contrasts.fillers import find_fillers
from verify.align.contrasts.kinds import find_kinds, instances
from verify.align.contrasts.pairs import near_pairs
from verify.align.contrasts.retyped import find_retyped
from verify.align.contrasts.statements import find_statements, statements
from verify.align.contrasts.surroundings import LEAST_IN_BRIEF, LEAST_SHARED
from verify.align.described import Described
from verify.language.reading import Reading

__all__ = ["Contrast", "find_contrasts"]


def find_contrasts(readings: Sequence[Reading], described: Sequence[Described]) -> tuple[Contrast, ...]:
    """Return what any two articles say differently of one thing, slips in retyping first, what only briefs show last."""
    near, texts = list(near_pairs(readings)), _texts(readings, described)
    briefs = brief_pairs(texts, near)
    return (
        *find_retyped(readings, near),
        *_paraphrased(readings, near, {frozenset(pair) for pair in briefs}),
        *(r for i, j in near for r in find_fates(texts[i].described, texts[j].described)),
        *find_in_briefs(texts, briefs),
    )


def _texts(readings: Sequence[Reading], described: Sequence[Described]) -> list[Text]:
    own: dict[str, list[Described]] = defaultdict(list)
    for d in described:
        own[d.claim.article].append(d)
    return [Text(reading=r, described=own[r.article.id]) for r in readings]


def _paraphrased(
    readings: Sequence[Reading], near: Iterable[tuple[int, int]], briefs: Set[frozenset[int]]
) -> Iterator[Contrast]:
    borne, stated = [attributes(r) for r in readings], [statements(r) for r in readings]
    offices, things = [bearers(r) for r in readings], [instances(r) for r in readings]
    named = [designations(r) for r in readings]
    for i, j in near:
        least = LEAST_IN_BRIEF if {i, j} in briefs else LEAST_SHARED
        yield from find_attributes(borne[i], borne[j], least=least)
        yield from find_statements(stated[i], stated[j], least=least)
        yield from find_fillers(stated[i], stated[j], least=least)
        yield from find_kinds(things[i], things[j], least=least)
        yield from find_designations(named[i], named[j], least=least)
        yield from find_bearers(offices[i], offices[j])
