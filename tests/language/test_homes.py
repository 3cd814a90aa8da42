from __future__ import annotations

import pytest

from verify.language.homes import homes, nationalities
from verify.language.reading import read
from verify.model import Article


def found(text: str) -> list[tuple[str, str]]:
    reading = read(Article.from_text(id="a", text=text))
    return [(h.name, h.place.label()) for h in homes(reading.parsed, reading.entities, reading.places)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paula Winter, 34, of Leeds, was hurt.", [("Paula Winter", "Leeds")]),
        ("Paula Winter, of Dayton, Ohio, was hurt.", [("Paula Winter", "Dayton")]),
        ("Paula Winter, 34, from Leeds, was hurt.", [("Paula Winter", "Leeds")]),
        ("Senator Paula Winter of Maine left.", [("Paula Winter", "Maine")]),
    ],
)
def test_homes(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paula Winter, 34, was hurt in Leeds.",
        "Paula Winter was freed from Leeds prison.",
        "Police took Paula Winter from Leeds to Dayton.",
        "Paula Winter, of the harbour board, left Leeds.",
    ],
)
def test_no_homes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's Paula Winter won.", "Norway"),
        ("Norwegian swimmer Paula Winter won.", "Norway"),
        ("The New Zealander Paula Winter won.", "New Zealand"),
        ("Paula Winter, a Norwegian, won.", "Norway"),
        ("Paula Winter, a 34-year-old Norwegian citizen, was arrested.", "Norway"),
        ("Paula Winter, a swimmer from New Zealand, won.", "New Zealand"),
        ("Paula Winter (Norway) won.", "Norway"),
    ],
)
def test_nationalities(text: str, expected: str) -> None:
    reading = read(Article.from_text(id="a", text=text))
    told = nationalities(reading.parsed, reading.entities)
    assert [(n.name, n.country) for n in told] == [("Paula Winter", expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's prime minister Paula Winter left.",
        "Paula Winter, a critic of the Norwegian government, left.",
        "French-Algerian singer Paula Winter left.",
        "Paula Winter, the Norwegian Prime Minister's aide, left.",
        "The head of Norway's Winter Games, Paula Winter, left.",
        "Paula Winter flew to Norway.",
    ],
)
def test_no_nationalities(text: str) -> None:
    reading = read(Article.from_text(id="a", text=text))
    assert list(nationalities(reading.parsed, reading.entities)) == []
