"""`verify why`: the comparison behind a fact, weight by weight."""

from __future__ import annotations

from typing import Annotated

import typer

from verify.cli.app import EPILOG, AliasFile, Encoder, NoCache, Paths, Pipeline, app
from verify.cli.console import colour, echo, width
from verify.cli.files import stories
from verify.cli.progress import cross_checked
from verify.cli.settled import Settled, house
from verify.errors import UsageError
from verify.options import Options


@app.command(epilog=EPILOG, cls=Settled)
def why(
    fact: Annotated[
        str, typer.Argument(metavar="FACT", help="A fact's identifier, or words of its label or quotations.")
    ],
    paths: Paths,
    encoder: Encoder = None,
    pipeline: Pipeline = None,
    aliases: AliasFile = None,
    no_cache: NoCache = False,
) -> None:
    """Show the weights that made claims one fact. Example: verify why "five facilities" seeds/."""
    from verify.report.why import matching, render

    options = Options(encoder=encoder, pipeline=pipeline, aliases=aliases, checks=house(), cache=not no_cache)
    shown = []
    for story in stories(paths):
        report = cross_checked(story, options)
        shown += [render(report, found, width=width(), colour=colour()) for found in matching(report, fact)]
    if not shown:
        raise UsageError(f"{fact}: no such fact, expected an identifier (f-…) or words of a label or a quotation")
    echo("\n".join(shown))
