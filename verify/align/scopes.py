"""Where and when: the places and the times of two claims, compared by containment."""

from __future__ import annotations

from verify.align.described import Described
from verify.align.sole import LONG


def place(left: Described, right: Described) -> str:
    """Compare the places; one of several places named together is a part, not a wider or narrower word for the same."""
    from verify.values.place import Place, compare

    a, b = left.claim.place, right.claim.place
    if not isinstance(a, Place) or not isinstance(b, Place):
        return "place not stated by both"
    relation = compare(a, b)
    if relation == "equal":
        return "same place"
    if relation == "disjoint":
        return "different places"
    if len(a.parts()) != len(b.parts()):
        return "a part of the places"
    return "one place within the other" if relation in {"contains", "overlaps"} else "place not stated by both"


def time(left: Described, right: Described) -> str:
    """Compare the times; a count of a year or a month is another than that of one of its days."""
    from verify.values.period import Period, compare

    a, b = left.claim.time, right.claim.time
    if not isinstance(a, Period) or not isinstance(b, Period):
        return "time not stated by both"
    relation = compare(a, b)
    if relation == "equal":
        return "same time"
    if (a.granularity in LONG) != (b.granularity in LONG):
        return "a longer period"
    words = {
        "contains": "one time within the other",
        "overlaps": "one time within the other",
        "disjoint": "different times",
    }
    return words.get(relation, "time not stated by both")
