from __future__ import annotations

import pytest

from verify.claims.person import KIND
from verify.language.reading import read
from verify.model import Article, Claim, Relation


def claims(text: str) -> list[Claim]:
    return list(KIND.extract(read(Article.from_text(id="a", text=text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested Tom Garner. Garner was later charged.", [("Tom Garner", "arrest")]),
        ("Tom Garner was killed by his neighbor, Paul Keller.", [("Tom Garner", "kill"), ("Paul Keller", "kill")]),
    ],
)
def test_people(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.value.label(), c.predicate) for c in claims(text)] == expected


@pytest.mark.parametrize("text", ["The mayor of Dayton was arrested.", "The World Harbour Council met."])
def test_nobody(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Police arrested Tom Garner.", "Lt. Tom A. Garner was arrested.", "equal"),
        ("Police arrested Tom Garner.", "Police arrested Paul Garner.", "disjoint"),
        ("Police arrested Tom Garner.", "Police arrested Tom Keller.", "disjoint"),
    ],
)
def test_relations(left: str, right: str, expected: Relation) -> None:
    assert KIND.compare(claims(left)[0], claims(right)[0]) == expected
