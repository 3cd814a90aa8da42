"""`verify check`: cross-check stories, print the report and write it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.app import EPILOG, AliasFile, Encoder, JsonFile, NoCache, Paths, Pipeline, app
from verify.cli.console import colour, echo, notice, progress, width
from verify.cli.files import stories, write
from verify.cli.stories import INDEX, checked_table, run_many, write_index, write_table
from verify.errors import UsageError
from verify.options import Options

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.model import Outcome, Report


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
    table: Annotated[
        Path | None,
        typer.Option("--table", metavar="FILE", help="Also write a row per story, to FILE.csv or FILE.parquet."),
    ] = None,
    encoder: Encoder = None,
    pipeline: Pipeline = None,
    aliases: AliasFile = None,
    no_cache: NoCache = False,
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help="Run many stories on this Dask cluster.")
    ] = None,
) -> None:
    """Cross-check articles: print the report and write DIR/<story>.md. Example: verify check seeds/ --fail-on conflict."""
    options = Options(encoder=encoder, pipeline=pipeline, aliases=aliases, cache=not no_cache)
    if table:
        checked_table(table)
    found = stories(paths)
    if len(found) > 1:
        if json or svg:
            raise UsageError(f"{'--json' if json else '--svg'}: {len(found)} stories given, expected one")
        outcomes = _many(found, options, out=out, scheduler=scheduler)
    else:
        outcomes = [_one(found[0], options, out=out, json=json, svg=svg, all_facts=all_facts)]
    if table:
        write_table(outcomes, table)
    if any(o.problem for o in outcomes):
        raise typer.Exit(2)
    if any(o.report and _left(o.report, fail_on) for o in outcomes):
        raise typer.Exit(1)


def _one(story: Story, options: Options, *, out: Path, json: str | None, svg: Path | None, all_facts: bool) -> Outcome:
    """Cross-check a story; write the Markdown report, then JSON or the terminal report to standard output."""
    from verify.model import Outcome
    from verify.pipeline import cross_check
    from verify.report import as_json, markdown, terminal

    with progress(story.name) as tell_step:
        report = cross_check(story.articles, options=options, not_checked=story.not_checked, progress=tell_step)
    target = out / f"{story.name}.md"
    write(target, markdown.render(report))
    if svg:
        write(svg, terminal.svg(report, title=f"verify {story.name}"))
    if json and json != "-":
        write(Path(json), as_json.render(report))
    shown = as_json.render(report) if json == "-" else None
    echo(shown or terminal.render(report, width=width(), colour=colour(), all_facts=all_facts))
    if json != "-":
        notice(f"Written to {target}")
    return Outcome(name=story.name, report=report)


def _many(found: Sequence[Story], options: Options, *, out: Path, scheduler: str | None) -> list[Outcome]:
    """Cross-check stories side by side; write a report for each and an index, which is printed."""
    from verify.batch import unique_names
    from verify.report import markdown, overview

    def deliver(outcome: Outcome) -> None:
        if outcome.report:
            write(out / f"{outcome.name}.md", markdown.render(outcome.report))
        else:
            notice(f"verify: {outcome.name}: not finished ({outcome.problem}), the other stories are")

    outcomes = run_many(unique_names(found, [INDEX]), options, scheduler, deliver)
    echo(overview.table(outcomes, width=width(), colour=colour()))
    write_index(outcomes, out)
    return outcomes


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
