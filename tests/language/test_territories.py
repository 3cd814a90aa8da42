"""The countries and states of an article, whom they tell apart, and what is listed."""

from __future__ import annotations

import pytest

from verify import Article
from verify.language.reading import Reading, read
from verify.language.territories import bearer, is_one_of_several, territories


def reading(text: str) -> Reading:
    return read(Article.from_text(id="a", text=text))


@pytest.mark.parametrize(
    ("text", "countries", "states"),
    [
        ("Ships sailed from Peru to South Korea.", ["Peru", "South Korea"], []),
        ("The Ohio Bureau of Roads closed a bridge in Athens, Ohio.", [], ["Ohio", "Ohio"]),
        ("Peruvian ships sailed.", [], []),
        ("Mr. Jordan praised Chad Keller.", [], []),
    ],
)
def test_territories(text: str, countries: list[str], states: list[str]) -> None:
    found = territories(reading(text))
    assert [[a.value for a in found[sort]] for sort in ("country", "state")] == [countries, states]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Senator Maria Alvarez of Ohio spoke.", "Maria Alvarez"),
        ("Ohio Governor Maria Alvarez spoke.", "Maria Alvarez"),
        ("The governor of Ohio spoke.", None),
    ],
)
def test_bearer(text: str, name: str | None) -> None:
    found = reading(text)
    assert bearer(territories(found)["state"][0], found) == name


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Ships sailed from Peru and Chile.", True),
        ("Ships sailed from Peru, Chile and Spain.", True),
        ("Ships sailed from Peru.", False),
    ],
)
def test_one_of_several(text: str, several: bool) -> None:
    assert is_one_of_several(territories(reading(text))["country"][0]) is several
