"""The levels of the comparison of two amounts that each stand for a measure, in place of those of things and events."""

from __future__ import annotations

from collections.abc import Iterator

from verify.align.figures import bearer, period
from verify.align.figures.basis import Basis
from verify.align.figures.bearer import Likeness
from verify.values.interval import compare

BEARERS = {
    "same": "the same bearer",
    "firm": "the firm that one article leaves unnamed",
    "part": "a part of what the other is of",
    "open": "bearer not stated by both",
    "unstated": "no bearer stated",
    "other": "another bearer",
}
PERIODS = {
    "same": "the same period",
    "open": "period not stated by both",
    "unstated": "no period stated",
    "other": "another period",
}
APART = frozenset(
    {
        "another measure",
        "another bearer",
        "a part of what the other is of",
        "another period",
        "forecast and result",
        "change and level",
    }
)
RANK: dict[Likeness, int] = {"same": 2, "unstated": 2, "firm": 2, "open": 1, "part": 1, "other": 0}


def levels(a: Basis, b: Basis, *, across: bool) -> Iterator[str]:
    """Yield the labels of the levels; `across` says that the amounts stand in two articles."""
    yield "the same measure" if a.measure == b.measure else "another measure"
    borne, dated = _likeness(a, b)
    yield BEARERS[borne]
    yield PERIODS[dated]
    if told := _told_as(a, b):
        yield told
    if across and _ambiguous(a, b):
        yield "one of several such amounts"
    elif across and borne == "unstated" and dated in {"same", "unstated"}:
        yield "the only such amount in both articles"


def told_apart(a: Basis, b: Basis) -> bool:
    """Return whether two amounts are not of one thing, or do not exclude each other."""
    if APART & set(levels(a, b, across=False)):
        return True
    return a.value is not None and b.value is not None and compare(a.value, b.value) != "disjoint"


def of_two(a: Basis, b: Basis) -> bool:
    """Return whether two amounts are of two measures or bearers, or told in two ways, whatever their periods."""
    return bool((APART - {PERIODS["other"]}) & set(levels(a, b, across=False)))


def _likeness(a: Basis, b: Basis) -> tuple[Likeness, Likeness]:
    return bearer.likeness(a.bearer, b.bearer), "open" if a.listed or b.listed else period.likeness(a.period, b.period)


def _ambiguous(a: Basis, b: Basis) -> bool:
    """Return whether either article has another amount of the measure that fits the other article's as well as this one does."""
    least = [RANK[like] for like in _likeness(a, b)]
    others = (*((a, other) for other in b.rivals), *((other, b) for other in a.rivals))
    return any(all(RANK[x] >= y for x, y in zip(_likeness(*pair), least, strict=True)) for pair in others)


def _told_as(a: Basis, b: Basis) -> str | None:
    """Tell a forecast from a result, and a change from a level."""
    if a.outlook != b.outlook:
        return "forecast and result"
    if a.aspect != b.aspect:
        return "change and level"
    return "both forecast" if a.outlook != "result" else None
