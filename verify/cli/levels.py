"""The words that options take, and which findings make the exit code 1."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from verify.model.kinds import LEVELS

if TYPE_CHECKING:
    from verify.model import Flag, Level, Report


class Confidence(StrEnum):
    """How likely a flag is right."""

    low = "low"
    medium = "medium"
    high = "high"


class FailOn(StrEnum):
    """Findings that make the exit code 1, from the rarest to the widest."""

    never = "never"
    conflict = "conflict"
    flag = "flag"
    any = "any"


class Format(StrEnum):
    """How a report is shown on standard output."""

    report = "report"
    concise = "concise"


def confident(flag: Flag, least: Level) -> bool:
    """Return whether a flag is of that confidence or a higher one."""
    return LEVELS.index(flag.confidence) >= LEVELS.index(least)


def reached(report: Report, level: FailOn, min_confidence: Level) -> bool:
    """Return whether a finding at or above the level is left: a conflict; a flag that is not folded away; any of these or an update."""
    from verify.consistent import inconsistent

    return bool(inconsistent(report, fail_on=level.value, min_confidence=min_confidence))
