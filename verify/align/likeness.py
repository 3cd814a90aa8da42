"""How two values lie to each other, as levels of the ladder: how telling an equal one is, how far apart others are.

Record linkage weighs agreement on a rare value more than on a common one, and a slip of the pen (two digits exchanged) more than any other
difference (Winkler 1989; Splink's term frequencies and edit distances). The sameness model never sees a value: these levels stand beside its own.
"""

from __future__ import annotations

from verify.align.comparable import grown, of_one_time, unlisted
from verify.align.described import Described
from verify.align.levels import Level
from verify.claims import relation
from verify.claims.base import denied
from verify.language.events import MOVING
from verify.model import Claim
from verify.values.comparison import FEW, Digits, numbers, significant
from verify.values.comparison import digits as compare_digits
from verify.values.extent import Interval
from verify.values.period import LONG as LONG_TIMES
from verify.values.period import Period

RATIOS = (
    (1.06, Level.NEAR_NUMBERS),
    (1.3, Level.LIKE_NUMBERS),
    (2.0, Level.NUMBERS_WITHIN_HALF),
    (4.0, Level.NUMBERS_WITHIN_FOURFOLD),
)
"""The greater number by the smaller, up to which a level holds; chosen by the weights that they get on 90 stories (`training/sameness/fit.py`)."""
NEXT = {"month": 32, "quarter": 93, "year": 366}
"""Days from the start of one such period to that of the next, at most."""
A_WEEK = 7
"""Days apart up to which two days are still more often of one thing than those further apart; of 270 events and 54 stories, pairs that the model
takes for one: a day apart 13 of 20 are one fact, two to seven days 4 of 22, more 2 of 30."""
LONG, ROUND = 3, 10
"""Significant digits of a number that hardly stands twice in a story, and the least round number."""
RELATIONS = {
    "contains": Level.VALUE_WITHIN,
    "overlaps": Level.VALUES_OVERLAP,
    "unknown": Level.VALUES_OPEN,
}
DIGITS = {
    Digits.ORDER: Level.DIGITS_EXCHANGED,
    Digits.ZEROS: Level.ZEROS_DIFFER,
    Digits.NEXT: Level.NEXT_NUMBER,
    Digits.ONE: Level.ONE_DIGIT_DIFFERS,
}


def value(left: Described, right: Described) -> Level:
    """Compare how telling an equal value is, or how far apart two numbers are."""
    found, pair = relation(left.claim, right.claim), _numbers(left.claim, right.claim)
    if found == "equal":
        return Level.SAME_VALUE if pair is None else _equal(*pair)
    if found != "disjoint":
        return RELATIONS[found]
    if denied(left.claim) != denied(right.claim):
        return Level.ONE_DENIED
    if pair is None:
        a, b = left.claim.value, right.claim.value
        return _apart(a, b) if isinstance(a, Period) and isinstance(b, Period) else Level.OTHER_VALUE
    small, great = sorted(pair)
    return next((level for most, level in RATIOS if great <= most * small), Level.FAR_NUMBERS)


def _equal(left: float, right: float) -> Level:
    digits = min(len(significant(left)), len(significant(right)))
    if digits > 1:
        return Level.SAME_LONG_NUMBER if digits >= LONG else Level.SAME_TWO_DIGITS
    least = min(left, right)
    return Level.SAME_ROUND_NUMBER if least >= ROUND else Level.SAME_SMALL_NUMBER if least > FEW else Level.SAME_FEW


def digits(left: Described, right: Described) -> Level | None:
    """Compare the digits of two numbers that exclude each other."""
    a, b = left.claim.value, right.claim.value
    if not isinstance(a, Interval) or not isinstance(b, Interval) or relation(left.claim, right.claim) != "disjoint":
        return None
    return DIGITS.get(compare_digits(a, b))


def growth(left: Described, right: Described) -> Level | None:
    """Tell a figure that can have become another by the later article, apart those that are counted as things happen."""
    if relation(left.claim, right.claim) != "disjoint" or not grown(left, right):
        return None
    return Level.GROWN if {left.group, right.group} & MOVING else Level.LATER


def scope(left: Described, right: Described) -> Level | None:
    """Tell a value of old from one of the news, and an item of a list from what the whole list counts."""
    if not of_one_time(left, right):
        return Level.OF_ANOTHER_TIME
    return None if unlisted(left, right) else Level.ITEM_OF_LIST


def _apart(left: Period, right: Period) -> Level:
    """Compare how far apart two times lie that exclude each other."""
    a, b = left.days(), right.days()
    if not a or not b:
        return Level.OTHER_HOUR if left.granularity == right.granularity == "clock" else Level.OTHER_VALUE
    days = abs((a[0] - b[0]).days)
    one = left.granularity == right.granularity
    if not {left.granularity, right.granularity} & LONG_TIMES:
        if not days:
            return Level.SAME_VALUE if one and left.granularity == "day" else Level.OTHER_HOUR
        return Level.NEXT_DAY if days == 1 else Level.SOME_DAYS_APART if days <= A_WEEK else Level.FAR_NUMBERS
    return Level.NEXT_PERIOD if one and days <= NEXT.get(left.granularity, 0) else Level.FAR_NUMBERS


def _numbers(left: Claim, right: Claim) -> tuple[float, float] | None:
    a, b = left.value, right.value
    return numbers(a, b) if isinstance(a, Interval) and isinstance(b, Interval) else None
