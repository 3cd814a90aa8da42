"""Who does what to whom, asserted or denied, and when two clauses are told apart."""

from __future__ import annotations

import pytest

from verify import Article
from verify.language.accounts import rarity
from verify.language.clauses import Clause, alike, clauses, told_apart
from verify.language.reading import Reading, read


def reading(text: str) -> Reading:
    return read(Article.from_text(id="a", text=text, published="2024-05-06"))


def first(text: str) -> Clause:
    return next(clauses(reading(text)))


@pytest.mark.parametrize(
    ("text", "agent", "patient", "negated"),
    [
        ("The mayor signed the order.", "mayor", "order", False),
        ("The order was signed by the mayor.", "mayor", "order", False),
        ("The mayor did not sign the order.", "mayor", "order", True),
        ("She never signed the order.", None, "order", True),
    ],
)
def test_parties(text: str, agent: str | None, patient: str | None, negated: bool) -> None:
    found = first(text)
    assert (found.agent, found.patient, found.negated) == (agent, patient, negated)


@pytest.mark.parametrize(
    "text", ["The mayor might sign the order.", "The mayor was there.", "Ask if the mayor signed the order."]
)
def test_what_may_be_is_no_clause(text: str) -> None:
    assert not [c for c in clauses(reading(text)) if c.verb.lemma_ == "sign"]


def test_a_failure_denies_what_failed() -> None:
    assert [c.negated for c in clauses(reading("The mayor failed to sign the order.")) if c.verb.text == "sign"] == [
        True
    ]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The mayor signed the order on trees. The mayor signed the order on boats.", False),
        ("The mayor signed the order. Later the mayor signed the order.", True),
        ("The mayor signed the order. “The mayor signed the order,” John Keller said.", True),
        ("The mayor signed the order on May 3. The mayor signed the order on May 4.", True),
    ],
)
def test_told_apart(text: str, apart: bool) -> None:
    found = reading(text)
    a, b = [c for c in clauses(found) if c.verb.lemma_ == "sign"]
    assert told_apart(a, b, found) is apart


def test_likeness_is_the_share_of_the_shorter_clause() -> None:
    found = reading("The mayor signed the order. The mayor signed the order on trees in the harbor. Nobody came.")
    a, b = [c for c in clauses(found) if c.verb.lemma_ == "sign"]
    assert alike(a, b, rarity(found)) == 1.0
