"""Which claims are one fact whatever their values, and which look-alikes are two."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verify import Article, cross_check

CASES = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))


def verdicts(left: str, right: str) -> set[str]:
    texts = {"a": left, "b": right}
    report = cross_check([Article.from_text(id=i, text=t, published="2025-11-21") for i, t in texts.items()])
    return {fact.verdict for fact in report.facts}


@pytest.mark.parametrize("case", CASES["conflict"], ids=lambda c: c["why"])
def test_two_values_of_one_fact_conflict(case: dict[str, str]) -> None:
    assert "conflict" in verdicts(case["left"], case["right"])


@pytest.mark.parametrize("case", CASES["silent"], ids=lambda c: c["why"])
def test_look_alikes_stay_silent(case: dict[str, str]) -> None:
    assert "conflict" not in verdicts(case["left"], case["right"])


def test_there_are_as_many_silent_cases_as_conflicts() -> None:
    assert len(CASES["silent"]) >= len(CASES["conflict"])


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("“The roof just fell in on us,” Anna Berg said.", "‘The roof just fell in on us,’ said Anna Berg.", True),
        ("“The roof just fell in on us,” Anna Berg said.", "“The dog just ran off on us,” said Anna Berg.", False),
    ],
)
def test_quotations_of_short_words_meet(left: str, right: str, *, same: bool) -> None:
    report = cross_check([Article.from_text(id=i, text=t) for i, t in {"a": left, "b": right}.items()])
    assert any(len(f.claims) > 1 for f in report.facts if f.kind == "quote") is same
