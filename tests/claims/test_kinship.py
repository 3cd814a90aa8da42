from __future__ import annotations

import pytest

from verify.claims.kinship import Kinship, kinship
from verify.model import Thing

CASES: list[tuple[Thing, Thing, Kinship]] = [
    (Thing(text="soldiers", head="soldier"), Thing(text="soldiers", head="soldier"), "same"),
    (Thing(text="people", head="people"), Thing(text="soldiers", head="soldier"), "broader"),
    (Thing(text="facilities", head="facility"), Thing(text="locations", head="location"), "broader"),
    (Thing(text="soldiers", head="soldier"), Thing(text="nurses", head="nurse"), "sibling"),
    (Thing(text="soldiers", head="soldier"), Thing(text="rockets", head="rocket"), "different"),
    (Thing(text="men", head="man"), Thing(text="women", head="woman"), "exclusive"),
    (Thing(text="French troops", head="troop", modifiers=("French",)), Thing(text="Polish troops", head="troop", modifiers=("Polish",)), "exclusive"),
    (Thing(text="French troops", head="troop", modifiers=("French",)), Thing(text="troops", head="troop"), "same"),
    (Thing(text="dead miners", head="miner", modifiers=("dead",)), Thing(text="injured miners", head="miner", modifiers=("injured",)), "exclusive"),
    (Thing(text="tonnes", head="tonne"), Thing(text="bales", head="bale"), "different"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), CASES, ids=[f"{a.text}/{b.text}" for a, b, _ in CASES])
def test_kinship(left: Thing, right: Thing, expected: Kinship) -> None:
    assert kinship(left, right) == kinship(right, left) == expected


def test_a_thing_not_stated_is_unknown() -> None:
    assert kinship(None, Thing(text="men", head="man")) == "unknown"
