"""The report as lines that editors and CI turn into jumps: path:line:column: check: message, a finding each."""

from __future__ import annotations

from collections.abc import Iterator

from verify.model import Level, Report, Verdict
from verify.report.arrange import arrange
from verify.report.decided import UNDECIDED, Decisions
from verify.report.sheet import Finding, Sheet

_BEFORE: tuple[Verdict, ...] = ("conflict",)
_AFTER: tuple[Verdict, ...] = ("update",)


def render(report: Report, *, decisions: Decisions = UNDECIDED, min_confidence: Level = "medium") -> str:
    """Return a line for each conflict, flag and update that nobody dismissed; nothing where there is none."""
    return "".join(f"{line}\n" for line in _lines(arrange(report, decisions, min_confidence=min_confidence)))


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from map(_fact, _of(sheet, _BEFORE))
    for question in sheet.questions:
        yield f"{question.passages[0].spot.place}: {question.check}: {question.message}"
    yield from map(_fact, _of(sheet, _AFTER))


def _of(sheet: Sheet, verdicts: tuple[Verdict, ...]) -> Iterator[Finding]:
    return (finding for section in sheet.sections if section.verdict in verdicts for finding in section.findings)


def _fact(finding: Finding) -> str:
    said = "; ".join(dict.fromkeys(f"{s.passage.spot.letter} {s.value}" for s in finding.statements if s.value))
    return f"{finding.statements[0].passage.spot.place}: {finding.verdict}: {finding.label}" + (
        f" ({said})" if said else ""
    )
