"""Two amounts that each stand for a measure, compared by measure, entity, period and scenario: a quarter is never a year."""

from __future__ import annotations

from collections.abc import Iterator

from verify.align.described import Described
from verify.align.levels import Level
from verify.claims.figures.likeness import Likeness, entities_alike, periods_alike
from verify.model import FigureContext

ENTITIES: dict[Likeness, Level] = {
    "same": Level.SAME_ENTITY,
    "firm": Level.UNNAMED_ENTITY,
    "part": Level.PART_OF_ENTITY,
    "open": Level.ENTITY_OPEN,
    "unstated": Level.NO_ENTITY,
    "other": Level.OTHER_ENTITY,
}
PERIODS: dict[Likeness, Level] = {
    "same": Level.SAME_PERIOD,
    "open": Level.PERIOD_OPEN,
    "unstated": Level.NO_PERIOD,
    "other": Level.OTHER_PERIOD,
}
APART = frozenset(
    {
        *(Level.OTHER_MEASURE, Level.OTHER_ENTITY, Level.PART_OF_ENTITY),
        *(Level.FORECAST_AND_RESULT, Level.CHANGE_AND_LEVEL),
    }
)
RANK: dict[Likeness, int] = {"same": 2, "unstated": 2, "firm": 2, "open": 1, "part": 1, "other": 0}
"""How well one amount fits another, by their entities or periods."""


def measure(left: Described, right: Described) -> Level | None:
    """Compare what two amounts are of."""
    for a, b in _contexts(left, right):
        return Level.SAME_MEASURE if a.measure == b.measure else Level.OTHER_MEASURE
    return None


def entity(left: Described, right: Described) -> Level | None:
    """Compare whose two amounts are."""
    return next((ENTITIES[entities_alike(a.entity, b.entity)] for a, b in _contexts(left, right)), None)


def period(left: Described, right: Described) -> Level | None:
    """Compare the periods of two amounts."""
    return next((PERIODS[_periods(a, b)] for a, b in _contexts(left, right)), None)


def scenario(left: Described, right: Described) -> Level | None:
    """Tell a forecast from a result, and a change from a level."""
    for a, b in _contexts(left, right):
        if a.scenario != b.scenario:
            return Level.FORECAST_AND_RESULT
        if a.aspect != b.aspect:
            return Level.CHANGE_AND_LEVEL
        return Level.BOTH_FORECAST if a.scenario != "result" else None
    return None


def rivals(left: Described, right: Described) -> Level | None:
    """Tell an amount that is one of several that fit the other, or the only one of two articles that say no more of it."""
    if left.claim.article == right.claim.article:
        return None
    for a, b in _contexts(left, right):
        told = _likeness(a, b)
        least = [RANK[like] for like in told]
        others = (*((a, other) for other in right.rivals), *((other, b) for other in left.rivals))
        if any(all(RANK[x] >= y for x, y in zip(_likeness(*pair), least, strict=True)) for pair in others):
            return Level.ONE_OF_SEVERAL_AMOUNTS
        return Level.ONLY_AMOUNT if told[0] == "unstated" and told[1] in {"same", "unstated"} else None
    return None


def of_one(left: Described, right: Described) -> bool:
    """Return whether nothing tells two amounts apart, and not only one of them is told whose it is."""
    levels = [compare(left, right) for compare in (measure, entity, period, scenario, rivals)]
    return Level.ENTITY_OPEN not in levels and all(level.weight >= 0 for level in levels if level)


def apart(left: Described, right: Described) -> bool:
    """Return whether two amounts are told of different things, periods or scenarios."""
    return of_two(left, right) or period(left, right) is Level.OTHER_PERIOD


def of_two(left: Described, right: Described) -> bool:
    """Return whether two amounts are of two measures or entities, or told in two ways, whatever their periods."""
    return any(compare(left, right) in APART for compare in (measure, entity, scenario))


def _contexts(left: Described, right: Described) -> Iterator[tuple[FigureContext, FigureContext]]:
    """Yield the contexts of two amounts, where both have one."""
    a, b = left.claim.context, right.claim.context
    if a is not None and b is not None:
        yield a, b


def _likeness(a: FigureContext, b: FigureContext) -> tuple[Likeness, Likeness]:
    return entities_alike(a.entity, b.entity), _periods(a, b)


def _periods(a: FigureContext, b: FigureContext) -> Likeness:
    return "open" if a.listed or b.listed else periods_alike(a.period, b.period)
