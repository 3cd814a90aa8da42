"""What became of the findings between two reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verify.model.kinds import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A finding as a list shows it: its verdict or the word flag, what it is about, where its words stand (path:line:column)."""

    id: str
    sort: Verdict | Literal["flag"]
    about: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Findings that only the later report has, that only the earlier one has, and pairs that say the same with another verdict."""

    new: tuple[Noted, ...]
    gone: tuple[Noted, ...]
    changed: tuple[tuple[Noted, Noted], ...]
