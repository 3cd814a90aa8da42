"""Copies of one text have one origin; two reports on one event have two."""

from __future__ import annotations

import pytest

from verify import Article
from verify.articles import with_origins

WIRE = (
    "Four people were hurt when a tram left the rails in Gdansk on Monday, police said. The tram carried sixty passengers to the "
    "harbour when a wheel broke near the bridge. Doctors at the city hospital said two of the hurt would stay for some days. "
    "The line was closed until the evening, and buses ran in its place from the old market to the docks."
)
OWN = (
    "A tram jumped the rails by the harbour bridge on Monday morning. Police in Gdansk counted four injured passengers, and the city "
    "stopped the line while engineers looked at the wheels. Two people were kept in hospital."
)
AGENCY = (
    "Four people were hurt when a tram left the rails in Gdansk on Monday, police said. Nobody knows yet why it did so on a straight track. "
    "Mechanics took the wheels to a workshop, where they will be looked at this week, and the driver was asked what he saw."
)


def origins(*texts: str, dates: tuple[str | None, ...] = (None, None)) -> list[str]:
    articles = [
        Article.from_text(id=name, text=text, published=day)
        for name, text, day in zip("abcd", texts, (*dates, None, None), strict=False)
    ]
    return [a.origin for a in with_origins(articles)]


@pytest.mark.parametrize(
    "copy",
    [
        WIRE,
        WIRE.replace("Four", "Five"),
        f"The harbour line stood still. {WIRE} The mayor came at noon.",
        WIRE.replace(" ", "\n"),
        WIRE.split(" The line")[0],
    ],
    ids=["identical", "retyped", "framed", "wrapped", "shortened"],
)
def test_copies_have_one_origin(copy: str) -> None:
    assert origins(WIRE, copy) == ["a", "a"]


def test_two_reports_have_two() -> None:
    assert origins(WIRE, OWN) == ["a", "b"]


def test_a_quarter_is_enough_under_one_agency_s_name() -> None:
    assert origins(WIRE, AGENCY) == ["a", "b"]
    assert origins(f"GDANSK (AP) - {WIRE}", f"GDANSK (AP) - {AGENCY}") == ["a", "a"]
    assert origins(f"GDANSK (AP) - {WIRE}", f"GDANSK (AFP) - {AGENCY}") == ["a", "b"]


def test_the_earliest_is_the_origin_and_copies_of_copies_share_it() -> None:
    assert origins(WIRE, WIRE, dates=("2021-08-03", "2021-08-02")) == ["b", "b"]
    assert origins(WIRE, WIRE.replace("Four", "Five"), WIRE.replace("two", "three")) == ["a", "a", "a"]


@pytest.mark.parametrize("text", ["", "x", "x " * 5000])
def test_no_text_is_too_odd(text: str) -> None:
    assert origins(text, "y") == ["a", "b"]
