from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.language.calendar import Anchor, moved, nth_weekday, offset


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (3, "days", date(2012, 2, 3)),
        (-2, "weeks", date(2012, 1, 17)),
        (1, "month", date(2012, 2, 29)),
        (-2, "months", date(2011, 11, 30)),
        (1, "year", date(2013, 1, 31)),
        (-2, "decades", date(1992, 1, 31)),
        (9000, "years", None),
    ],
)
def test_moved(count: int, unit: str, expected: date | None) -> None:
    assert moved(date(2012, 1, 31), count, unit) == expected


@given(st.dates(), st.integers(-60, 60))
def test_a_month_there_and_back_is_the_same_month(day: date, count: int) -> None:
    there = moved(day, count, "month")
    back = moved(there, -count, "month") if there else None
    assert back is None or (back.year, back.month) == (day.year, day.month)


@pytest.mark.parametrize(("nth", "expected"), [(1, date(2014, 5, 5)), (2, date(2014, 5, 12)), (-1, date(2014, 5, 26))])
def test_nth_weekday(nth: int, expected: date) -> None:
    assert nth_weekday(2014, 5, 0, nth) == expected


@pytest.mark.parametrize(
    ("zone", "day", "minutes"),
    [
        ("ET", date(2014, 1, 5), -300),
        ("et", date(2014, 7, 5), -240),
        ("Pacific", date(2014, 7, 5), -420),
        ("EST", date(2014, 7, 5), -300),
        ("GMT", date(2014, 7, 5), 0),
        ("", date(2014, 7, 5), None),
        ("ET", date(2014, 3, 8), -300),
        ("ET", date(2014, 3, 9), -240),
        ("ET", date(2014, 11, 2), -300),
    ],
)
def test_zones(zone: str, day: date, minutes: int | None) -> None:
    assert offset(zone, Anchor(day=day)) == minutes
