from __future__ import annotations

from itertools import product

import pytest

from verify import cross_check
from verify.claims.office import KIND
from verify.language.reading import read
from verify.model import Article


def told_apart(left: str, right: str) -> bool:
    """Return whether two texts name two holders of one office."""
    a, b = (list(KIND.extract(read(Article.from_text(id="a", text=text)))) for text in (left, right))
    return any(x.around & y.around and KIND.compare(x, y) == "disjoint" for x, y in product(a, b))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Paula Winter, the mayor of Dayton, spoke.", "Dayton mayor Tom Garner spoke.", True),
        ("Dayton's fire chief is Paula Winter.", "Tom Garner, Dayton's fire chief, spoke.", True),
        ("Coach Ian Moor left.", "The coach, Ian Marsh, left.", True),
        ("Mayor Paula Winter left.", "The mayor, Petra Winter, left.", True),
        ("Mayor Paula Winter left.", "The coach, Petra Winter, left.", False),
        ("Prime Minister Paula Winter left.", "The prime minister, Tom Garner, left.", True),
        ("Minister Paula Winter left.", "The minister, Tom Garner, left.", False),
        ("Mayor Pat Winter left.", "The mayor, Patricia Winter, left.", False),
        ("Paula Winter, the mayor of Dayton, spoke.", "Dayton mayor Paula Winter spoke.", False),
        ("Paula Winter, the mayor of Dayton, spoke.", "Former Dayton mayor Tom Garner spoke.", False),
        ("Paula Winter, the mayor of Dayton, spoke.", "Tom Garner, the mayor of Lund, spoke.", False),
        ("Dayton police officer Paula Winter spoke.", "Dayton police officer Tom Garner spoke.", False),
        ("Dayton mayor Paula Winter follows Dayton mayor Ann Lee.", "Dayton mayor Tom Garner spoke.", False),
    ],
)
def test_two_holders_of_one_office(left: str, right: str, expected: bool) -> None:
    assert told_apart(left, right) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Police arrested Tom Garner.", "Tom Garnett was arrested.", True),
        ("Police arrested Tim Garner.", "Tom Garner was arrested.", False),
        ("Police arrested Jasmin Garner.", "Yasmin Garner was arrested.", True),
        ("Police arrested Tom Müller.", "Tom Mueller was arrested.", False),
        ("Police arrested Tom Garner.", "Paul Garner was arrested.", False),
        ("Police arrested Tom Garner.", "Tom Keller was arrested.", False),
    ],
)
def test_one_name_spelled_in_two_ways(left: str, right: str, expected: bool) -> None:
    assert told_apart(left, right) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "{a} is the mayor of Lund, and {b} is the police chief.",
            "{b} is the mayor of Lund, and {a} is the police chief.",
            True,
        ),
        ("Lund mayor {a} met {b}, the head coach.", "Lund mayor {b} met {a}, the head coach.", True),
        ("{a}, the president of Peru, met {b}, a judge.", "{b}, the president of Peru, met {a}, a judge.", True),
        ("{a}, the mayor of Lund, met {b}.", "{b}, the mayor of Lund, met {a}.", False),
        ("{a}, the mayor of Lund, met {b}, a judge.", "{a}, the mayor of Lund, met {b}, a judge.", False),
    ],
)
def test_an_office_that_two_persons_exchange(left: str, right: str, expected: bool) -> None:
    names = {"a": "Ann Marsh", "b": "Tom Garner"}
    articles = [Article.from_text(id=i, text=t.format(**names)) for i, t in (("a", left), ("b", right))]
    facts = cross_check(articles).facts
    assert any(f.kind == "office" and f.verdict == "conflict" for f in facts) is expected
