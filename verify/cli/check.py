"""`verify check`: cross-check stories, print the report and write it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.app import EPILOG, Encoder, JsonFile, Paths, Pipeline, app
from verify.cli.console import colour, echo, notice, progress, width
from verify.cli.decisions import decisions_of, decisions_path, tell_stale
from verify.cli.files import stories, write
from verify.errors import UsageError
from verify.options import Options

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.model import Report
    from verify.review import Outcome


class FailOn(StrEnum):
    """Findings that make the exit code 1, from the rarest to the widest."""

    never = "never"
    conflict = "conflict"
    flag = "flag"
    any = "any"


@app.command(epilog=EPILOG)
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
        FailOn, typer.Option("--fail-on", help="Exit with 1 where such a finding is left.")
    ] = FailOn.never,
    all_facts: Annotated[bool, typer.Option("--all", help="List what only one source says, too.")] = False,
    no_review: Annotated[bool, typer.Option("--no-review", help="Ignore what was decided in review.toml.")] = False,
    encoder: Encoder = None,
    pipeline: Pipeline = None,
) -> None:
    """Cross-check articles: print the report and write DIR/<story>.md. Example: verify check seeds/ --fail-on conflict."""
    from verify.review import judge

    options = Options(encoder=encoder, pipeline=pipeline)
    found = stories(paths)
    if (json or svg) and len(found) > 1:
        raise UsageError(f"{'--json' if json else '--svg'}: {len(found)} stories given, expected one")
    decisions = [decisions_of(story, ignored=no_review) for story in found]
    reports = [_checked(story, options) for story in found]
    left = []
    for story, report, entries in zip(found, reports, decisions, strict=True):
        outcome = judge(report, entries)
        _deliver(story.name, report, outcome, out=out, json=json, svg=svg, all_facts=all_facts)
        tell_stale(decisions_path(story), outcome.stale)
        left.append(outcome.left)
    if any(_left(report, fail_on) for report in left):
        raise typer.Exit(1)


def _checked(story: Story, options: Options) -> Report:
    from verify.pipeline import cross_check

    with progress(story.name) as tell_step:
        return cross_check(story.articles, options=options, not_checked=story.not_checked, progress=tell_step)


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
