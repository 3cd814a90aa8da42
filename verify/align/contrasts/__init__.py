"""Contrasts: statements of two articles that are one but for words that exclude each other, one file for each way to find them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from verify.align.contrasts.attributes import attributes, find_attributes
from verify.align.contrasts.base import Contrast
from verify.align.contrasts.bearers import bearers, find_bearers
from verify.align.contrasts.briefs import find_in_briefs, settled
from verify.align.contrasts.designations import designations, find_designations
from verify.align.contrasts.fates import find_fates
from verify.align.contrasts.fillers import fillers, find_fillers
from verify.align.contrasts.kinds import find_kinds, instances
from verify.align.contrasts.periods import find_periods, find_quarters, yearly
from verify.align.contrasts.retyped import find_retyped
from verify.align.contrasts.statements import find_statements, statements
from verify.align.contrasts.surroundings import LEAST_IN_BRIEF, LEAST_SHARED
from verify.align.contrasts.texts import Texts, texts_of
from verify.align.contrasts.trends import find_trends, trends
from verify.align.figures import Basis, of_two, told_apart
from verify.language.reading import Reading
from verify.model import Claim, Location, Span

__all__ = ["Contrast", "find_contrasts", "settled", "texts_of"]

Bases = Mapping[str, Mapping[Span, Basis]]
"""By article, what its amounts are of."""


def find_contrasts(texts: Texts) -> tuple[Contrast, ...]:
    """Return what any two articles say differently of one thing, slips in retyping first, what only briefs show last."""
    readings = [text.reading for text in texts.all]
    known = {text.reading.article.id: text.bases for text in texts.all}
    return (
        *(c for c in find_retyped(readings, texts.near) if not _told_apart(c, known)),
        *_paraphrased(readings, texts),
        *_measured(readings, texts, known),
        *(r for i, j in texts.near for r in find_fates(texts.all[i].described, texts.all[j].described)),
        *find_in_briefs(texts),
    )


def _told_apart(found: Contrast, known: Bases) -> bool:
    """Return whether copies of one sentence differ in amounts that are not of one thing, or in something else beside such amounts."""
    sides = (found.left, found.right)
    ours, theirs = (_amounts(c, c.location, known) for c in sides)
    if ours and theirs:
        return any(told_apart(a, b) for a in ours for b in theirs)
    beside = list(product(*(_amounts(c, c.sentence, known) for c in sides)))
    return bool(beside) and all(of_two(a, b) for a, b in beside)


def _amounts(claim: Claim, around: Location | Span, known: Bases) -> list[Basis]:
    """Return the amounts of measures that overlap a place in the article of a claim."""
    return [b for at, b in known[claim.article].items() if at.start < around.end and around.start < at.end]


def _paraphrased(readings: Sequence[Reading], texts: Texts) -> Iterator[Contrast]:
    borne, stated = [attributes(r) for r in readings], [statements(r) for r in readings]
    names = [fillers(found) for found in stated]
    offices, things = [bearers(r) for r in readings], [instances(r) for r in readings]
    named, briefs = [designations(r) for r in readings], {frozenset(pair) for pair in texts.briefs}
    for i, j in texts.near:
        least = LEAST_IN_BRIEF if {i, j} in briefs else LEAST_SHARED
        yield from find_attributes(borne[i], borne[j], least=least)
        yield from find_statements(stated[i], stated[j], least=least)
        yield from find_fillers(names[i], names[j], least=least)
        yield from find_kinds(things[i], things[j], least=least)
        yield from find_designations(named[i], named[j], least=least)
        yield from find_bearers(offices[i], offices[j])


def _measured(readings: Sequence[Reading], texts: Texts, known: Bases) -> Iterator[Contrast]:
    moved, dated = [trends(r) for r in readings], [yearly(r, known[r.article.id]) for r in readings]
    for i, j in texts.near:
        yield from find_trends(moved[i], moved[j])
        yield from find_periods(dated[i], dated[j])
        yield from find_quarters(moved[i], moved[j])
