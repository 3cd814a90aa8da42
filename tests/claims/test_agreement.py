from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verify.claims import age, count, date, measure, money, percent, place
from verify.claims.base import ClaimKind
from verify.language.reading import read
from verify.model import Article, Claim

CASES = tomllib.loads((Path(__file__).parent / "agreement.toml").read_text(encoding="utf-8"))
KINDS = (date.KIND, place.KIND, money.KIND, percent.KIND, measure.KIND, age.KIND)
WHOLES = [
    ("18 of the 45 barns were destroyed.", "The storm destroyed 45 barns.", False),
    ("Half of the 60 pupils stayed home.", "Sixty pupils stayed home.", False),
    ("18 of the 45 barns were destroyed.", "The village has 45 barns.", True),
    ("None of the 90 sailors survived.", "The ship carried 90 sailors.", True),
]


def only(kind: ClaimKind, text: str) -> Claim:
    found = list(kind.extract(read(Article.from_text(id="a", text=text, published="2014-04-04"))))
    assert len(found) == 1, [claim.value.label() for claim in found]
    return found[0]


@pytest.mark.parametrize(
    ("kind", "case"),
    [pytest.param(kind, case, id=case["left"]) for kind in KINDS for case in CASES[kind.name]],
)
def test_what_two_claims_say_to_one_another(kind: ClaimKind, case: dict[str, str]) -> None:
    left, right = only(kind, case["left"]), only(kind, case["right"])
    assert kind.compare(left, right) == kind.compare(right, left) == case["relation"]


@pytest.mark.parametrize(("left", "right", "meets"), WHOLES)
def test_a_whole_is_not_held_against_those_who_did_what_a_part_of_it_did(left: str, right: str, meets: bool) -> None:
    part, whole = count.KIND.extract(read(Article.from_text(id="a", text=left)))
    other = only(count.KIND, right)
    assert count.KIND.meets(whole, other) == count.KIND.meets(other, whole) == meets
    assert count.KIND.meets(part, other)
