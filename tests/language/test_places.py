from __future__ import annotations

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two bridges collapsed in Peru on Sunday.", [("Peru", "in")]),
        ("Crews repaired roads in Peru and Chile.", [("Peru", "in"), ("Chile", "in")]),
        ("The plant stands near Arequipa.", [("near Arequipa", "near")]),
        ("The fire began in northern Chile.", [("Chile", "in")]),
        ("He lives in Dayton, Ohio, with his wife.", [("Dayton", "in")]),
        ("The shooting happened in Waco, Tex., on Monday.", [("Waco", "in")]),
        ("The United States warned Peru.", [("United States", None), ("Peru", None)]),
        (
            "A bus burned on East 14th Street near 5th Avenue.",
            [("East 14th Street", "on"), ("near 5th Avenue", "near")],
        ),
        ("They asked us to leave the US.", [("United States", None)]),
    ],
)
def test_places(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Bank of Chile lowered its rates.",
        "Officers of the Ohio State Police closed the road.",
        "The students of Texas Tech University won.",
        "They told us that nobody came.",
        "She cooked a turkey for the guests.",
    ],
)
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
