"""The report for a terminal, and the picture of it that the README shows."""

from __future__ import annotations

import re
from dataclasses import replace

from rich.cells import cell_len
from rich.text import Text

from verify.model import Decision, Level, Report
from verify.report.arrange import arrange
from verify.report.chart import lines
from verify.report.decided import UNDECIDED, Decisions, told
from verify.report.inert import visible
from verify.report.matrix import write_matrix
from verify.report.page import Page, blank, fill
from verify.report.settled import write_settled
from verify.report.sheet import (
    FLAG,
    OWN,
    SETTLED,
    WORDING,
    Chart,
    Finding,
    Passage,
    Question,
    Section,
    Sheet,
    Source,
    Statement,
    Unchecked,
    counted,
)

STYLE: dict[str, str] = {
    "conflict": "red",
    "agree-by-sum": "green",
    "agree": "green",
    "update": "blue",
    "compatible": "cyan",
    "single-source": "dim",
    "flag": "yellow",
}
_FIRST = 3
_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def render(
    report: Report,
    *,
    width: int,
    colour: bool,
    all_facts: bool = False,
    decisions: Decisions = UNDECIDED,
    min_confidence: Level = "medium",
) -> str:
    """Return the report for a terminal of that width; `all_facts` unfolds what is folded to a line or a count."""
    page = blank(width=width, colour=colour)
    _write(page, arrange(report, decisions, min_confidence=min_confidence), all_facts)
    return page.text()


def card(report: Report, finding: str, *, width: int, colour: bool) -> str:
    """Return one finding alone, the fact or flag of that identifier, its quotations in their sentences."""
    facts = tuple(fact for fact in report.facts if fact.id == finding)
    flags = tuple(flag for flag in report.flags if flag.id == finding)
    sheet = arrange(replace(report, facts=facts, flags=flags), UNDECIDED)
    page = blank(width=width, colour=colour)
    for section in sheet.sections:
        for shown in section.findings:
            _finding(page, shown)
    for question in (*sheet.questions, *sheet.doubtful):
        _question(page, question)
    return page.text()


def svg(
    report: Report,
    *,
    width: int = 100,
    title: str = "verify",
    decisions: Decisions = UNDECIDED,
    min_confidence: Level = "medium",
) -> str:
    """Return a picture of the terminal report as SVG; the same report gives the same bytes, and no font is fetched."""
    page = blank(width=width, colour=True, record=True)
    _write(page, arrange(report, decisions, min_confidence=min_confidence), all_facts=False, charts=True)
    page.console.width = max(width, *map(cell_len, page.console.export_text(clear=False).splitlines()))
    return _WEB_FONT.sub("", page.console.export_svg(title=visible(title), unique_id="verify"))


def _write(page: Page, sheet: Sheet, all_facts: bool, *, charts: bool = False) -> None:
    _figures(page, sheet)
    for source in sheet.sources:
        _source(page, source)
    for section in sheet.sections:
        if all_facts or section.verdict not in SETTLED:
            _section(page, section, all_facts, charts=charts)
        if section.verdict == "conflict":
            _questions(page, sheet, all_facts)
        if section.verdict == "update":
            _near(page, sheet)
        if section.verdict == "update" and not all_facts:
            write_settled(page, [f for s in sheet.sections if s.verdict in SETTLED for f in s.findings], STYLE)
    if all_facts:
        write_matrix(page, sheet, STYLE)
    _unchecked(page, sheet.unchecked, all_facts)
    _summary(page, sheet)


def _summary(page: Page, sheet: Sheet) -> None:
    """Write what stays on the screen once all of it has run through: the counts, and how much they rest on."""
    if sheet.reach:
        page.heading("Summary", "")
        for line in fill(sheet.tally, page.width):
            page.line(line)
        page.paragraph(Text(sheet.reach))


def _near(page: Page, sheet: Sheet) -> None:
    """Write what an editor should look at though it is no conflict."""
    if not sheet.near:
        return
    page.heading(f"? Look at these yourself · {len(sheet.near):,}", "magenta")
    page.paragraph(Text("Values that differ, perhaps of one fact:"))
    for miss in sheet.near:
        page.paragraph(Text.assemble((miss.label, "bold"), f": {miss.reason}"), first="? ", rest="  ", margin="magenta")
        for statement in miss.statements:
            page.line(f"  {statement.passage.spot.letter}  ", (statement.passage.spot.place, "dim"))


def _figures(page: Page, sheet: Sheet) -> None:
    for line in fill(sheet.totals, page.width, separator=" · "):
        page.line((line, "bold"))
    for line in fill(sheet.tally, page.width):
        page.line(line)
    page.gap()


def _source(page: Page, source: Source) -> None:
    known = (
        source.outlet or "outlet unknown",
        source.published or "no date",
        counted(source.words, "word", "words"),
        "" if source.origin == OWN else f"origin: {source.origin}",
    )
    page.placed(f"  {source.letter}  ", Text(" · ".join(filter(None, known))), source.path)


def _section(page: Page, section: Section, all_facts: bool, *, charts: bool) -> None:
    if not section.findings:
        return
    wording = WORDING[section.verdict]
    page.heading(f"{wording.symbol} {wording.heading} · {len(section.findings):,}", STYLE[section.verdict])
    if section.verdict == "single-source" and not all_facts:
        _folded(page, counted(len(section.findings), "fact stands", "facts stand") + " in one source alone")
        return
    for number, finding in enumerate(section.findings):
        if number:
            page.gap()
        _finding(page, finding)
        if charts and finding.chart:
            _chart(page, finding.chart, STYLE[finding.verdict])


def _chart(page: Page, chart: Chart, style: str) -> None:
    for whose, bar, said in lines(chart):
        page.line((f"     {whose}", "dim"), (bar, style), (said, "bold"))


def _folded(page: Page, what: str) -> None:
    page.paragraph(Text(f"{what}: see the Markdown report."), first="  ", rest="  ")


def _finding(page: Page, finding: Finding) -> None:
    style = STYLE[finding.verdict]
    label = Text.assemble((finding.label, "bold"), f" · {finding.extent}" if finding.extent else "")
    page.paragraph(label, first=f"{WORDING[finding.verdict].symbol} ", rest="  ", margin=style)
    if finding.verdict != "single-source":
        page.paragraph(Text(finding.reason), first="  ", rest="  ")
    _decision(page, finding.decision)
    for statement in finding.statements:
        _passage(page, statement.passage, Text(" · ").join(_said(statement)), style)
        for spot in statement.repeats[:_FIRST]:
            page.line(("     also ", "dim"), spot.place)
        if len(statement.repeats) > _FIRST:
            page.line((f"     and in {counted(len(statement.repeats) - _FIRST, 'more place', 'more places')}", "dim"))


def _decision(page: Page, decision: Decision | None) -> None:
    if decision:
        page.paragraph(Text(told(decision), "dim"), first="  ", rest="  ")


def _said(statement: Statement) -> list[Text]:
    return [part for part in (Text(statement.value, "bold"), Text(statement.manner)) if part]


def _passage(page: Page, passage: Passage, note: Text, style: str) -> None:
    page.placed(f"  {passage.spot.letter}  ", note, passage.spot.place)
    page.quotation(passage.quotation, indent="     ", style=style)


def _questions(page: Page, sheet: Sheet, all_facts: bool) -> None:
    flags = len(sheet.questions) + len(sheet.doubtful)
    if not flags:
        return
    page.heading(f"{FLAG} Flags · {flags:,}", "yellow")
    for number, question in enumerate(sheet.questions + (sheet.doubtful if all_facts else ())):
        if number:
            page.gap()
        _question(page, question)
    if sheet.doubtful and not all_facts:
        if sheet.questions:
            page.gap()
        _folded(page, sheet.folded)


def _question(page: Page, question: Question) -> None:
    page.paragraph(Text(question.message, "bold"), first=f"{FLAG} ", rest="  ", margin="yellow")
    kind = f"{question.check} · severity {question.severity} · confidence {question.confidence}"
    page.paragraph(Text(kind), first="  ", rest="  ")
    _decision(page, question.decision)
    for number, passage in enumerate(question.passages):
        _passage(page, passage, Text("compare" if number else ""), "yellow")


def _unchecked(page: Page, groups: tuple[Unchecked, ...], all_facts: bool) -> None:
    if not groups:
        return
    page.heading(f"Not checked · {sum(len(group.items) for group in groups):,}", "dim")
    for group in groups:
        page.paragraph(Text(f"{len(group.items):,} × {group.reason}"), first="  ", rest="    ")
        for item in group.items[: _FIRST if all_facts else 0]:
            page.placed("     ", Text(item.what, "dim"), item.place)
        if all_facts and len(group.items) > _FIRST:
            page.line((f"     and {len(group.items) - _FIRST:,} more", "dim"))
