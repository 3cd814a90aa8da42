"""What an amount is of: measure, entity, period, scenario and aspect, sentence by sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verify import Article, Options
from verify.claims.figures.period import label
from verify.pipeline import read_articles

CASES = tomllib.loads((Path(__file__).parent / "contexts.toml").read_text(encoding="utf-8"))["case"]


def told(text: str) -> dict[str, dict[str, Any]]:
    """Context of each amount of a text, by its words."""
    ((_, claims),) = read_articles([Article.from_text(id="a", text=text, published="2024-02-20")], Options(cache=False))
    return {
        claim.location.quote: {
            "measure": claim.context.measure,
            "names": sorted(claim.context.entity.names),
            "words": sorted(claim.context.entity.words),
            "period": label(claim.context.period) if claim.context.period else "",
            "scenario": claim.context.scenario,
            "aspect": claim.context.aspect,
        }
        for claim in claims
        if claim.context is not None and claim.kind in {"money", "percent"}
    }


@pytest.mark.parametrize("case", CASES, ids=[c["text"] for c in CASES])
def test_the_context_of_an_amount(case: dict[str, Any]) -> None:
    found = told(case["text"])
    assert set(found) == set(case["amounts"])
    for quote, expected in case["amounts"].items():
        assert {**found[quote], **expected} == found[quote]


@pytest.mark.parametrize(
    "text", ["Exports fell for the fourteenth month in a row.", "Sales rose in the thirteenth month."]
)
def test_a_month_beyond_the_twelfth_is_none_of_the_calendar(text: str) -> None:
    ((_, claims),) = read_articles([Article.from_text(id="a", text=text)], Options(cache=False))
    assert not [c for c in claims if c.context is not None and c.context.period and c.context.period.number]
