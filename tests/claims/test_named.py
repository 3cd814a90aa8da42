from __future__ import annotations

import pytest

from verify.claims.named import KIND
from verify.language.reading import read
from verify.model import Article, Claim, Relation


def claims(text: str) -> list[Claim]:
    return list(KIND.extract(read(Article.from_text(id="a", text=text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The study appeared in the Nordic Soil Journal. The Nordic Soil Journal is old.", ["Nordic Soil Journal"]),
        ("The ferry MV Olavsund hit a reef. The MV Olavsund was old.", ["MV Olavsund"]),
        ("Shares of Ruud Timber fell. Ruud Timber employs 900 people.", ["Ruud Timber"]),
        ("Anna Berg was heard by the Lund District Court.", ["Lund District Court"]),
    ],
)
def test_each_thing_with_a_name_once(text: str, expected: list[str]) -> None:
    assert [c.value.label() for c in claims(text)] == expected


@pytest.mark.parametrize(
    "text", ["Anna Berg was heard.", "Peruvian crews went home on Tuesday.", "They met in Peru.", "It cost Tk 400."]
)
def test_people_countries_and_signs_of_money_are_none(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("It is played at the National Heroes Stadium.", "It is played at Heroes Stadium.", "contains"),
        ("He works for Ruud Timber.", "He works for Ruud Timber Ltd.", "equal"),
        ("He was heard by the Lund District Court.", "He was heard by the Malmo District Court.", "unknown"),
        ("He was heard by the Lund District Court.", "He works for Lund Timber.", "unknown"),
    ],
)
def test_relations(left: str, right: str, expected: Relation) -> None:
    a, b = claims(left)[0], claims(right)[0]
    assert KIND.compare(a, b) == KIND.compare(b, a) == expected
