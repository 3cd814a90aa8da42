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


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Ruud Timber had expected sales of $240 million.", "Ruud Timber had expected sales of 240 million.", "agree"),
        ("The repairs at Lund cost 60 million kroner.", "The repairs at Lund cost DKK 60m a year.", "agree"),
        ("The repairs at Lund cost 60 million kroner.", "The repairs at Lund cost DKK 90m.", None),
    ],
)
def test_what_one_leaves_out_is_no_difference(left: str, right: str, verdict: str | None) -> None:
    report = cross_check(
        [Article.from_text(id=i, text=t, published="2025-11-21") for i, t in {"a": left, "b": right}.items()]
    )
    found = {f.verdict for f in report.facts if f.unit is not None or f.kind == "count"}
    assert "conflict" not in found
    assert ("agree" in found) is (verdict == "agree")


def test_a_name_that_one_article_reads_as_a_persons_is_one_name() -> None:
    report = cross_check(
        [
            Article.from_text(
                id="a", text="The coal ship Maren Ostfeld rammed a ferry off Lund, and Maren Ostfeld left."
            ),
            Article.from_text(id="b", text="It was struck by the Maren Ostfeld, a coal ship, off Lund."),
        ]
    )
    assert any(f.verdict == "agree" for f in report.facts if "Maren Ostfeld" in f.label)
