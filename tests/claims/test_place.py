from __future__ import annotations

import pytest

from verify.claims.place import KIND
from verify.language.reading import read
from verify.model import Article, Relation


def claims(text: str) -> list[tuple[str, str | None]]:
    return [(c.value.label(), c.predicate) for c in KIND.extract(read(Article.from_text(id="a", text=text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people were killed in Peru.", [("Peru", "kill")]),
        ("Rockets struck depots in Peru and Chile.", [("Peru and Chile", "strike")]),
        ("The attack in Lima lasted an hour.", [("Lima", "attack")]),
        ("A landslide hit the village of Corra.", [("Corra", "hit")]),
        ("The storm struck Lima on Monday.", [("Lima", "strike")]),
        ("The town of Corra was hit by a landslide.", [("Corra", "hit")]),
        ("The bus travelled from Lima to Quito.", [("from Lima", "travel"), ("to Quito", "travel")]),
        ("The ferry sank on its way from Lima to Quito.", [("from Lima", "sink"), ("to Quito", "sink")]),
        ("The patient was admitted in Lima.", [("Lima", "admit")]),
        ("A man from Lima drowned.", []),
        ("It sank with a man from Lima.", []),
    ],
)
def test_events_have_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Peru warned Chile.",
        "Peruvian crews were killed.",
        "The Bank of Chile lost money.",
        "People in Peru embrace it.",
        "The firm, whose office is in Lima, hired two people.",
    ],
)
def test_no_place_of_an_event(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Two people were killed in Peru.", "A bomb killed two people in Peru.", "equal"),
        ("Two people were killed in Peru and Chile.", "A bomb killed two people in Peru.", "contains"),
        ("Two people were killed in Peru.", "A bomb killed two people in Chile.", "disjoint"),
    ],
)
def test_relations(left: str, right: str, expected: Relation) -> None:
    a, b = (next(iter(KIND.extract(read(Article.from_text(id="a", text=t))))) for t in (left, right))
    assert KIND.compare(a, b) == expected


def test_where_something_comes_from_and_where_it_goes_are_not_compared() -> None:
    there, back = ("The crew flew from Peru.", "The crew flew to Chile.")
    values = [next(iter(KIND.extract(read(Article.from_text(id="a", text=t))))) for t in (there, back)]
    assert KIND.compare(values[0], values[1]) == "unknown"
    assert KIND.compare(values[1], values[1]) == "equal"
