from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verify.values.office import exclude, in_key_words, rank

CASES = tomllib.loads((Path(__file__).parent / "offices.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("left", "right"), CASES["exclude"])
def test_roles_that_nobody_has_both(left: str, right: str) -> None:
    assert exclude(left, right)
    assert exclude(right, left)


@pytest.mark.parametrize(("left", "right"), CASES["together"])
def test_roles_that_one_can_have(left: str, right: str) -> None:
    assert not exclude(left, right)
    assert not exclude(right, left)


def test_words_of_a_role() -> None:
    assert in_key_words("CEO of Acme") == in_key_words("Acme's chief executive officer")
    assert in_key_words("former mayor of Dayton") == {"mayor", "dayton"}
    assert rank("Lt. Gen.") == "lieutenant general"
    assert rank("attorney general") is None
