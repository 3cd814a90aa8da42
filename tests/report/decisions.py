"""Decisions for the tests of the reports."""

from __future__ import annotations

from typing import Literal

from verify.model import Decision, Report


def decide(finding: str, state: Literal["accepted", "dismissed"] = "dismissed", note: str | None = None) -> Decision:
    return Decision(finding=finding, state=state, reason="two ferries", note=note, who="Ada", when="2031-05-09")


def decided(report: Report) -> dict[str, Decision]:
    """Dismiss the first flag and the conflict of a report, accept its second fact."""
    conflict, second = report.facts[:2]
    return {
        conflict.id: decide(conflict.id, note="=see <b>below</b>"),
        report.flags[0].id: decide(report.flags[0].id),
        second.id: decide(second.id, "accepted"),
    }
