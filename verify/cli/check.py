"""`verify check`: cross-check stories, print the report and write it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.app import EPILOG, BrokenOffError, Encoder, JsonFile, Paths, Pipeline, app
from verify.cli.console import Work, colour, echo, notice, width
from verify.cli.decisions import decisions_of, decisions_path, tell_stale
from verify.cli.files import keep_text, saved_report, steps_of, stories, write
from verify.cli.outputs import (
    ClaimReviewFile,
    CsvFile,
    HtmlFile,
    Output,
    SarifFile,
    check_room,
    outputs,
    printed,
    write_outputs,
)
from verify.cli.settled import Settled, show_settings
from verify.errors import UsageError
from verify.options import Options

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.diff import JsonReport
    from verify.model import Report
    from verify.review import Entry, Outcome


class FailOn(StrEnum):
    """Findings that make the exit code 1, from the rarest to the widest."""

    never = "never"
    conflict = "conflict"
    flag = "flag"
    any = "any"


@app.command(epilog=EPILOG, cls=Settled)
def check(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the Markdown reports.")] = Path(
        "reports"
    ),
    json: JsonFile = None,
    svg: Annotated[
        str | None, typer.Option("--svg", metavar="FILE", help="Also draw the terminal report as a picture.")
    ] = None,
    html: HtmlFile = None,
    csv: CsvFile = None,
    sarif: SarifFile = None,
    claimreview: ClaimReviewFile = None,
    fail_on: Annotated[
        FailOn,
        typer.Option(
            "--fail-on",
            metavar="LEVEL",
            help="Exit with 1 where one is left: never (default), conflict, flag (or a conflict), any (these or an update).",
        ),
    ] = FailOn.never,
    all_facts: Annotated[bool, typer.Option("--all", help="List what only one source says, too.")] = False,
    texts: Annotated[
        Path | None,
        typer.Option("--keep-text", metavar="DIR", help="Write the text taken out of pages, tables and documents."),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            "--against",
            metavar="FILE",
            help="Compare with an earlier JSON report; --fail-on then heeds what is new or changed.",
        ),
    ] = None,
    no_review: Annotated[bool, typer.Option("--no-review", help="Ignore what was decided in review.toml.")] = False,
    encoder: Encoder = None,
    pipeline: Pipeline = None,
    settings: Annotated[
        bool,
        typer.Option(
            "--show-settings",
            is_eager=True,
            callback=show_settings,
            help="Show what the options are set to and by what.",
        ),
    ] = False,
) -> None:
    """Cross-check articles: print the report and write DIR/<story>.md. Example: verify check seeds/ --fail-on conflict."""
    asked = outputs(json=json, svg=svg, html=html, csv=csv, sarif=sarif, claimreview=claimreview)
    found = [keep_text(story, texts) if texts else story for story in stories(paths)]
    check_room(asked, len(found))
    if against and len(found) > 1:
        raise UsageError(f"--against: {len(found)} stories given, expected one")
    old = saved_report(against) if against else None
    decisions = [decisions_of(story, ignored=no_review) for story in found]
    deliver = partial(_deliver, out=out, asked=asked, all_facts=all_facts)
    finished = _each(found, decisions, Options(encoder=encoder, pipeline=pipeline), deliver)
    left = [_compared(*pair, old, shown=not printed(asked)) if old else pair[1] for pair in finished]
    if any(_left(report, fail_on) for report in left):
        raise typer.Exit(1)


def _each(
    found: list[Story],
    decisions: list[dict[str, Entry]],
    options: Options,
    deliver: Callable[[str, Report, Outcome], None],
) -> list[tuple[Report, Report]]:
    """Check and deliver one story after the other; return each report, and what decisions leave of it."""
    from verify.review import judge

    work = Work(steps=sum(map(steps_of, found)))
    finished: list[tuple[Report, Report]] = []
    try:
        for story, entries in zip(found, decisions, strict=True):
            report = _checked(story, options, work)
            outcome = judge(report, entries)
            deliver(story.name, report, outcome)
            tell_stale(decisions_path(story), outcome.stale)
            finished.append((report, outcome.left))
    except KeyboardInterrupt:
        raise BrokenOffError(f"{len(finished)} of {len(found)} stories finished") from None
    return finished


def _checked(story: Story, options: Options, work: Work) -> Report:
    from verify.pipeline import cross_check

    with work.shown(story.name) as begin:
        return cross_check(story.articles, options=options, not_checked=story.not_checked, progress=begin)


def _compared(report: Report, left: Report, old: JsonReport, *, shown: bool) -> Report:
    """Print what became of the findings since the old report; return what is left, less what was known then."""
    from verify.diff import compare_reports, only_fresh
    from verify.report import difference

    found = compare_reports(old, report.to_dict())
    if shown:
        echo("\n" + difference.render(found, width=width(), colour=colour()))
    return only_fresh(left, found)


def _deliver(
    name: str, report: Report, outcome: Outcome, *, out: Path, asked: Sequence[Output], all_facts: bool
) -> None:
    """Write the Markdown report and the outputs asked for, then the terminal report unless one of them was printed."""
    from verify.report import markdown, terminal

    target, decisions = out / f"{name}.md", outcome.decisions
    write(target, markdown.render(report, decisions=decisions))
    write_outputs(asked, name, report, decisions)
    if not printed(asked):
        echo(terminal.render(report, width=width(), colour=colour(), all_facts=all_facts, decisions=decisions))
        notice(f"Written to {target}")


def _left(report: Report, level: FailOn) -> bool:
    """Return whether a finding at or above the level is left: a conflict; a flag that is not folded away; any of these or an update."""
    conflict = any(f.verdict == "conflict" for f in report.facts)
    flag = any(f.confidence != "low" for f in report.flags)
    moved = bool(report.flags) or any(f.verdict == "update" for f in report.facts)
    found = {
        FailOn.never: False,
        FailOn.conflict: conflict,
        FailOn.flag: conflict or flag,
        FailOn.any: conflict or moved,
    }
    return found[level]
