"""`verify claims`: every claim that was extracted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from verify.cli.app import EPILOG, AliasFile, JsonFile, NoCache, Paths, Pipeline, app
from verify.cli.console import colour, echo, progress, width
from verify.cli.files import deliver, stories
from verify.options import Options

if TYPE_CHECKING:
    from verify.model import Article, Claim


@app.command(epilog=EPILOG)
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
    options = Options(pipeline=pipeline, aliases=aliases, cache=not no_cache)
    with progress("claims"):
        found: list[Claim] = [c for a in articles for c in extract_claims(a, options=options)]
    if json:
        deliver(json, sheet.as_json(found))
    if csv:
        deliver(csv, _csv(sheet.rows(found)))
    if not {json, csv} & {"-"}:
        echo(sheet.table(found, articles=articles, width=width(), colour=colour()))


def _csv(rows: Sequence[dict[str, Any]]) -> str:
    import pandas as pd

    return str(pd.DataFrame(rows).to_csv(index=False))
