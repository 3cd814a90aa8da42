"""What came of one story of many."""

from __future__ import annotations

from dataclasses import dataclass

from verify.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A story's report, or the problem because of which there is none."""

    name: str
    report: Report | None = None
    problem: str | None = None
