"""Full dates as texts write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.articles.dates import full_dates

DAY = date(2019, 12, 29)


@pytest.mark.parametrize(
    "words",
    [
        "2019-12-29",
        "2019/12/29",
        "2019-12-29T17:30:00Z",
        "Dec. 29, 2019",
        "December 29, 2019",
        "December 29th, 2019",
        "DECEMBER 29, 2019",
        "29 December 2019",
        "29th of December 2019",
        "Sunday, 29 Dec 2019, 17:30 GMT",
        "12/29/2019",
        "29/12/2019",
    ],
)
def test_read(words: str) -> None:
    assert full_dates(f"Published {words}") == (DAY,)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Dec. 29",
        "29 December",
        "2019",
        "5/6/2019",
        "2019-13-41",
        "February 30, 2019",
        "May 2019",
        "3:28 January 1997",
        "32/13/2019",
    ],
)
def test_not_certain(words: str) -> None:
    assert full_dates(words) == ()


def test_the_same_day_and_month_is_certain() -> None:
    assert full_dates("5/5/2019") == (date(2019, 5, 5),)


@given(st.text())
def test_any_text(text: str) -> None:
    assert all(isinstance(day, date) for day in full_dates(text))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_each_way_of_writing(day: date) -> None:
    ways = (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}")
    assert all(full_dates(way) == (day,) for way in ways)
