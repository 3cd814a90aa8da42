"""One utterance that two articles quote in other words, and its twins."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verify import Article, cross_check

CASES = tomllib.loads((Path(__file__).parent / "utterances.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["left"][:40])
def test_the_verdict_on_two_quotations(case: dict[str, Any]) -> None:
    articles = [Article.from_text(id=side, text=case[side], published="2024-05-02") for side in ("left", "right")]
    report = cross_check(articles)
    quotations = {c.id for c in report.claims if c.kind == "quote"}
    found = [f.verdict for f in report.facts if len(quotations & set(f.claims)) > 1]
    assert found == ([] if case["verdict"] == "apart" else [case["verdict"]])
