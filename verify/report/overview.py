"""The index of many stories: one row each, those that need an editor first."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from verify.model import VERDICTS, Outcome, Report
from verify.report.escape import block, escaped, row
from verify.report.inert import clip, harmless, one_line
from verify.report.page import blank
from verify.report.sheet import FLAG, WORDING, counted

NAME = 48
COUNTS = ("articles", "claims", *VERDICTS, "flags", "not checked")
SYMBOLS: dict[str, str] = {**{verdict: wording.symbol for verdict, wording in WORDING.items()}, "flags": FLAG}


def markdown(outcomes: Iterable[Outcome]) -> str:
    """Return the index as Markdown, with links to the reports beside it."""
    done, failed = _parted(outcomes)
    parts = [f"# {counted(len(done), 'story', 'stories')} cross-checked"]
    if done:
        head = ("story", *(f"{SYMBOLS.get(name, '')} {name}".strip() for name in COUNTS))
        parts.append("\n".join((row(head), row(("---", *("---:" for _ in COUNTS))), *map(_line, done))))
    if failed:
        parts.append(f"## Not finished ({len(failed):,})")
        parts += [f"- {escaped(one_line(o.name))}: {block(one_line(o.problem or ''))}" for o in failed]
    return "\n\n".join(parts) + "\n"


def table(outcomes: Iterable[Outcome], *, width: int, colour: bool) -> str:
    """Return the index for the terminal."""
    done, failed = _parted(outcomes)
    page = blank(width=width, colour=colour)
    grid = Table(box=SIMPLE_HEAD, padding=(0, 1), show_edge=False, header_style="bold")
    grid.add_column("story", overflow="fold")
    for name in COUNTS:
        grid.add_column(SYMBOLS.get(name, name), justify="right", no_wrap=True)
    for outcome in done:
        grid.add_row(Text(clip(outcome.name, NAME)), *(f"{n:,}" for n in counts(outcome.report).values()))
    page.table(grid)
    for outcome in failed:
        page.line((f"{clip(outcome.name, NAME)}: not finished", "bold"), f", {one_line(outcome.problem or '')}")
    return page.text()


def rows(outcomes: Iterable[Outcome]) -> list[dict[str, object]]:
    """Return one flat row per story, for a spreadsheet; a story without a report has its problem instead of counts."""
    done, failed = _parted(outcomes)
    return [
        {"story": harmless(o.name), **counts(o.report), "problem": harmless(o.problem) if o.problem else None}
        for o in (*done, *failed)
    ]


def counts(report: Report | None) -> dict[str, int | None]:
    """Return the numbers of a row; of a story without a report, none."""
    if report is None:
        return dict.fromkeys(COUNTS)
    summary = report.summary()
    found = (*(summary[v] for v in VERDICTS), len(report.flags), len(report.not_checked))
    return dict(zip(COUNTS, (len(report.articles), len(report.claims), *found), strict=True))


def _parted(outcomes: Iterable[Outcome]) -> tuple[list[Outcome], list[Outcome]]:
    """Return the stories with a report, those with the most conflicts and flags first, and those without."""
    ordered = sorted(outcomes, key=lambda o: o.name)
    done = [o for o in ordered if o.report]
    done.sort(key=lambda o: [-(counts(o.report)[name] or 0) for name in ("conflict", "flags")])
    return done, [o for o in ordered if not o.report]


def _line(outcome: Outcome) -> str:
    link = f"[{escaped(one_line(outcome.name))}]({quote(outcome.name)}.md)"
    return row((link, *(f"{n:,}" for n in counts(outcome.report).values())))
