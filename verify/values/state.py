"""States of a person, of which some cannot hold at one time: dead and in stable condition, in custody and at large."""

from __future__ import annotations

from typing import Any

from verify.lists import load


def state_words() -> dict[str, Any]:
    """Return the lists of `conditions.toml`."""
    return load("conditions")


def exclude(left: str, right: str) -> bool:
    """Return whether two states cannot hold at one time; of "critical and stable condition" each word counts."""
    a, b = _plain(left), _plain(right)
    return not a & b and all(any({x, y} <= set(line) for line in state_words()["exclusive"]) for x in a for y in b)


def _plain(state: str) -> frozenset[str]:
    return frozenset(state.removesuffix(" condition").split(" and "))


def is_final(state: str) -> bool:
    """Return whether no other state can follow."""
    return state in state_words()["final"]
