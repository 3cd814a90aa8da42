from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.model import Relation
from verify.values.period import Period, between, compare, day, month, weekday, year

MAY_4 = day(date(2014, 5, 4))  # a Sunday
MAY_5 = day(date(2014, 5, 5))


def part(start: str, end: str) -> Period:
    return Period(start=start, end=end, granularity="part")


def at(moment: str, offset: int | None = None) -> Period:
    return Period(start=moment, end=moment, granularity="minute", offset=offset)


def clock(name: str, offset: int | None = None) -> Period:
    return Period(start=None, end=None, granularity="clock", name=name, offset=offset)


def about(start: str, end: str) -> Period:
    return Period(start=start, end=end, granularity="clock", name=f"about {start}")


def round_about(start: str, end: str) -> Period:
    return Period(start=start, end=end, granularity="hour")


def yearless(text: str, granularity: str = "day") -> Period:
    return Period(start=text, end=text, granularity="month" if granularity == "month" else "day")


CASES: list[tuple[Period, Period, Relation]] = [
    (MAY_4, day(date(2014, 5, 4)), "equal"),
    (MAY_4, MAY_5, "disjoint"),
    (round_about("2014-05-04T02:50", "2014-05-04T03:50"), at("2014-05-04T03:20"), "equal"),
    (round_about("2014-05-04T02:50", "2014-05-04T03:50"), at("2014-05-04T03:30"), "contains"),
    (replace(about("T02:50", "T03:50"), name="about 03:20"), clock("03:20"), "equal"),
    (replace(about("T02:50", "T03:50"), name="about 03:20"), clock("03:30"), "contains"),
    (month(2014, 5), MAY_4, "contains"),
    (year(2014), MAY_4, "contains"),
    (year(2013), MAY_4, "disjoint"),
    (month(2014, 5), month(2014, 6), "disjoint"),
    (between(date(2014, 5, 3), date(2014, 5, 4), "weekend"), MAY_4, "contains"),
    (between(date(2014, 5, 3), date(2014, 5, 4)), between(date(2014, 5, 4), date(2014, 5, 6)), "overlaps"),
    (part("2014-05-04T17:00", "2014-05-04T23:59"), MAY_4, "contains"),
    (part("2014-05-04T00:00", "2014-05-04T11:59"), part("2014-05-04T17:00", "2014-05-04T23:59"), "disjoint"),
    (at("2014-05-04T08:38"), MAY_4, "contains"),
    (at("2014-05-04T08:38"), at("2014-05-04T08:40"), "disjoint"),
    (at("2014-05-04T12:00", 0), at("2014-05-04T08:00", -240), "equal"),
    (at("2014-05-04T12:00", 0), at("2014-05-04T12:00", -240), "disjoint"),
    (at("2014-05-05T02:00", 0), MAY_4, "unknown"),
    (weekday("Sunday"), weekday("Sunday"), "equal"),
    (weekday("Sunday"), weekday("Friday"), "disjoint"),
    (weekday("Sunday"), MAY_4, "contains"),
    (weekday("Sunday"), MAY_5, "disjoint"),
    (weekday("Sunday"), month(2014, 5), "unknown"),
    (yearless("--05-04"), MAY_4, "contains"),
    (yearless("--05-04"), MAY_5, "disjoint"),
    (yearless("--05", "month"), MAY_4, "contains"),
    (yearless("--06", "month"), MAY_4, "disjoint"),
    (yearless("--05-04"), yearless("--05", "month"), "contains"),
    (clock("08:38"), clock("08:38"), "equal"),
    (clock("08:38"), clock("09:00"), "disjoint"),
    (clock("08:38", 0), clock("08:38"), "unknown"),
    (clock("08:38"), at("2014-05-04T08:38"), "contains"),
    (clock("08:38"), MAY_4, "unknown"),
    (about("T23:00", "T03:00"), clock("08:45"), "unknown"),
    (replace(MAY_4, bound="since"), replace(MAY_4, bound="since"), "equal"),
    (replace(MAY_4, bound="since"), MAY_4, "overlaps"),
    (replace(MAY_4, bound="since"), MAY_5, "unknown"),
    (replace(MAY_4, bound="since"), replace(MAY_5, bound="since"), "disjoint"),
    (replace(MAY_4, bound="until"), month(2014, 5), "contains"),
    (about("T08:30", "T09:00"), clock("08:45"), "contains"),
    (about("T08:30", "T09:00"), clock("09:45"), "disjoint"),
    (about("T08:30", "T09:00"), about("T08:45", "T09:15"), "overlaps"),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_relations(left: Period, right: Period, expected: Relation) -> None:
    assert compare(left, right) == expected
    assert compare(right, left) == expected


@pytest.mark.parametrize(
    ("period", "label"),
    [
        (MAY_4, "May 4, 2014"),
        (replace(MAY_4, bound="since"), "since May 4, 2014"),
        (day(date(2019, 12, 29)), "Dec. 29, 2019"),
        (month(2019, 12), "Dec. 2019"),
        (month(2019, 13), "Jan. 2020"),
        (month(2019, 0), "Dec. 2018"),
        (year(2019), "2019"),
        (yearless("--09-02"), "Sept. 2"),
        (weekday("Friday"), "Friday"),
        (clock("08:38"), "08:38"),
        (at("2014-05-04T08:38"), "May 4, 2014 08:38"),
        (between(date(2014, 5, 3), date(2014, 5, 4)), "May 3, 2014 – May 4, 2014"),
    ],
)
def test_labels(period: Period, label: str) -> None:
    assert period.label() == label


def test_forms() -> None:
    assert replace(MAY_4, bound="by").to_dict()["bound"] == "by"
    assert MAY_4.to_dict() == {"start": "2014-05-04", "end": "2014-05-04", "granularity": "day"}
    assert weekday("Friday").to_dict() == {"start": None, "end": None, "granularity": "weekday", "name": "Friday"}


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
PERIODS = st.one_of(
    DAYS.map(day),
    st.tuples(DAYS, DAYS).map(lambda pair: between(min(pair), max(pair))),
    st.builds(month, st.integers(1900, 2100), st.integers(1, 12)),
    st.integers(1900, 2100).map(year),
    st.sampled_from(["Monday", "Friday"]).map(weekday),
    DAYS.map(lambda d: yearless(f"--{d.month:02}-{d.day:02}")),
    st.tuples(DAYS, st.sampled_from([None, 0, -300])).map(lambda pair: at(f"{pair[0].isoformat()}T08:30", pair[1])),
    st.sampled_from([clock("08:30"), clock("12:00", 0), about("T08:00", "T09:00")]),
)


@given(PERIODS, PERIODS)
def test_any_two_periods_compare_alike_both_ways(left: Period, right: Period) -> None:
    assert compare(left, right) == compare(right, left)


@given(PERIODS)
def test_a_period_is_itself_and_has_a_label(period: Period) -> None:
    assert compare(period, period) == "equal"
    assert period.label()
