"""Contrasts: statements of two articles that are one but for words that exclude each other, one file for each way to find them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from verify.align.briefs import one_is_brief
from verify.align.contrasts.attributes import attributes, find_attributes
from verify.align.contrasts.base import Contrast
from verify.align.contrasts.bearers import bearers, find_bearers
from verify.align.contrasts.designations import designations, find_designations
from verify.align.contrasts.fates import find_fates
from verify.align.contrasts.fillers import find_fillers
from verify.align.contrasts.kinds import find_kinds, instances
from verify.align.contrasts.pairs import near_pairs
from verify.align.contrasts.retyped import find_retyped
from verify.align.contrasts.statements import find_statements, statements
from verify.align.contrasts.surroundings import LEAST_IN_BRIEF, LEAST_SHARED
from verify.align.described import Described
from verify.language.content_words import content
from verify.language.reading import Reading

__all__ = ["Contrast", "find_contrasts"]


def find_contrasts(readings: Sequence[Reading], described: Sequence[Described]) -> tuple[Contrast, ...]:
    """Return what any two articles say differently of one thing, slips in retyping first."""
    near = list(near_pairs(readings))
    return (*find_retyped(readings, near), *_paraphrased(readings, near), *_counted(readings, described, near))


def _paraphrased(readings: Sequence[Reading], near: Iterable[tuple[int, int]]) -> Iterator[Contrast]:
    borne, stated = [attributes(r) for r in readings], [statements(r) for r in readings]
    offices, things = [bearers(r) for r in readings], [instances(r) for r in readings]
    words, named = [content(r) for r in readings], [designations(r) for r in readings]
    for i, j in near:
        least = LEAST_IN_BRIEF if one_is_brief(words[i], words[j]) else LEAST_SHARED
        yield from find_attributes(borne[i], borne[j], least=least)
        yield from find_statements(stated[i], stated[j], least=least)
        yield from find_fillers(stated[i], stated[j], least=least)
        yield from find_kinds(things[i], things[j], least=least)
        yield from find_designations(named[i], named[j], least=least)
        yield from find_bearers(offices[i], offices[j])


def _counted(
    readings: Sequence[Reading], described: Sequence[Described], near: Iterable[tuple[int, int]]
) -> Iterator[Contrast]:
    own: dict[str, list[Described]] = defaultdict(list)
    for d in described:
        own[d.claim.article].append(d)
    for i, j in near:
        yield from find_fates(own[readings[i].article.id], own[readings[j].article.id])
