from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verify.language.parsed import parse
from verify.language.places import coordinations, joined, places
from verify.model import Article


def found(text: str) -> list[tuple[str, str | None]]:
    parsed = parse(Article.from_text(id="a", text=text))
    return [(m.value.label(), m.relation) for m in places(parsed) if not m.adjectival]


def adjectival(text: str) -> list[str]:
    parsed = parse(Article.from_text(id="a", text=text))
    return [m.value.label() for m in places(parsed) if m.adjectival]


CASES = tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["text"])
def test_places(case: dict[str, Any]) -> None:
    assert [[label, relation or ""] for label, relation in found(case["text"])] == case["places"]


@pytest.mark.parametrize("text", CASES["silent"]["texts"])
def test_a_place_inside_a_name_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peruvian officials met the crews.", ["Peru"]),
        ("U.S. officials met the crews.", ["United States"]),
        ("Chile’s army closed the border.", ["Chile"]),
        ("The Chile-backed group left.", ["Chile"]),
    ],
)
def test_modifiers(text: str, expected: list[str]) -> None:
    assert adjectival(text) == expected


def test_what_an_article_says_around_a_place_holds_for_later_mentions() -> None:
    parsed = parse(Article.from_text(id="a", text="The flood hit Troy, Ohio, on Monday. Schools in Troy were closed."))
    last = places(parsed)[-1]
    assert (last.value.names, last.value.around()) == (("Troy",), ("Ohio", "United States"))


def test_a_capital_lies_in_its_country_where_the_article_names_it() -> None:
    parsed = parse(Article.from_text(id="a", text="Peru mourns. A bus burned in Lima on Monday."))
    assert places(parsed)[-1].value.around() == ("Peru",)


def test_places_joined_by_and_are_one() -> None:
    parsed = parse(Article.from_text(id="a", text="Crews worked in Peru and Chile on Monday, and later in Ohio."))
    groups = coordinations(parsed.doc, places(parsed))
    assert [joined(g).label() for g in groups] == ["Peru and Chile", "Ohio"]


def test_places_inherit_no_preposition_across_other_words() -> None:
    assert found("In Peru the minister thanked Chile.") == [("Peru", "in"), ("Chile", None)]


def test_a_place_in_another_is_one_with_it() -> None:
    parsed = parse(Article.from_text(id="a", text="He was shot on Elm Street in Toledo, Ohio, on Monday."))
    assert [m.value.around() for m in places(parsed)] == [("Toledo", "Ohio", "United States")]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Two people were killed in Georgia on Monday.", "state"),
        ("Two people were killed in Georgia, and Tbilisi called for calm.", "country"),
        ("Two people were killed in Washington on Monday.", "place"),
        ("Two people were killed in Washington state on Monday.", "state"),
    ],
)
def test_a_name_of_two_places(text: str, type_: str) -> None:
    assert places(parse(Article.from_text(id="a", text=text)))[0].value.type == type_


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell in Nagoya on Monday.", ("city", ("Japan",))),
        ("A match was stopped in Malmö.", ("city", ("Sweden",))),
        ("The court in Chicago fined the bank.", ("city", ("Illinois", "United States"))),
        ("He was shot in Paris, Texas, on Monday.", ("city", ("Texas", "United States"))),
        ("Texas mourns. Two were shot in Paris on Monday.", ("place", ())),
        ("A fire broke out in Wrexley on Monday.", ("place", ())),
        ("A fire broke out in Charlotte on Monday.", ("place", ())),
        ("Two people were killed in Washington on Monday.", ("place", ("United States",))),
        ("Two people were killed in New York on Monday.", ("place", ("United States",))),
        ("A man was shot on Chicago Street on Monday.", ("street", ())),
    ],
)
def test_a_large_city_lies_in_its_country(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    value = places(parse(Article.from_text(id="a", text=text)))[-1].value
    assert (value.type, value.around()) == expected
