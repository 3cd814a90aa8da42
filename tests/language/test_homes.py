from __future__ import annotations

import pytest

from verify.language.homes import homes
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
