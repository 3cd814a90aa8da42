"""What a person decided about a finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A finding accepted, dismissed or mended by a person; `finding` is the key of its content, which outlives edits elsewhere."""

    finding: str
    state: Literal["accepted", "dismissed", "fixed"]
    reason: str | None
    note: str | None
    who: str
    when: str
