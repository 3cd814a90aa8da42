"""`verify explain`: what a check looks for, why, and what it cannot see."""

from __future__ import annotations

from typing import Annotated

import typer

from verify.cli.app import EPILOG, app
from verify.cli.console import colour, echo, width
from verify.errors import UsageError, meant


def _completions(incomplete: str) -> list[str]:
    from verify.checks import all_checks

    return [name for name in all_checks() if name.startswith(incomplete)]


@app.command(epilog=EPILOG)
def explain(
    check: Annotated[
        str | None,
        typer.Argument(metavar="[CHECK]", help="Name of a check; without it, the list.", autocompletion=_completions),
    ] = None,
) -> None:
    """Say what a check looks for, why, and what it cannot see. Example: verify explain entity-swap."""
    from verify.checks import all_checks
    from verify.report.explain import render

    known = all_checks()
    if check is None:
        column = max(map(len, known))
        for name, item in known.items():
            echo(f"{name:{column}}  {item.doc.strip().splitlines()[0]}")
        return
    if check not in known:
        expected = meant(check, known) or f"one of {', '.join(known)}"
        raise UsageError(f"{check}: no such check, expected {expected}")
    echo(render(check, known[check].doc, width=width(), colour=colour()))
