"""The articles as a Word document with a comment at each place of a finding; the extra `office` brings what writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from verify.model import Level, Report
from verify.report.arrange import arrange
from verify.report.decided import UNDECIDED, Decisions, told, without_dismissed
from verify.report.html.marks import Line, marked
from verify.report.inert import encodable, visible
from verify.report.sheet import SETTLED, WORDING, Finding, Question, Sheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

AUTHOR, INITIALS = "verify", "v"
_STYLES = {"headline": "Heading 2", "caption": "Caption"}


@dataclass(slots=True, kw_only=True)
class _Runs:
    """The runs of the words that one mark covers, and the findings that point at them."""

    findings: tuple[str, ...]
    runs: list[Run] = field(default_factory=list)


def render(
    report: Report, *, name: str = "", decisions: Decisions = UNDECIDED, min_confidence: Level = "medium"
) -> bytes:
    """Return the document as bytes: a summary, then each article; what is settled has no comments, what was dismissed neither."""
    from docx import Document

    sheet = arrange(report, decisions, min_confidence=min_confidence)
    notes = dict(_notes(sheet))
    document = Document()
    document.core_properties.author = AUTHOR
    called = visible(encodable(name))
    document.core_properties.title = called
    document.add_heading(f"Cross-check of {sheet.totals[0]}" + (f": {called}" if called else ""), 0)
    document.add_paragraph(" · ".join(sheet.tally))
    for source, lines in zip(sheet.sources, marked(without_dismissed(report, decisions)).values(), strict=True):
        document.add_heading(f"{source.letter}  {source.outlet or source.id}", 1)
        document.add_paragraph(" · ".join(filter(None, (source.published or "no date", source.path))))
        for commented in _written(document, lines, notes):
            for id in commented.findings:
                document.add_comment(commented.runs, text=notes[id], author=AUTHOR, initials=INITIALS)
    _undated(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def _notes(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield the text of the comment on each finding that asks for a decision."""
    for section in sheet.sections:
        if section.verdict not in SETTLED and section.verdict != "single-source":
            yield from ((finding.id, _fact(finding)) for finding in section.findings)
    yield from ((question.id, _flag(question)) for question in sheet.questions)


def _fact(finding: Finding) -> str:
    said = [
        f"{s.passage.spot.letter}: {s.value or s.passage.quotation.words} ({s.passage.spot.place})"
        for s in finding.statements
    ]
    head = f"{WORDING[finding.verdict].word}: {finding.label}"
    return "\n".join(filter(None, (head, finding.reason, *said, told(finding.decision) if finding.decision else "")))


def _flag(question: Question) -> str:
    decided = told(question.decision) if question.decision else ""
    return "\n".join(filter(None, (f"{question.check}: {question.message}", decided)))


def _written(document: Document, lines: tuple[Line, ...], notes: dict[str, str]) -> list[_Runs]:
    """Write the lines of an article; return the runs that comments belong to."""
    found: dict[str, _Runs] = {}
    for line in lines:
        paragraph = document.add_paragraph(style=_STYLES.get(line.zone))
        for piece in line.pieces:
            run = paragraph.add_run(piece.text)
            ids = tuple(r.id for r in piece.mark.references if r.id in notes) if piece.mark else ()
            if piece.mark and ids:
                run.bold = True
                found.setdefault(piece.mark.anchor, _Runs(findings=ids)).runs.append(run)
    return list(found.values())


def _undated(document: Document) -> None:
    """Take the time of writing out of the document, so that the same report gives the same one."""
    stamp = datetime(2000, 1, 1, tzinfo=UTC)
    document.core_properties.created = document.core_properties.modified = stamp
    for comment in document.comments:
        element: Any = comment._comment_elm
        element.attrib.pop("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}date", None)
