"""Contrasts: statements of two articles that are one but for words that exclude each other, one file for each way to find them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from verify.align.contrasts.attributes import attributes, find_attributes
from verify.align.contrasts.base import Contrast
from verify.align.contrasts.bearers import bearers, find_bearers
from verify.align.contrasts.fillers import find_fillers
from verify.align.contrasts.pairs import near_pairs
from verify.align.contrasts.periods import find_periods, find_quarters, yearly
from verify.align.contrasts.retyped import find_retyped
from verify.align.contrasts.statements import find_statements, statements
from verify.align.contrasts.trends import find_trends, trends
from verify.align.figures import Basis, bases, told_apart
from verify.language.reading import Reading
from verify.model import Span

__all__ = ["Contrast", "find_contrasts"]


def find_contrasts(readings: Sequence[Reading]) -> tuple[Contrast, ...]:
    """Return what any two articles say differently of one thing, slips in retyping first."""
    near = list(near_pairs(readings))
    known = {r.article.id: bases(r) for r in readings}
    retyped = (c for c in find_retyped(readings, near) if not _told_apart(c, known))
    return (*retyped, *_paraphrased(readings, near, known))


def _told_apart(found: Contrast, known: Mapping[str, Mapping[Span, Basis]]) -> bool:
    """Return whether the amounts in which copies of one sentence differ are of two measures, bearers or periods."""
    ours, theirs = (
        [b for at, b in known[c.article].items() if at.start <= c.location.start and c.location.end <= at.end]
        for c in (found.left, found.right)
    )
    return any(told_apart(a, b) for a in ours for b in theirs)


def _paraphrased(
    readings: Sequence[Reading], near: Iterable[tuple[int, int]], known: Mapping[str, Mapping[Span, Basis]]
) -> Iterator[Contrast]:
    borne, stated = [attributes(r) for r in readings], [statements(r) for r in readings]
    offices = [bearers(r) for r in readings]
    moved, dated = [trends(r) for r in readings], [yearly(r, known[r.article.id]) for r in readings]
    for i, j in near:
        yield from find_attributes(borne[i], borne[j])
        yield from find_statements(stated[i], stated[j])
        yield from find_fillers(stated[i], stated[j])
        yield from find_bearers(offices[i], offices[j])
        yield from find_trends(moved[i], moved[j])
        yield from find_periods(dated[i], dated[j])
        yield from find_quarters(moved[i], moved[j])
