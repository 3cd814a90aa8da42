"""`verify check`: cross-check stories, print the report and write it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.app import EPILOG, Encoder, JsonFile, Paths, Pipeline, app
from verify.cli.console import colour, echo, notice, progress, width
from verify.cli.files import stories, write
from verify.cli.outputs import (
    ClaimReviewFile,
    CsvFile,
    HtmlFile,
    Output,
    SarifFile,
    check_room,
    outputs,
    write_outputs,
)
from verify.options import Options

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.model import Report


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
        str | None, typer.Option("--svg", metavar="FILE", help="Also draw the terminal report as a picture.")
    ] = None,
    html: HtmlFile = None,
    csv: CsvFile = None,
    sarif: SarifFile = None,
    claimreview: ClaimReviewFile = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Exit with 1 where such a finding is left.")
    ] = FailOn.never,
    all_facts: Annotated[bool, typer.Option("--all", help="List what only one source says, too.")] = False,
    encoder: Encoder = None,
    pipeline: Pipeline = None,
) -> None:
    """Cross-check articles: print the report and write DIR/<story>.md. Example: verify check seeds/ --fail-on conflict."""
    options = Options(encoder=encoder, pipeline=pipeline)
    asked = outputs(json=json, svg=svg, html=html, csv=csv, sarif=sarif, claimreview=claimreview)
    found = stories(paths)
    check_room(asked, len(found))
    reports = [_checked(story, options) for story in found]
    for story, report in zip(found, reports, strict=True):
        _deliver(story.name, report, out=out, asked=asked, all_facts=all_facts)
    if any(_left(report, fail_on) for report in reports):
        raise typer.Exit(1)


def _checked(story: Story, options: Options) -> Report:
    from verify.pipeline import cross_check

    with progress(story.name) as tell_step:
        return cross_check(story.articles, options=options, not_checked=story.not_checked, progress=tell_step)


def _deliver(name: str, report: Report, *, out: Path, asked: Sequence[Output], all_facts: bool) -> None:
    """Write the Markdown report and the outputs asked for, then the terminal report unless one of them was printed."""
    from verify.report import markdown, terminal
    from verify.report.decided import UNDECIDED

    target = out / f"{name}.md"
    write(target, markdown.render(report))
    if write_outputs(asked, name, report, UNDECIDED):
        return
    echo(terminal.render(report, width=width(), colour=colour(), all_facts=all_facts))
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
