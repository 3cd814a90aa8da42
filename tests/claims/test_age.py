from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verify.claims.age import KIND
from verify.language.reading import read
from verify.model import Article
from verify.values.extent import Interval

CASES = tomllib.loads((Path(__file__).parent / "ages.toml").read_text(encoding="utf-8"))


def ages(text: str) -> list[tuple[object, str]]:
    claims = KIND.extract(read(Article.from_text(id="a", text=text)))
    return [(c.value.number, c.subject or "") for c in claims if isinstance(c.value, Interval)]


@pytest.mark.parametrize(
    "case", [c for rung in ("beside", "later", "left", "nobody") for c in CASES[rung]], ids=lambda c: c["text"]
)
def test_whose_an_age_is(case: dict[str, Any]) -> None:
    assert ages(case["text"]) == [tuple(row) for row in case["ages"]]


@pytest.mark.parametrize("case", CASES["decade"], ids=lambda c: c["text"])
def test_ages_by_the_decade(case: dict[str, Any]) -> None:
    claims = KIND.extract(read(Article.from_text(id="a", text=case["text"])))
    found = [[c.value.low, c.value.high, c.subject or ""] for c in claims if isinstance(c.value, Interval)]
    assert found == case["ages"]


@pytest.mark.parametrize("text", CASES["silent"]["texts"])
def test_no_age(text: str) -> None:
    assert ages(text) == []


@pytest.mark.parametrize(
    ("recalled", "subject"),
    [
        ("In July of 2015, deputies shot and killed Adam Zak.", ""),
        ("In July of 2015, a teenager was shot. Nobody was charged in the killing of Adam Zak.", ""),
        ("On Monday, friends wept over the killing of Adam Zak.", "Adam Zak"),
    ],
)
def test_an_age_is_not_that_of_somebody_recalled_from_long_ago(recalled: str, subject: str) -> None:
    text = f"A 15-year-old boy is dead after a shooting by the police early on Saturday in Lorne.\n\n{recalled}"
    article = Article.from_text(id="a", text=text, published="2016-07-12")
    assert [c.subject or "" for c in KIND.extract(read(article))] == [subject]
