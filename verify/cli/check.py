"""`verify check`: cross-check stories, print the report and write it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.app import EPILOG, Encoder, JsonFile, Paths, Pipeline, app
from verify.cli.console import colour, echo, notice, progress, width
from verify.cli.files import stories, write
from verify.errors import UsageError
from verify.model import LEVELS, Level
from verify.options import Options

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.model import Report


class Confidence(StrEnum):
    """How likely a flag is right."""

    low = "low"
    medium = "medium"
    high = "high"


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
    min_confidence: Annotated[
        Confidence, typer.Option("--min-confidence", help="Fold away flags of lower confidence.")
    ] = Confidence.medium,
    all_facts: Annotated[bool, typer.Option("--all", help="List what only one source says, too.")] = False,
    encoder: Encoder = None,
    pipeline: Pipeline = None,
) -> None:
    """Cross-check articles: print the report and write DIR/<story>.md. Example: verify check seeds/ --fail-on conflict."""
    options = Options(encoder=encoder, pipeline=pipeline)
    found = stories(paths)
    if (json or svg) and len(found) > 1:
        raise UsageError(f"{'--json' if json else '--svg'}: {len(found)} stories given, expected one")
    reports = [_checked(story, options) for story in found]
    for story, report in zip(found, reports, strict=True):
        _deliver(
            story.name, report, out=out, json=json, svg=svg, all_facts=all_facts, min_confidence=min_confidence.value
        )
    if any(_left(report, fail_on, min_confidence.value) for report in reports):
        raise typer.Exit(1)


def _checked(story: Story, options: Options) -> Report:
    from verify.pipeline import cross_check

    with progress(story.name) as tell_step:
        return cross_check(story.articles, options=options, not_checked=story.not_checked, progress=tell_step)


def _deliver(
    name: str,
    report: Report,
    *,
    out: Path,
    json: str | None,
    svg: Path | None,
    all_facts: bool,
    min_confidence: Level,
) -> None:
    """Write the Markdown report, then JSON or the terminal report to standard output."""
    from verify.report import as_json, markdown, terminal

    target = out / f"{name}.md"
    write(target, markdown.render(report, min_confidence=min_confidence))
    if svg:
        write(svg, terminal.svg(report, title=f"verify {name}"))
    if json == "-":
        echo(as_json.render(report))
        return
    if json:
        write(Path(json), as_json.render(report))
    echo(terminal.render(report, width=width(), colour=colour(), all_facts=all_facts, min_confidence=min_confidence))
    notice(f"Written to {target}")


def _left(report: Report, level: FailOn, min_confidence: Level) -> bool:
    """Return whether a finding at or above the level is left: a conflict; a flag that is not folded away; any of these or an update."""
    conflict = any(f.verdict == "conflict" for f in report.facts)
    flag = any(LEVELS.index(f.confidence) >= LEVELS.index(min_confidence) for f in report.flags)
    moved = bool(report.flags) or any(f.verdict == "update" for f in report.facts)
    found = {
        FailOn.never: False,
        FailOn.conflict: conflict,
        FailOn.flag: conflict or flag,
        FailOn.any: conflict or moved,
    }
    return found[level]
