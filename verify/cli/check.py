"""`verify check`: cross-check stories, print the report and write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.app import EPILOG, BrokenOffError, Encoder, JsonFile, Paths, Pipeline, app
from verify.cli.console import Work, colour, echo, notice, width
from verify.cli.decisions import decisions_of, decisions_path, tell_stale
from verify.cli.files import keep_text, saved_report, steps_of, stories, write
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
        Path | None, typer.Option("--svg", metavar="FILE", help="Also draw the terminal report as a picture.")
    ] = None,
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
    found = [keep_text(story, texts) if texts else story for story in stories(paths)]
    _one_story(found, {"--json": json, "--svg": svg, "--against": against})
    old = saved_report(against) if against else None
    decisions = [decisions_of(story, ignored=no_review) for story in found]
    deliver = partial(_deliver, out=out, json=json, svg=svg, all_facts=all_facts)
    finished = _each(found, decisions, Options(encoder=encoder, pipeline=pipeline), deliver)
    left = [_compared(*pair, old, shown=json != "-") if old else pair[1] for pair in finished]
    if any(_left(report, fail_on) for report in left):
        raise typer.Exit(1)


def _one_story(found: list[Story], targets: Mapping[str, object]) -> None:
    given = [option for option, value in targets.items() if value]
    if given and len(found) > 1:
        raise UsageError(f"{given[0]}: {len(found)} stories given, expected one")


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
    name: str, report: Report, outcome: Outcome, *, out: Path, json: str | None, svg: Path | None, all_facts: bool
) -> None:
    """Write the Markdown report, then JSON or the terminal report to standard output."""
    from verify.report import as_json, markdown, terminal

    target = out / f"{name}.md"
    write(target, markdown.render(outcome.left, dismissed=outcome.dismissed))
    if svg:
        write(svg, terminal.svg(outcome.left, title=f"verify {name}", dismissed=outcome.dismissed))
    if json == "-":
        echo(as_json.render(report))
        return
    if json:
        write(Path(json), as_json.render(report))
    echo(
        terminal.render(outcome.left, width=width(), colour=colour(), all_facts=all_facts, dismissed=outcome.dismissed)
    )
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
