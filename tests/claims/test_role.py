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
        ("Paula Winter, a 23-year-old woman, left.", [("Paula Winter", "woman")]),
        ("Paula Winter, 23, of Leeds, left.", [("Paula Winter", "Leeds")]),
        ("Norway's Paula Winter won.", [("Paula Winter", "Norway")]),
        ("Staff Sgt. Paula Winter spoke. Sgt. Winter left.", [("Paula Winter", "Staff Sgt.")]),
        ("Tom Garner was charged with murder.", [("Tom Garner", "murder")]),
        ("Tom Garner was in critical condition. Garner died on Monday.", [("Tom Garner", "dead")]),
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
        ("Gov.", "governor", "equal"),
        ("Gov.", "Sen.", "unknown"),
        ("CEO", "chief executive", "equal"),
        ("minister of trade", "trade minister", "equal"),
        ("trade minister", "minister", "contains"),
        ("assistant to the secretary", "chief spokesperson", "unknown"),
        ("former mayor", "mayor", "disjoint"),
        ("former mayor", "senator", "unknown"),
        ("victim", "suspect", "disjoint"),
        ("father", "mayor", "unknown"),
        ("father", "son", "unknown"),
        ("brother", "sister", "disjoint"),
        ("governor", "senator", "unknown"),
        ("former mayor", "former mayor of Dayton", "contains"),
    ],
)
def test_relations(left: str, right: str, expected: Relation) -> None:
    assert compare_roles(left, right) == expected
    assert compare_roles(right, left) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Tom Garner died.", "Tom Garner is in stable condition.", "disjoint"),
        ("Tom Garner was in critical condition.", "Tom Garner is in stable condition.", "disjoint"),
        ("Tom Garner is at large.", "Tom Garner was arrested.", "disjoint"),
        ("Tom Garner is in custody.", "Tom Garner was released on bail.", "disjoint"),
        ("Tom Garner, a man of 23, left.", "Tom Garner, a woman of 23, left.", "disjoint"),
        ("Tom Garner of Maine left.", "Tom Garner of Ohio left.", "disjoint"),
        ("Norway's Tom Garner won.", "Tom Garner, a Swede, won.", "disjoint"),
        ("Norway's Tom Garner won.", "Tom Garner, a Norwegian, won.", "equal"),
        ("Tom Garner died.", "Tom Garner was killed.", "equal"),
        ("Tom Garner was charged with murder.", "Tom Garner was charged with murder.", "equal"),
        ("Tom Garner was charged with murder.", "Tom Garner was charged with murder and assault.", "contains"),
        ("Tom Garner was charged with murder.", "Tom Garner was charged with arson.", "unknown"),
        ("Tom Garner was arrested.", "Tom Garner is in custody.", "unknown"),
        ("Tom Garner was arrested.", "Tom Garner died.", "unknown"),
        ("Tom Garner of Leeds left.", "Tom Garner of Norwich left.", "unknown"),
        ("Mayor Tom Garner left.", "Tom Garner died.", "unknown"),
    ],
)
def test_relations_of_states(left: str, right: str, expected: Relation) -> None:
    a, b = (next(iter(KIND.extract(read(Article.from_text(id="a", text=text))))) for text in (left, right))
    assert KIND.compare(a, b) == expected
    assert KIND.compare(b, a) == expected


@pytest.mark.parametrize(
    ("early", "late", "expected"),
    [
        ("Tom Garner was in critical condition.", "Tom Garner died.", True),
        ("Tom Garner is at large.", "Tom Garner was arrested.", True),
        ("Tom Garner died.", "Tom Garner is in stable condition.", False),
        ("Brother Tom Garner left.", "Tom Garner, a sister, left.", False),
    ],
)
def test_outdated(early: str, late: str, expected: bool) -> None:
    a, b = (next(iter(KIND.extract(read(Article.from_text(id="a", text=text))))) for text in (early, late))
    assert KIND.follows(a, b, 1) is expected
