"""The slots of a claim: its focus first, each with the words of the article that fill it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from verify import Article, extract_claims
from verify.claims import claim_kinds
from verify.model import SlotName

CASES = tomllib.loads(Path(__file__).with_name("stated.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["kind"])
def test_slots(case: dict[str, Any]) -> None:
    text = case["text"]
    claims = extract_claims(Article.from_text(id="a", text=text, published="2024-05-06"))
    told = next(c for c in claims if c.kind == case["kind"]).to_dict()["slots"]
    assert [[s["name"], s["text"], text[s["start"] : s["end"]] if "start" in s else ""] for s in told] == case["slots"]


def test_every_claim_states_its_focus_at_its_own_place() -> None:
    text = " ".join(case["text"] for case in CASES)
    for claim in extract_claims(Article.from_text(id="a", text=text)):
        first, *others = claim.to_dict()["slots"]
        assert (first["start"], first["end"]) == (claim.location.start, claim.location.end)
        assert first["name"] == claim_kinds()[claim.kind].focus
        assert len({first["name"], *(s["name"] for s in others)}) == 1 + len(others)


def test_the_order_of_slots_is_that_of_the_contract() -> None:
    names = list(get_args(SlotName))
    for claim in extract_claims(Article.from_text(id="a", text=" ".join(case["text"] for case in CASES))):
        order = [names.index(s.slot) for s in claim.stated[1:]]
        assert order == sorted(order)
