"""Figures of a brief that the article does not bear out, held against the article's figure for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from verify.align.comparison import steps
from verify.align.contrasts.base import Contrast
from verify.align.contrasts.briefs.base import Text, lacking
from verify.align.described import Described
from verify.align.firm import plain, states_number
from verify.claims import claim_kinds
from verify.values.interval import Interval, commensurable, compare

SMALL = 12
"""A number up to which an article may well have it of something else."""
OTHER = frozenset({"different things", "things that exclude each other", "same sort of thing, another word"})
UNLIKE = OTHER | {"different events", "different times", "different places", "a longer period", "opposite or no change"}
LEAST = -1.0
"""Weight of the levels, the sentences left aside, above which two figures are on one thing: the thing is the same, the event not another."""
BY_UNIT = frozenset({"money", "percent", "measure"})
"""Kinds whose unit says much of what they are of."""


def find_numbers(brief: Text, article: Text) -> Iterator[Contrast]:
    """Yield the figures of a brief with those of the article that stand in their place."""
    theirs = [d for d in article.described if isinstance(d.claim.value, Interval)]
    for d in brief.described:
        if not _states(d) or _borne_out(d, theirs):
            continue
        rival = max((t for t in theirs if _in_place(t, d)), key=lambda t: _weight(t, d), default=None)
        found = lacking(rival.claim, d.claim) if rival is not None else None
        if found:
            yield found


def _states(d: Described) -> bool:
    stated = isinstance(d.claim.value, Interval) and plain(d) and not d.claim.negated
    return stated and (d.claim.kind != "count" or states_number(d.claim))


def _borne_out(d: Described, theirs: Sequence[Described]) -> bool:
    """Return whether the article has the figure, of a thing that may be the same where the number is small, or one that adds up to it."""
    value = d.claim.value
    assert isinstance(value, Interval)
    like = [t for t in theirs if _commensurable(t, d)]
    small = d.claim.kind == "count" and (value.number or SMALL) <= SMALL
    if any(_allows(t, d) and not (small and _labels(t, d) & OTHER) for t in like):
        return True
    numbers = [t.claim.value.number for t in like if isinstance(t.claim.value, Interval) and t.claim.value.number]
    sums = {x + y for x, y in combinations(numbers, 2)} | {abs(x - y) for x, y in combinations(numbers, 2)}
    return any((value.low is None or value.low <= n) and (value.high is None or n <= value.high) for n in sums)


def _commensurable(t: Described, d: Described) -> bool:
    a, b = t.claim.value, d.claim.value
    return isinstance(a, Interval) and isinstance(b, Interval) and commensurable(a, b)


def _allows(t: Described, d: Described) -> bool:
    a, b = t.claim.value, d.claim.value
    assert isinstance(a, Interval) and isinstance(b, Interval)
    return compare(a, b) != "disjoint"


def _in_place(t: Described, d: Described) -> bool:
    """Return whether a figure of the article is of what the brief's figure is of."""
    if (
        t.claim.kind != d.claim.kind
        or not _commensurable(t, d)
        or claim_kinds()[t.claim.kind].compare(t.claim, d.claim) != "disjoint"
    ):
        return False
    labels = _labels(t, d)
    if d.claim.kind in BY_UNIT:
        return not labels & (UNLIKE - OTHER)
    return not labels & UNLIKE and _weight(t, d) >= LEAST


def _labels(t: Described, d: Described) -> set[str]:
    return {s.label for s in steps(t, d, {})}


def _weight(t: Described, d: Described) -> float:
    return sum(s.weight for s in steps(t, d, {}))
