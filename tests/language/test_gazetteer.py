from __future__ import annotations

import pytest

from verify.language import gazetteer


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
