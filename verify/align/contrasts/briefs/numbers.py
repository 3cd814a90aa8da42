"""Figures of a brief that the article does not bear out, held against the article's figure for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from verify.align.comparison import steps
from verify.align.contrasts.base import Contrast
from verify.align.contrasts.briefs.base import lacking
from verify.align.contrasts.texts import Text
from verify.align.described import Described
from verify.align.firm import plain, states_number
from verify.align.links import SAME_EVENT
from verify.claims import claim_kinds
from verify.values.interval import Interval, commensurable, compare

NEAR = 1.5
"""How many times as large a number may be as the bound that allows it."""
SMALL = 12
"""A number up to which an article may well have it of something else."""
OTHER = frozenset({"different things", "things that exclude each other", "same sort of thing, another word"})
AGAINST = -3.0
"""Weight of a level that speaks plainly against one fact: another event, another measure."""
MOST_PARTS = 20
LEAST = -1.0
"""Weight of the levels, the sentences left aside, above which two figures are on one thing: the thing is the same, the event not another."""
UNRELATED = frozenset({"different things"})
CLOSED = frozenset({"exact", "about", "range"})
BY_UNIT = frozenset({"money", "percent", "measure"})
"""Kinds whose unit says much of what they are of."""


def find_numbers(brief: Text, article: Text) -> Iterator[Contrast]:
    """Yield the figures of a brief with those of the article that stand in their place."""
    theirs = [d for d in article.described if isinstance(d.claim.value, Interval)]
    for d in brief.described:
        if not _states(d) or _borne_out(d, theirs):
            continue
        rival = max((t for t in theirs if _in_place(t, d)), key=lambda t: _likeness(t, d), default=None)
        found = lacking(rival.claim, d.claim) if rival is not None else None
        if found:
            yield found


def _states(d: Described) -> bool:
    """Return whether a brief asserts a figure; one of a part ("of its customers") is held against those of the same thing too."""
    value = d.claim.value
    if (
        not isinstance(value, Interval)
        or value.bound == "vague"
        or not value.stated
        or d.claim.speech.hedged
        or d.claim.negated
    ):
        return False
    return d.claim.kind != "count" or states_number(d.claim)


def borne_out(brief: Text, article: Text) -> frozenset[str]:
    """Return the identifiers of a brief's figures that the article has: its other figures are of something else."""
    theirs = [d for d in article.described if isinstance(d.claim.value, Interval)]
    return frozenset(d.claim.id for d in brief.described if _states(d) and _borne_out(d, theirs))


def _borne_out(d: Described, theirs: Sequence[Described]) -> bool:
    """Return whether the article has the figure, of a thing that may be the same where the number is small or a bound, or parts of it."""
    like = [t for t in theirs if _commensurable(t, d) and (t.claim.kind != "count" or states_number(t.claim))]
    return any(_allows(t, d) and (_telling(t, d) or not _against(t, d)) for t in like) or _adds_up(d, theirs)


def _telling(t: Described, d: Described) -> bool:
    """Return whether a number is such that it will hardly stand in both texts of two things."""
    a, b = t.claim.value, d.claim.value
    assert isinstance(a, Interval) and isinstance(b, Interval)
    x, y = a.number, b.number
    near = x is not None and y is not None and max(abs(x), abs(y)) <= NEAR * min(abs(x), abs(y))
    return (near or (a.bound in CLOSED and b.bound in CLOSED)) and not _is_small(d)


def _is_small(d: Described) -> bool:
    value = d.claim.value
    return d.claim.kind == "count" and isinstance(value, Interval) and (value.number or 0) <= SMALL


def _adds_up(d: Described, theirs: Sequence[Described]) -> bool:
    """Return whether two or three figures of the article that are not of other sorts of things make the brief's, or two differ by it."""
    value = d.claim.value
    assert isinstance(value, Interval)
    by_unit = d.claim.kind in BY_UNIT
    like = (t for t in theirs if t.claim.kind == d.claim.kind and _commensurable(t, d))
    parts = (t.claim.value for t in like if by_unit or not _labels(t, d) & UNRELATED)
    numbers = [v.number for v in parts if isinstance(v, Interval) and v.number][:MOST_PARTS]
    sums = [sum(some) for n in (2, 3) for some in combinations(numbers, n)]
    sums += [abs(x - y) for x, y in combinations(numbers, 2)] if by_unit else []
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
        return not _against(t, d) - OTHER
    if _is_small(d):
        return "same thing" in labels and bool(labels & SAME_EVENT) and not _against(t, d)
    return not _against(t, d) and _weight(t, d) >= LEAST


def _labels(t: Described, d: Described) -> set[str]:
    return {s.label for s in steps(t, d, {})}


def _against(t: Described, d: Described) -> set[str]:
    """Return the levels that speak against one fact, the first aside, which is the same for all pairs of a kind."""
    return {s.label for s in steps(t, d, {})[1:] if s.weight <= AGAINST}


def _likeness(t: Described, d: Described) -> tuple[bool, float, int]:
    """Return whether the article's figure is of a whole, how much speaks for one fact, and how many words the two sentences share."""
    return plain(t), _weight(t, d), len(set(t.words) & set(d.words))


def _weight(t: Described, d: Described) -> float:
    return sum(s.weight for s in steps(t, d, {}))
