from __future__ import annotations

import pytest

from verify.model import Relation
from verify.values.tally import Tally, compare

LUND, ASSEN = ("Lund", "Assen"), ("Assen", "Lund")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (Tally(numbers=(3, 1)), Tally(numbers=(3, 1)), "equal"),
        (Tally(numbers=(3, 1)), Tally(numbers=(1, 3)), "equal"),
        (Tally(numbers=(3, 1)), Tally(numbers=(3, 2)), "disjoint"),
        (Tally(numbers=(3, 1), sides=LUND), Tally(numbers=(1, 3), sides=ASSEN), "equal"),
        (Tally(numbers=(3, 1), sides=LUND), Tally(numbers=(3, 1), sides=ASSEN), "disjoint"),
        (Tally(numbers=(3, 1), sides=LUND), Tally(numbers=(3, 1), sides=("Lund", "Visby")), "unknown"),
        (Tally(numbers=(3, 1), sides=LUND), Tally(numbers=(1, 3)), "equal"),
        (Tally(numbers=(12, 4, 1)), Tally(numbers=(12, 4, 1)), "equal"),
        (Tally(numbers=(12, 4, 1)), Tally(numbers=(12, 4)), "unknown"),
        (Tally(numbers=(54, 31)), Tally(numbers=(23,)), "equal"),
        (Tally(numbers=(54, 31)), Tally(numbers=(21,)), "disjoint"),
    ],
)
def test_a_result_is_compared_as_a_whole(left: Tally, right: Tally, relation: Relation) -> None:
    assert compare(left, right) == compare(right, left) == relation


def test_a_result_is_told_in_order() -> None:
    assert Tally(numbers=(54, 31)).label() == "54–31"
    assert Tally(numbers=(23,)).label() == "by 23"
