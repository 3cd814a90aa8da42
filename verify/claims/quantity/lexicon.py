"""The closed classes of words that numbers are written with, from `verify/data/numbers.toml`, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from verify.lists import load

REACH = 70
"""Characters before a number in which the words that bear on it are sought."""


def table(name: str) -> dict[str, Any]:
    """Return one section of the word lists."""
    found: dict[str, Any] = load("numbers")[name]
    return found


@cache
def words(section: str, key: str = "words") -> frozenset[str]:
    """Return one list of words as a set."""
    return frozenset(table(section)[key])


def either(texts: Iterable[str]) -> str:
    """Return a pattern of any of the texts, the longest first; blanks match any blanks."""
    ordered = sorted(texts, key=lambda t: (-len(t), t))
    return "(?:" + "|".join(re.escape(t).replace(r"\ ", r"\s+") for t in ordered) + ")"


def ends_before(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    """Return where a pattern that ends in `$` matches right before an offset, within the few words that can matter."""
    return pattern.search(text, max(0, at - REACH), at)


@cache
def small_numbers() -> dict[str, int]:
    """Return the words below a hundred that stand alone."""
    return {**table("ones"), **table("teens"), **table("tens")}
