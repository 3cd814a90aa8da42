"""Amounts and trends of one measure, bearer and period, and those that only look so."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verify import Article, Fact, cross_check

CASES = tomllib.loads((Path(__file__).parent / "figures.toml").read_text(encoding="utf-8"))
DAY = "2025-11-20"


def told(case: dict[str, Any], *, swapped: bool = False) -> list[tuple[Fact, list[tuple[str, str]]]]:
    """Facts of the two texts, each with article and quote of its claims."""
    sides = ("left", "right")
    names = dict(zip(sides, reversed(sides) if swapped else sides, strict=True))
    articles = [Article.from_text(id=names[side], text=case[side], published=DAY) for side in sides]
    report = cross_check(articles)
    claims = report.claim_by_id()
    back = {name: side for side, name in names.items()}
    return [(f, [(back[claims[c].article], claims[c].location.quote) for c in f.claims]) for f in report.facts]


def joined(case: dict[str, Any], found: list[tuple[Fact, list[tuple[str, str]]]]) -> list[str]:
    """Verdicts of the facts that hold both quotes of a case."""
    return [f.verdict for f, quotes in found if set(zip(("left", "right"), case["words"], strict=True)) <= set(quotes)]


def ids(section: str) -> list[str]:
    return [case["name"] for case in CASES[section]]


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("case", CASES["conflict"], ids=ids("conflict"))
def test_what_cannot_both_hold_is_a_conflict(case: dict[str, Any], *, swapped: bool) -> None:
    found = told(case, swapped=swapped)
    assert joined(case, found) == ["conflict"], [(f.verdict, q) for f, q in found]


@pytest.mark.parametrize("case", CASES["one"], ids=ids("one"))
def test_one_amount_in_other_words_is_one_fact(case: dict[str, Any]) -> None:
    found = told(case)
    assert joined(case, found) == [case["verdict"]], [(f.verdict, q) for f, q in found]


@pytest.mark.parametrize("case", CASES["silent"], ids=ids("silent"))
def test_what_can_both_hold_is_no_conflict(case: dict[str, Any]) -> None:
    found = told(case)
    assert [(f.verdict, q) for f, q in found if f.verdict in {"conflict", "update"}] == []
    assert "words" not in case or joined(case, found) == []
