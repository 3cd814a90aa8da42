"""`verify claims`: every claim that was extracted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from verify.cli.app import EPILOG, AliasFile, JsonFile, NoCache, Paths, Pipeline, app
from verify.cli.console import Work, colour, echo, width
from verify.cli.files import deliver, spreadsheet, stories
from verify.cli.settled import Settled, house
from verify.options import Options

if TYPE_CHECKING:
    from verify.model import Article, Claim


@app.command(epilog=EPILOG, cls=Settled)
def claims(
    paths: Paths,
    json: JsonFile = None,
    csv: Annotated[
        str | None, typer.Option("--csv", metavar="FILE", help="Write a table; '-' for standard output.")
    ] = None,
    pipeline: Pipeline = None,
    aliases: AliasFile = None,
    no_cache: NoCache = False,
) -> None:
    """Show every claim that was extracted. Example: verify claims seeds/ --csv claims.csv."""
    from verify.pipeline import extract_claims
    from verify.report import claims as sheet

    articles: list[Article] = [a for story in stories(paths) for a in story.articles]
    options = Options(pipeline=pipeline, aliases=aliases, checks=house(), cache=not no_cache)
    found: list[Claim] = []
    with Work(steps=len(articles)).shown("claims") as begin:
        for article in articles:
            begin(f"reading {article.id}")
            found.extend(extract_claims(article, options=options))
    if json:
        deliver(json, sheet.as_json(found))
    if csv:
        rows = sheet.rows(found)
        deliver(csv, spreadsheet(rows, columns=list(rows[0]) if rows else []))
    if not {json, csv} & {"-"}:
        echo(sheet.table(found, articles=articles, width=width(), colour=colour()))
