from __future__ import annotations

import pytest

from verify.language import gazetteer
from verify.values import atlas


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("United States", "US"), ("the United States", "US"), ("U.S.", "US"), ("US", "US"), ("American", "US"), ("Americans", "US"),
        ("America", "US"), ("Peru", "PE"), ("Peruvian", "PE"), ("Peru’s", "PE"), ("British", "GB"), ("French", "FR"),
        ("Chinese", "CN"), ("Indian", "IN"), ("Spaniards", "ES"), ("South Korea", "KR"), ("North Koreans", "KP"), ("Georgia", "GE"),
        ("us", None), ("polish", None), ("Korean", None), ("Kurdish", None), ("Texas", None), ("Lima", None),
        ("", None),
    ],
)  # fmt: skip
def test_countries(text: str, code: str | None) -> None:
    assert gazetteer.country_of(text) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Peruvian", True), ("Americans", True), ("Kurdish", True), ("Peru", False), ("U.S.", False), ("big", False)],
)
def test_adjectives(text: str, expected: bool) -> None:
    assert gazetteer.is_adjective(text) is expected


@pytest.mark.parametrize(
    ("text", "state"),
    [("Ohio", "Ohio"), ("Tex.", "Texas"), ("TX", "Texas"), ("N.H.", "New Hampshire"), ("Peru", None), ("ohio", None)],
)
def test_states(text: str, state: str | None) -> None:
    assert gazetteer.state_of(text) == state


def test_abbreviations_are_no_names() -> None:
    assert gazetteer.is_abbreviation("Tex.")
    assert not gazetteer.is_abbreviation("Texas")


def test_two_that_share_a_name() -> None:
    assert gazetteer.is_ambiguous("Georgia")
    assert not gazetteer.is_ambiguous("Ohio")


@pytest.mark.parametrize(("city", "code"), [("Lima", "PE"), ("Washington", "US"), ("Chicago", None)])
def test_capitals(city: str, code: str | None) -> None:
    assert gazetteer.capital_of(city) == code


def test_provinces_of_two_countries_are_left_out() -> None:
    assert gazetteer.province_of("Helmand") == "AF"
    assert gazetteer.province_of("Central") is None


@pytest.mark.parametrize(
    ("name", "around"),
    [
        ("Nagoya", ("Japan",)), ("Rotterdam", ("Netherlands",)), ("Chicago", ("Illinois", "United States")), ("Lima", ("Peru",)),
        ("Malmö", ("Sweden",)), ("Malmo", ("Sweden",)), ("Malmo’s", ("Sweden",)), ("Cologne", ("Germany",)), ("Köln", ("Germany",)),
        ("Saint Louis", ()), ("St. Petersburg", ("Russia",)), ("Saint Petersburg", ("Russia",)),
        ("Wrexley", ()), ("Springfield", ()), ("Charlotte", ()), ("Florence", ()), ("Victoria", ()), ("Reading", ()), ("Nice", ()),
        ("Washington", ()), ("New York", ()), ("Singapore", ()), ("Jerusalem", ()), ("", ()),
    ],
)  # fmt: skip
def test_large_cities(name: str, around: tuple[str, ...]) -> None:
    assert gazetteer.city_of(name) == around


@pytest.mark.parametrize(
    ("named", "around"),
    [(set(), ("France",)), ({"Chile"}, ("France",)), ({"Texas"}, ()), ({"Texas", "France"}, ("France",))],
)
def test_a_city_is_another_where_only_the_land_of_that_is_named(named: set[str], around: tuple[str, ...]) -> None:
    assert gazetteer.city_of("Paris", named) == around


def test_the_table_of_cities_is_small_and_every_row_is_read() -> None:
    assert (atlas.DATA / "cities.tsv").stat().st_size < 250_000
    found = [atlas.city(key) for key in atlas._cities()]
    assert len(found) > 5_000
    assert all(city and set(city.around) <= {*atlas.country_names(), *atlas.states()} for city in found)
