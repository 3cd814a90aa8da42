"""What persons decided about the findings of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

from verify.model import Decision, Report
from verify.report.inert import clip, one_line

Decisions = Mapping[str, Decision]
"""Decisions by the identifier of the fact or flag."""

UNDECIDED: Decisions = MappingProxyType({})

_NAMES = 80


def dismissed(identifier: str, decisions: Decisions) -> bool:
    """Return whether a person dismissed the finding."""
    decision = decisions.get(identifier)
    return decision is not None and decision.state == "dismissed"


def without_dismissed(report: Report, decisions: Decisions) -> Report:
    """Return the report without the findings that a person dismissed."""
    return replace(
        report,
        facts=tuple(fact for fact in report.facts if not dismissed(fact.id, decisions)),
        flags=tuple(flag for flag in report.flags if not dismissed(flag.id, decisions)),
    )


def told(decision: Decision) -> str:
    """Return the decision in a line: what, why, by whom and when."""
    why = " – ".join(filter(None, (decision.reason, decision.note)))
    return one_line(f"{decision.state} by {decision.who}, {time(decision.when)}" + (f": {why}" if why else "")).strip()


def time(when: str) -> str:
    """Return a point in time as people write it ("7 May 2031, 10:00 UTC"), what is none as it stands."""
    try:
        at = datetime.fromisoformat(when)
    except ValueError:
        return when
    day = f"{at.day} {at:%B %Y}"
    return f"{day}, {at.astimezone(UTC):%H:%M} UTC" if at.tzinfo else day


def deciders(decisions: Iterable[Decision]) -> str:
    """Return who decided, each once, in a few words."""
    return clip(", ".join(dict.fromkeys(decision.who for decision in decisions)), _NAMES)
