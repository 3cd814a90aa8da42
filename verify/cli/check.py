"""`verify check`: cross-check stories, print the report and write it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.app import EPILOG, AliasFile, Encoder, JsonFile, MinConfidence, NoCache, Paths, Pipeline, app
from verify.cli.console import colour, echo, notice, width
from verify.cli.delivery import Delivery, delivery
from verify.cli.files import DEFAULT_OUT, keep_text, own_folder, saved_report, stories
from verify.cli.levels import Confidence, FailOn, Format, reached
from verify.cli.outputs import ClaimReviewFile, CsvFile, DocxFile, HtmlFile, SarifFile, XlsxFile, check_room, outputs
from verify.cli.progress import cross_checked
from verify.cli.settled import Settled, ShowSettings, house
from verify.cli.stories import INDEX, checked_table, run_many, write_index, write_table
from verify.cli.watching import again_and_again
from verify.errors import UsageError
from verify.options import Options

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.diff import JsonReport
    from verify.model import Outcome

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the Markdown reports.")]
SvgFile = Annotated[
    str | None, typer.Option("--svg", metavar="FILE", help="Also draw the terminal report as a picture.")
]
Level = Annotated[
    FailOn,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help="Exit with 1 where one is left: never (default), conflict, flag (or a conflict), any (these or an update).",
    ),
]
AllFacts = Annotated[bool, typer.Option("--all", help="Show in full what is settled, and what only one source says.")]
TextFolder = Annotated[
    Path | None,
    typer.Option("--keep-text", metavar="DIR", help="Write the text taken out of pages, tables and documents."),
]
OldReport = Annotated[
    Path | None,
    typer.Option(
        "--against",
        metavar="FILE",
        help="Compare with an earlier JSON report; --fail-on then heeds what is new or changed.",
    ),
]
NoReview = Annotated[bool, typer.Option("--no-review", help="Ignore what was decided in review.toml.")]
TableFile = Annotated[
    Path | None,
    typer.Option("--table", metavar="FILE", help="Also write a row per story, to FILE.csv or FILE.parquet."),
]
Form = Annotated[
    Format,
    typer.Option(
        "--format",
        metavar="FORM",
        help="What to print: report (default), or concise, a line per finding: path:line:column: check: message.",
    ),
]
Watch = Annotated[bool, typer.Option("--watch", help="Go on, and check again what changes, until Ctrl-C.")]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", metavar="ADDRESS", help="Run many stories on this Dask cluster.")
]

Certificates = Annotated[
    Path | None,
    typer.Option(
        "--scheduler-tls",
        metavar="DIR",
        help="Certificates for the cluster: a folder with ca.pem, cert.pem and key.pem.",
    ),
]


@app.command(epilog=EPILOG, cls=Settled)
def check(
    paths: Paths,
    out: Out = DEFAULT_OUT,
    json: JsonFile = None,
    svg: SvgFile = None,
    html: HtmlFile = None,
    csv: CsvFile = None,
    sarif: SarifFile = None,
    claimreview: ClaimReviewFile = None,
    xlsx: XlsxFile = None,
    docx: DocxFile = None,
    table: TableFile = None,
    form: Form = Format.report,
    watch: Watch = False,
    fail_on: Level = FailOn.never,
    min_confidence: MinConfidence = Confidence.medium,
    all_facts: AllFacts = False,
    texts: TextFolder = None,
    against: OldReport = None,
    no_review: NoReview = False,
    encoder: Encoder = None,
    pipeline: Pipeline = None,
    aliases: AliasFile = None,
    no_cache: NoCache = False,
    scheduler: Scheduler = None,
    tls: Certificates = None,
    show_settings: ShowSettings = False,
) -> None:
    """Cross-check articles: print the report and write DIR/<story>.md. Example: verify check seeds/ --fail-on conflict."""
    asked = outputs(json=json, svg=svg, html=html, csv=csv, sarif=sarif, claimreview=claimreview, xlsx=xlsx, docx=docx)
    if table:
        checked_table(table)
    options = Options(encoder=encoder, pipeline=pipeline, aliases=aliases, checks=house(), cache=not no_cache)

    def once() -> int:
        found = _named(paths, texts, aliases)
        reports = {"--out": out / f"{found[0].name}.md"} if len(found) == 1 else {}
        check_room(asked, len(found), beside=reports | ({"--table": table} if table else {}))
        at = delivery(
            found,
            out=own_folder(out),
            outputs=asked,
            reviewed=not no_review,
            old=_earlier(against, found) if against else None,
            min_confidence=min_confidence.value,
            fail_on=fail_on,
            form=form,
        )
        many = len(found) > 1
        outcomes = _many(found, options, at, scheduler, tls) if many else [_one(found[0], options, at, all_facts)]
        if table:
            write_table(outcomes, table)
        return _code(outcomes, fail_on, min_confidence)

    if watch:
        written = (out, table, texts, *(Path(output.target) for output in asked))
        again_and_again(paths, once, own=[path for path in written if path])
    elif code := once():
        raise typer.Exit(code)


def _code(outcomes: Sequence[Outcome], fail_on: FailOn, least: Confidence) -> int:
    """Return the exit code for what came of the stories."""
    if any(outcome.problem for outcome in outcomes):
        return 2
    return int(any(outcome.report and reached(outcome.report, fail_on, least.value) for outcome in outcomes))


def _named(paths: Sequence[Path], texts: Path | None, aliases: Path | None) -> list[Story]:
    """Return the stories under names that tell them apart, their texts kept where that is asked for."""
    from verify.batch.story import unique_names

    found = unique_names(stories(paths, beside=aliases), [INDEX])
    return [keep_text(story, texts) for story in found] if texts else found


def _earlier(path: Path, found: Sequence[Story]) -> JsonReport:
    if len(found) > 1:
        raise UsageError(f"--against: {len(found)} stories given, expected one")
    return saved_report(path)


def _one(story: Story, options: Options, at: Delivery, all_facts: bool) -> Outcome:
    """Cross-check a story and print its report."""
    from verify.model import Outcome

    left = at.show(story.name, cross_checked(story, options), all_facts=all_facts)
    return Outcome(name=story.name, report=left)


def _many(
    found: Sequence[Story], options: Options, at: Delivery, scheduler: str | None, tls: Path | None
) -> list[Outcome]:
    """Cross-check stories side by side; write a report for each and an index, which is printed."""
    from verify.report import overview

    def deliver(outcome: Outcome) -> Outcome:
        if outcome.report:
            reviewed, taken = at.deliver(outcome.name, outcome.report)
            if at.form is Format.concise and not taken:
                at.tell(outcome.report, reviewed)
            return replace(outcome, report=reviewed.left)
        notice(f"verify: {outcome.name}: not finished ({outcome.problem}), the other stories are")
        return outcome

    outcomes = run_many(found, options, scheduler, tls, deliver)
    if at.form is Format.report:
        echo(overview.table(outcomes, width=width(), colour=colour()))
    write_index(outcomes, at.out)
    return outcomes
