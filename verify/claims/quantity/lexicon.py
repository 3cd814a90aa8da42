"""The closed classes of words that numbers are written with, from `verify/data/numbers.toml`, and patterns made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

PATH = Path(__file__).parent.parent.parent / "data" / "numbers.toml"


@cache
def table(name: str) -> dict[str, Any]:
    """Return one section of the word lists."""
    return _tables()[name]


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))


@cache
def words(section: str, key: str = "words") -> frozenset[str]:
    """Return one list of words as a set."""
    return frozenset(table(section)[key])


def either(texts: Iterable[str]) -> str:
    """Return a pattern of any of the texts, the longest first; blanks match any blanks."""
    ordered = sorted(texts, key=lambda t: (-len(t), t))
    return "(?:" + "|".join(re.escape(t).replace(r"\ ", r"\s+") for t in ordered) + ")"


@cache
def small_numbers() -> dict[str, int]:
    """Return the words below a hundred that stand alone."""
    return {**table("ones"), **table("teens"), **table("tens")}
