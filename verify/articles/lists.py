"""The word lists of this package, read from `verify/data/` when first needed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the word list of that name; callers do not change it."""
    return tomllib.loads((files("verify") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def either(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first, so that "more on this" is not read as "more"."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
