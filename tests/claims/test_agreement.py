from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verify.claims import date, place
from verify.claims.base import ClaimKind
from verify.language.reading import read
from verify.model import Article, Claim

CASES = tomllib.loads((Path(__file__).parent / "agreement.toml").read_text(encoding="utf-8"))


def only(kind: ClaimKind, text: str) -> Claim:
    found = list(kind.extract(read(Article.from_text(id="a", text=text, published="2014-04-04"))))
    assert len(found) == 1, [claim.value.label() for claim in found]
    return found[0]


@pytest.mark.parametrize(
    ("kind", "case"),
    [pytest.param(kind, case, id=case["left"]) for kind in (date.KIND, place.KIND) for case in CASES[kind.name]],
)
def test_what_two_claims_say_to_one_another(kind: ClaimKind, case: dict[str, str]) -> None:
    left, right = only(kind, case["left"]), only(kind, case["right"])
    assert kind.compare(left, right) == kind.compare(right, left) == case["relation"]
