"""What a user can choose, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of a cross-check: another sentence encoder or spaCy pipeline than the bundled ones, a file of house names; what the house
    wants of checks and kinds of claims, as pairs of a name and a severity or "off"; whether results are kept for later runs.
    """

    encoder: Path | None = None
    pipeline: str | None = None
    aliases: Path | None = None
    checks: tuple[tuple[str, str], ...] = ()
    cache: bool = True

    def to_dict(self) -> dict[str, Any]:
        """Return the options that a report depends on as plain values."""
        return {
            "encoder": str(self.encoder) if self.encoder else None,
            "pipeline": self.pipeline,
            "aliases": str(self.aliases) if self.aliases else None,
            **({"checks": dict(self.checks)} if self.checks else {}),
        }
