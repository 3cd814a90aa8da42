"""`verify diff`: what became of the findings between two reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verify.cli.app import app
from verify.cli.console import colour, echo, width
from verify.cli.files import saved_report


@app.command(
    epilog="Exit codes: 0 no difference, 1 something is new, gone or changed, 2 wrong usage or no report, "
    "3 an error of the program's own, 130 interrupted."
)
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The earlier report, as --json wrote it.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later report.")],
) -> None:
    """Show which findings are new, gone or changed. Example: verify diff monday.json tuesday.json."""
    from verify.diff import compare_reports
    from verify.report import difference

    found = compare_reports(saved_report(old), saved_report(new))
    echo(difference.render(found, width=width(), colour=colour()))
    if found.new or found.gone or found.changed:
        raise typer.Exit(1)
