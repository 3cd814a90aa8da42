"""Statements that are one but for words that exclude each other, and statements that only look so."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from verify import Article, Fact, cross_check

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
DATES = ("2021-08-02", "2021-08-05")


def found(case: dict[str, Any], *, days: tuple[str, str] = (DATES[0], DATES[0])) -> list[tuple[str, list[str]]]:
    articles = [
        Article.from_text(id=side, text=case[side], published=day)
        for side, day in zip(("left", "right"), days, strict=True)
    ]
    report = cross_check(articles)
    claims = report.claim_by_id()
    return [
        (f.verdict, [claims[c].location.quote for c in f.claims])
        for f in report.facts
        if f.verdict in {"conflict", "update"}
    ]


@pytest.mark.parametrize("case", CASES["differ"], ids=[c["name"] for c in CASES["differ"]])
def test_what_excludes_each_other_is_a_conflict(case: dict[str, Any]) -> None:
    quotes = [q for verdict, q in found(case) if verdict == "conflict"]
    assert any(all(any(w in q for q in pair) for w in case["words"]) for pair in quotes), quotes


@pytest.mark.parametrize("case", CASES["silent"], ids=[c["name"] for c in CASES["silent"]])
def test_what_can_both_be_true_stays_silent(case: dict[str, Any]) -> None:
    assert found(case) == []


def test_what_was_not_done_yet_is_updated_by_a_later_article() -> None:
    case = {
        "left": "Adam Zak has not been charged in the robbery.",
        "right": "The prosecutor charged Adam Zak in the robbery.",
    }
    assert [verdict for verdict, _ in found(case, days=DATES)] == ["update"]
    assert [verdict for verdict, _ in found(case, days=(DATES[1], DATES[0]))] == ["conflict"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Police did not use tear gas in Lublin, a spokesman said.",
            "Police used tear gas against the crowd in Lublin.",
        ),
        ("The minister will not raise the duty on fuel.", "The minister will raise the duty on fuel."),
        (
            "The minister said that she will not raise the duty on fuel.",
            "The minister said that she will raise the duty on fuel.",
        ),
        ("The boy had not been vaccinated, the doctor said.", "The boy had been vaccinated, the doctor said."),
    ],
)
def test_no_later_article_overtakes_what_is_over_or_foretold(left: str, right: str) -> None:
    assert [verdict for verdict, _ in found({"left": left, "right": right}, days=DATES)] == ["conflict"]


def test_one_country_of_four_is_one_fact_with_three_agreeing_sources() -> None:
    texts = (
        "The march came on the anniversary of Brazil's invasion of Peru, officials in Lima said.",
        "Hundreds marched in Lima on the anniversary of Brazil's invasion of Peru.",
        "A march marked the anniversary of Brazil's invasion of Peru in Lima on Monday.",
        "The march in Lima came on the anniversary of Chile's invasion of Peru.",
    )
    fact = _only_conflict(texts)
    assert fact.reason == "a0, a1 and a2 say Brazil, but a3 says Chile"


def test_one_number_of_four_is_one_fact_with_three_agreeing_sources_and_its_range() -> None:
    texts = (
        "The fire in the mill in Leeds killed 12 workers, police said.",
        "Twelve workers were killed when fire swept through a mill in Leeds.",
        "A mill in Leeds burned down on Monday, killing 12 workers.",
        "Fifteen workers were killed in the fire at the mill in Leeds.",
    )
    fact = _only_conflict(texts)
    assert fact.reason.startswith("a0, a1 and a2 say 12")
    assert fact.reason.endswith("but a3 says 15")
    assert (fact.low, fact.high) == (12, 15)


def _only_conflict(texts: Sequence[str]) -> Fact:
    """The one fact with all four sources of four articles, and nothing that agrees or conflicts beside it over the same words."""
    report = cross_check([Article.from_text(id=f"a{i}", text=text) for i, text in enumerate(texts)])
    (fact,) = (f for f in report.facts if f.verdict == "conflict")
    assert {report.claim_by_id()[i].article for i in fact.claims} == {"a0", "a1", "a2", "a3"}
    assert len(fact.origins) == 4
    assert not any(set(f.claims) & set(fact.claims) for f in report.facts if f is not fact)
    return fact
