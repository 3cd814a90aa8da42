from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.language.dates import dates
from verify.language.parsed import parse
from verify.model import Article

PUBLISHED = "2014-04-04"  # a Friday


def found(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    parsed = parse(Article.from_text(id="a", text=text, published=published))
    return [(parsed.doc[m.first : m.last + 1].text, m.value.label()) for m in dates(parsed)]


CASES = tomllib.loads((Path(__file__).parent / "dates.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["text"])
def test_dates(case: dict[str, str]) -> None:
    assert [label for _, label in found(case["text"])] == [case["label"]]


@pytest.mark.parametrize("text", CASES["silent"]["texts"])
def test_no_dates(text: str) -> None:
    assert found(text) == []


def test_a_distance_counts_from_the_day_before_it() -> None:
    assert found("The dam broke on March 3. Two days later the bridge fell.")[1] == ("Two days later", "March 5, 2014")


def test_that_night_is_of_the_day_before_it() -> None:
    assert found("The dam broke on March 3. She spoke that night.")[1][1] == "March 3, 2014 17:00–23:59"


def test_without_a_day_of_publication_the_date_in_the_text_counts() -> None:
    text = "The dam broke on Friday. Rain fell on Monday.\n\nA photo of Dec. 29, 2019, shows the dam."
    assert [label for _, label in found(text, published=None)][:2] == ["Dec. 27, 2019", "Dec. 30, 2019"]


def test_without_any_date_weekdays_stay_weekdays() -> None:
    assert found("The dam broke on Friday, in December, on May 3.", published=None) == [
        ("Friday", "Friday"),
        ("December", "Dec."),
        ("May 3", "May 3"),
    ]


def test_dates_far_apart_anchor_nothing() -> None:
    text = "The dam of May 1, 1950, broke on Friday. A photo of Dec. 29, 2019, shows it."
    assert ("Friday", "Friday") in found(text, published=None)


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="MayFri Sun1920-/:apm.,\n", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    found(text)


def test_the_previous_month_is_that_before_the_month_just_told() -> None:
    assert found("Rents rose in February from the previous month.")[1] == ("the previous month", "Jan. 2014")


def test_a_year_earlier_is_that_before_the_year_just_told() -> None:
    assert found("The port had 81 strikes in 2012, up from 63 a year earlier.")[1] == ("a year earlier", "2011")


def test_the_clocks_of_another_place_tell_the_zone() -> None:
    article = Article.from_text(id="a", text="It fell at 3 p.m. local time (1200 GMT).")
    ((value),) = [m.value for m in dates(parse(article))]
    assert (value.name, value.offset) == ("15:00", 180)


def test_a_time_of_day_is_on_the_day_of_its_verb() -> None:
    assert found("On Wednesday the bell rang at 6.50 a.m.")[1] == ("6.50 a.m.", "April 2, 2014 06:50")
