from __future__ import annotations

import pytest

from verify.claims.role import KIND, compare_roles
from verify.language.reading import read
from verify.model import Article, Relation


def claims(text: str) -> list[tuple[str | None, str]]:
    return [(c.subject, c.value.label()) for c in KIND.extract(read(Article.from_text(id="a", text=text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Paula Winter spoke on Monday.", [("Paula Winter", "Mayor")]),
        ("Paula Winter, the mayor of Dayton, spoke. Winter left.", [("Paula Winter", "mayor of Dayton")]),
    ],
)
def test_roles(text: str, expected: list[tuple[str, str]]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize("text", ["Paula Winter spoke on Monday.", "The mayor spoke on Monday."])
def test_no_roles(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("mayor", "Mayor", "equal"),
        ("mayor", "mayor of Dayton", "contains"),
        ("assistant to the secretary", "chief spokesperson", "unknown"),
        ("former mayor", "mayor", "disjoint"),
        ("former mayor", "senator", "unknown"),
        ("victim", "suspect", "disjoint"),
        ("father", "mayor", "unknown"),
    ],
)
def test_relations(left: str, right: str, expected: Relation) -> None:
    assert compare_roles(left, right) == expected
    assert compare_roles(right, left) == expected
