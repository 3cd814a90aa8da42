"""Results of contests and votes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verify import Article, cross_check, extract_claims
from verify.model import Claim

CASES = tomllib.loads((Path(__file__).parent / "tallies.toml").read_text(encoding="utf-8"))


def tallies(text: str) -> list[Claim]:
    return [c for c in extract_claims(Article.from_text(id="a", text=text)) if c.kind == "tally"]


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["text"])
def test_a_result_is_read_as_one_value(case: dict[str, Any]) -> None:
    assert [(c.value.label(), c.value.to_dict()["sides"]) for c in tallies(case["text"])] == [
        (case["label"], case["sides"])
    ]
    assert not [c for c in extract_claims(Article.from_text(id="a", text=case["text"])) if c.kind == "count"]


@pytest.mark.parametrize("text", CASES["silent"]["texts"])
def test_numbers_of_other_things_are_no_results(text: str) -> None:
    assert tallies(text) == []


@pytest.mark.parametrize("pair", CASES["pair"], ids=lambda p: p["right"])
def test_two_results(pair: dict[str, Any]) -> None:
    articles = [Article.from_text(id=name, text=pair[name], published="2024-05-14") for name in ("left", "right")]
    assert [f.verdict for f in cross_check(articles).facts if f.kind == "tally"] == pair["verdicts"]
