"""Briefs: what a few sentences tell of an article, and whether the article bears it out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from verify.align.comparable import plain, states_number
from verify.align.comparisons import is_small
from verify.align.described import Described
from verify.align.ladder import climb
from verify.align.levels import Level, threshold, weigh
from verify.align.setting import Setting
from verify.claims import kind_of
from verify.values.interval import Interval, commensurable, compare

NEAR = 1.5
"""How many times as large a number may be as the bound that allows it."""
AGAINST = -3.0
"""Weight of a level that speaks plainly against one fact."""
MOST_PARTS = 20
CLOSED = frozenset({"exact", "about", "range"})


def otherwise(brief: Described, other: Described, setting: Setting) -> bool:
    """Return whether a brief has a value that its article lacks, in the place of one that the brief lacks."""
    if isinstance(brief.claim.value, Interval):
        theirs = setting.known[other.claim.article].described
        if not _states(brief, brief.claim.value) or _borne_out(brief, brief.claim.value, theirs):
            return False
        return plain(other) or not any(plain(o) and _in_place(o, brief, setting) for o in theirs)
    return not setting.both_known(brief.claim, other.claim)


def _in_place(other: Described, brief: Described, setting: Setting) -> bool:
    """Return whether a figure of the article can stand for one of a brief."""
    return other.claim.kind == brief.claim.kind and weigh(climb(other, brief, setting)) >= threshold("conflict")


def _states(d: Described, value: Interval) -> bool:
    """Return whether a brief asserts a figure; one of a part ("of its customers") is held against those of the same thing too."""
    if value.bound == "vague" or not value.stated or d.claim.speech.hedged or d.claim.negated:
        return False
    return not kind_of(d.claim).counts or states_number(d.claim)


def _borne_out(d: Described, value: Interval, others: Sequence[Described]) -> bool:
    """Return whether the article has the figure, of a thing that may be the same where the number is small or a bound, or parts of it."""
    like = [(o, o.claim.value) for o in others if isinstance(o.claim.value, Interval)]
    like = [(o, v) for o, v in like if commensurable(v, value)]
    for o, v in like:
        stated = not kind_of(o.claim).counts or states_number(o.claim)
        if stated and compare(v, value) != "disjoint" and (_telling(v, value, d) or not _against(o, d)):
            return True
    by_unit = not kind_of(d.claim).counts
    parts = [
        v for o, v in like if o.claim.kind == d.claim.kind and (by_unit or Level.DIFFERENT_THINGS not in climb(o, d))
    ]
    return _adds_up(value, parts, add=kind_of(d.claim).adds, differ=by_unit)


def _telling(a: Interval, b: Interval, d: Described) -> bool:
    """Return whether a number is such that it will hardly stand in both texts of two things."""
    x, y = a.number, b.number
    near = x is not None and y is not None and max(abs(x), abs(y)) <= NEAR * min(abs(x), abs(y))
    return (near or (a.bound in CLOSED and b.bound in CLOSED)) and not is_small(d)


def _against(o: Described, d: Described) -> bool:
    return any(level.weight <= AGAINST for level in climb(o, d)[1:])


def _adds_up(value: Interval, parts: Sequence[Interval], *, add: bool, differ: bool) -> bool:
    """Return whether two or three figures make the brief's, or two differ by it."""
    numbers = [v.number for v in parts if v.number][:MOST_PARTS]
    made = [sum(some) for n in (2, 3) for some in combinations(numbers, n)] if add else []
    made += [abs(x - y) for x, y in combinations(numbers, 2)] if differ else []
    return any((value.low is None or value.low <= n) and (value.high is None or n <= value.high) for n in made)
