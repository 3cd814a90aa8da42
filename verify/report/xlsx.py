"""The report as a workbook of Excel: findings, facts by sources, claims, and what was not checked; the extra `office` brings what writes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from verify.model import Level, Report
from verify.report import claims, crosscheck
from verify.report.arrange import arrange
from verify.report.decided import UNDECIDED, Decisions, told
from verify.report.inert import harmless
from verify.report.sheet import LOOKS, SETTLED, WORDING, Finding, Question, Sheet

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NARROWEST, WIDEST = 8, 60
"""Columns' widths in characters; a longer cell is wrapped."""
LONGEST = 32_767
"""Characters that a cell can hold."""
Row = Sequence[object]


def render(report: Report, *, decisions: Decisions = UNDECIDED, min_confidence: Level = "medium") -> bytes:
    """Return the report as the bytes of a workbook; the same report gives the same cells."""
    from openpyxl import Workbook

    sheet = arrange(report, decisions, min_confidence=min_confidence)
    book = Workbook()
    book.remove(book.worksheets[0])
    _put(book, "Findings", ("sort", "what", "why", "said", "where", "decision"), _findings(sheet))
    sources = [f"{source.letter} {source.outlet or source.id}" for source in sheet.sources]
    _put(
        book,
        "Facts by sources",
        ("fact", "verdict", *sources),
        ((r.label, LOOKS[r.look].word, *r.cells) for r in sheet.rows),
    )
    rows = crosscheck.rows(report, decisions=decisions)
    _put(book, "Claims of findings", crosscheck.COLUMNS, (tuple(row.values()) for row in rows))
    every = claims.rows(report.claims)
    _put(book, "Claims", tuple(every[0]) if every else ("claim",), (tuple(row.values()) for row in every))
    unread = ((group.reason, item.what, item.place) for group in sheet.unchecked for item in group.items)
    _put(book, "Not checked", ("reason", "what", "where"), unread)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def _findings(sheet: Sheet) -> Iterable[Row]:
    """Yield a row for each finding that asks for a decision, then the settled ones."""
    order = sorted(sheet.sections, key=lambda section: section.verdict in SETTLED)
    shown = [finding for section in order for finding in section.findings if section.verdict != "single-source"]
    urgent = [finding for finding in shown if finding.verdict not in SETTLED]
    yield from map(_fact, urgent)
    yield from map(_flag, chain(sheet.questions, sheet.doubtful))
    yield from map(_fact, shown[len(urgent) :])


def _fact(finding: Finding) -> Row:
    said = "\n".join(f"{s.passage.spot.letter}: {s.value or s.passage.quotation.words}" for s in finding.statements)
    where = "\n".join(s.passage.spot.place for s in finding.statements)
    reason = " · ".join(filter(None, (finding.extent, finding.reason)))
    return WORDING[finding.verdict].word, finding.label, reason, said, where, _decided(finding)


def _flag(flag: Question) -> Row:
    said = "\n".join(f"{p.spot.letter}: {p.quotation.words}" for p in flag.passages)
    where = "\n".join(p.spot.place for p in flag.passages)
    return "flag", flag.message, f"{flag.check}, confidence {flag.confidence}", said, where, _decided(flag)


def _decided(found: Finding | Question) -> str:
    return told(found.decision) if found.decision else ""


def _put(book: Workbook, title: str, head: Row, rows: Iterable[Row]) -> None:
    """Add a sheet: a head that stays in view and filters, columns as wide as their words."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    made: Worksheet = book.create_sheet(title)
    made.append([_cell(value) for value in head])
    for row in rows:
        made.append([_cell(value) for value in row])
    made.freeze_panes = "B2"
    made.auto_filter.ref = made.dimensions
    for number, column in enumerate(made.iter_cols(), 1):
        lengths = (len(line) for cell in column for line in str(cell.value or "").split("\n"))
        made.column_dimensions[get_column_letter(number)].width = min(max(*lengths, NARROWEST) + 2, WIDEST)
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        column[0].font = Font(bold=True)


def _cell(value: object) -> str | int | float:
    """Return what a cell holds: no formula, no control character, no more than fits."""
    if isinstance(value, int | float):
        return value
    return str(harmless("" if value is None else str(value)))[:LONGEST].encode("utf-8", "replace").decode("utf-8")
