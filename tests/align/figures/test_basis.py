"""What an amount is of: measure, bearer, period, outlook and aspect, sentence by sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verify import Article, Options
from verify.align.figures import bases
from verify.pipeline import read_articles

CASES = tomllib.loads((Path(__file__).parent / "bases.toml").read_text(encoding="utf-8"))["case"]


def told(text: str) -> dict[str, dict[str, Any]]:
    """Basis of each amount of a text, by its words."""
    ((reading, _),) = read_articles([Article.from_text(id="a", text=text, published="2024-02-20")], Options())
    return {
        text[at.start : at.end]: {
            "measure": basis.measure,
            "names": sorted(basis.bearer.names),
            "words": sorted(basis.bearer.words),
            "period": basis.period.label() if basis.period else "",
            "outlook": basis.outlook,
            "aspect": basis.aspect,
        }
        for at, basis in bases(reading).items()
    }


@pytest.mark.parametrize("case", CASES, ids=[c["text"] for c in CASES])
def test_the_basis_of_an_amount(case: dict[str, Any]) -> None:
    found = told(case["text"])
    assert set(found) == set(case["amounts"])
    for quote, expected in case["amounts"].items():
        assert {**found[quote], **expected} == found[quote]
