"""Where and when: the places and the times of two claims, compared by containment."""

from __future__ import annotations

from verify.align.described import Described
from verify.align.levels import Level
from verify.model import Relation
from verify.values.period import LONG, Period
from verify.values.period import compare as compare_periods
from verify.values.place import Place
from verify.values.place import compare as compare_places


def place(left: Described, right: Described) -> Level:
    """Compare the places; one of several places named together is a part, not a wider or narrower word for the same."""
    a, b = left.claim.place, right.claim.place
    if not isinstance(a, Place) or not isinstance(b, Place):
        return Level.NO_PLACE
    relation = compare_places(a, b)
    if relation == "equal":
        return Level.SAME_PLACE
    if relation == "disjoint":
        return Level.DIFFERENT_PLACES
    if len(a.parts()) != len(b.parts()):
        return Level.PART_OF_PLACES
    return Level.PLACE_WITHIN if relation in {"contains", "overlaps"} else Level.NO_PLACE


def time(left: Described, right: Described) -> Level:
    """Compare the times; a count of a year or a month is another than that of one of its days, and of another year or quarter another figure."""
    a, b = left.claim.time, right.claim.time
    if left.parts_of_year and right.parts_of_year and left.parts_of_year.isdisjoint(right.parts_of_year):
        return Level.OTHER_PERIOD
    if not isinstance(a, Period) or not isinstance(b, Period):
        return Level.NO_TIME
    relation = compare_periods(a, b)
    if relation == "equal":
        return Level.SAME_TIME
    if (a.granularity in LONG) != (b.granularity in LONG):
        return Level.LONGER_TIME
    if relation == "disjoint" and a.granularity in LONG:
        return Level.OTHER_PERIOD
    words: dict[Relation, Level] = {
        "contains": Level.TIME_WITHIN,
        "overlaps": Level.TIME_WITHIN,
        "disjoint": Level.DIFFERENT_TIMES,
    }
    return words.get(relation, Level.NO_TIME)
