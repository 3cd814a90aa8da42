"""The report as Markdown, for reading and for a pull request; it holds no time stamp."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verify.model import Decision, Level, Report, Tool
from verify.report.arrange import arrange
from verify.report.decided import UNDECIDED, Decisions, told
from verify.report.escape import block, code, escaped, html, row, strong
from verify.report.inert import clip
from verify.report.sheet import (
    FLAG,
    LOOKS,
    WORDING,
    Dismissed,
    Finding,
    Passage,
    Question,
    Row,
    Section,
    Sheet,
    Source,
    Statement,
    Unchecked,
    counted,
)

NAME = 32
SHORT = 60


def render(report: Report, *, decisions: Decisions = UNDECIDED, min_confidence: Level = "medium") -> str:
    """Return the report as Markdown; flags of lower confidence are folded away."""
    sheet = arrange(report, decisions, min_confidence=min_confidence)
    parts = [
        *_head(sheet),
        *(part for section in sheet.sections for part in (*_section(section), *_after(section, sheet))),
        *_matrix(sheet),
        *_unchecked(sheet.unchecked),
        *_dismissed(sheet.dismissed),
        _foot(report.tool, report.report_id),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _head(sheet: Sheet) -> Iterator[str]:
    yield f"# Cross-check of {sheet.totals[0]}"
    yield "  \n".join(filter(None, (" · ".join(sheet.totals), " · ".join(sheet.tally), sheet.reach)))
    if sheet.sources:
        yield "## Articles"
        yield _table(("", "file", "id", "title", "outlet", "published", "words", "origin"), map(_source, sheet.sources))


def _source(source: Source) -> tuple[str, ...]:
    known = (source.title or "", source.outlet or "unknown", source.published or "unknown")
    words = f"{source.words:,}"
    return (source.letter, code(source.path), escaped(source.id), *map(escaped, known), words, escaped(source.origin))


def _section(section: Section) -> Iterator[str]:
    if not section.findings:
        return
    wording = WORDING[section.verdict]
    yield f"## {wording.symbol} {wording.heading} ({len(section.findings):,})"
    if section.verdict == "single-source":
        facts = counted(len(section.findings), "fact stands", "facts stand")
        yield from _details(f"{facts} in one source alone", map(_single, section.findings))
    else:
        for finding in section.findings:
            yield from _finding(finding)


def _finding(finding: Finding) -> Iterator[str]:
    extent = f" · {escaped(finding.extent)}" if finding.extent else ""
    yield f"### {WORDING[finding.verdict].symbol} {escaped(finding.label)}{extent}"
    yield block(finding.reason)
    yield from _decision(finding.decision)
    for statement in finding.statements:
        yield _place(statement.passage, _said(statement))
        yield _quotation(statement.passage)
        if statement.repeats:
            yield "  Also at " + ", ".join(code(spot.place) for spot in statement.repeats)


def _decision(decision: Decision | None) -> Iterator[str]:
    if decision:
        yield block(told(decision))


def _single(finding: Finding) -> str:
    return f"- {escaped(finding.label)}: " + "; ".join(map(_in_short, finding.statements))


def _in_short(statement: Statement) -> str:
    words = "" if statement.value else f"“{escaped(clip(statement.passage.quotation.words, SHORT))}”"
    return ", ".join(filter(None, (words, _said(statement), code(statement.passage.spot.place))))


def _said(statement: Statement) -> str:
    value = f"**{escaped(statement.value)}**" if statement.value else ""
    return ", ".join(filter(None, (value, escaped(statement.manner))))


def _place(passage: Passage, note: str) -> str:
    return f"- {passage.spot.letter} {code(passage.spot.place)}" + (f" – {note}" if note else "")


def _quotation(passage: Passage) -> str:
    quotation = passage.quotation
    return f"  > {block(quotation.before)}{strong(quotation)}{escaped(quotation.after)}"


def _after(section: Section, sheet: Sheet) -> Iterator[str]:
    """Yield what stands between two sections: flags after the conflicts, what nearly was one after the updates."""
    if section.verdict == "conflict" and (sheet.questions or sheet.doubtful):
        yield from _flags(sheet)
    if section.verdict == "update" and sheet.near:
        yield f"## ? Look at these yourself ({len(sheet.near):,})"
        yield "Values that differ, perhaps of one fact."
        for miss in sheet.near:
            yield f"### ? {escaped(miss.label)}"
            yield block(miss.reason)
            for statement in miss.statements:
                yield _place(statement.passage, _said(statement))
                yield _quotation(statement.passage)


def _flags(sheet: Sheet) -> Iterator[str]:
    flags = len(sheet.questions) + len(sheet.doubtful)
    yield f"## {FLAG} Flags ({flags:,})"
    for question in sheet.questions:
        yield from _question(question)
    if sheet.doubtful:
        title = sheet.folded
        yield from _details(title, ("\n\n".join(_question(question)) for question in sheet.doubtful), between="\n\n")


def _question(question: Question) -> Iterator[str]:
    yield f"### {FLAG} {escaped(question.message)}"
    yield f"{code(question.check)}, severity {question.severity}, confidence {question.confidence}"
    yield from _decision(question.decision)
    for number, passage in enumerate(question.passages):
        yield _place(passage, "compare" if number else "")
        yield _quotation(passage)


def _matrix(sheet: Sheet) -> Iterator[str]:
    if len(sheet.sources) < 2:
        return
    yield f"## Facts by sources ({len(sheet.rows):,})"
    if not sheet.rows:
        yield "No fact stands in more than one article."
        return
    names = (f"{source.letter} {escaped(clip(source.outlet or source.id, NAME))}" for source in sheet.sources)
    yield _table(("fact", "verdict", *names), map(_entry, sheet.rows))


def _entry(entry: Row) -> tuple[str, ...]:
    wording = LOOKS[entry.look]
    return (escaped(entry.label), f"{wording.symbol} {wording.word}", *map(escaped, entry.cells))


def _dismissed(findings: tuple[Dismissed, ...]) -> Iterator[str]:
    if findings:
        yield f"## Dismissed ({len(findings):,})"
        yield "\n".join(f"- {block(finding.about)}: {escaped(told(finding.decision))}" for finding in findings)


def _unchecked(groups: tuple[Unchecked, ...]) -> Iterator[str]:
    if not groups:
        return
    yield f"## Not checked ({sum(len(group.items) for group in groups):,})"
    for group in groups:
        items = (f"- {block(item.what)}" + (f" {code(item.place)}" if item.place else "") for item in group.items)
        yield from _details(f"{len(group.items):,} × {group.reason}", items)


def _foot(tool: Tool, report_id: str) -> str:
    made = f"{tool.name} {tool.version}, pipeline {tool.pipeline}, encoder {tool.encoder}, report {report_id}"
    return f"---\n\nSources compared, none declared right. {escaped(made)}."


def _details(title: str, items: Iterable[str], *, between: str = "\n") -> Iterator[str]:
    yield f"<details>\n<summary>{html(title)}</summary>"
    yield between.join(items)
    yield "</details>"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join((row(head), row(("---",) * len(head)), *map(row, rows)))
