from __future__ import annotations

from datetime import date

import pytest

from verify.language.clock import clock, clock_period, clock_range, on_day
from verify.values.period import compare, day, weekday


@pytest.mark.parametrize(
    ("hour", "minute", "half", "expected"),
    [
        (8, 38, "a", "08:38"),
        (12, 0, "a", "00:00"),
        (12, 0, "p", "12:00"),
        (7, 20, "p", "19:20"),
        (13, 0, "p", None),
        (0, 5, "a", None),
        (24, 0, None, None),
    ],
)
def test_clock(hour: int, minute: int, half: str | None, expected: str | None) -> None:
    assert clock(hour, minute, half) == expected


def test_shortly_before_reaches_back_and_about_both_ways() -> None:
    assert compare(clock_period("17:00", "before", None), clock_period("16:45", "", None)) == "contains"
    assert compare(clock_period("17:00", "after", None), clock_period("16:45", "", None)) == "disjoint"
    assert compare(clock_period("17:00", "about", None), clock_period("17:25", "", None)) == "contains"
    assert clock_period("00:10", "before", None).start == "T00:00"


def test_a_time_on_a_day() -> None:
    exact = on_day(clock_period("08:38", "", None), day(date(2014, 5, 4)))
    assert exact is not None
    assert (exact.start, exact.granularity) == ("2014-05-04T08:38", "minute")
    assert on_day(clock_period("08:38", "", None), weekday("Friday")) == weekday("Friday")
    assert on_day(day(date(2014, 5, 4)), weekday("Friday")) is None


def test_a_stretch_of_hours_may_cross_midnight() -> None:
    night = on_day(clock_range("23:00", "03:00", None), day(date(2014, 5, 4)))
    assert night is not None
    assert (night.start, night.end) == ("2014-05-04T23:00", "2014-05-05T03:00")
