"""The word lists of this package, read from `verify/data/` when first needed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@cache
def load(name: str) -> dict[str, Any]:
    """Return the word list of that name; callers do not change it."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def either(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first, so that "more on this" is not read as "more"."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
