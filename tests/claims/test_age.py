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


@pytest.mark.parametrize("text", CASES["silent"]["texts"])
def test_no_age(text: str) -> None:
    assert ages(text) == []
