"""`verify trust`: a project whose settings may write files, load models and open connections."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from verify.cli.app import EPILOG, app
from verify.cli.console import echo
from verify.cli.writing import locked, write
from verify.errors import UsageError


@app.command(epilog=EPILOG)
def trust(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder with a file of settings, or below one.")],
    revoke: Annotated[bool, typer.Option("--revoke", help="Trust the file no longer.")] = False,
) -> None:
    """Trust the settings of a folder, as they are now, with more than a choice of levels. Example: verify trust desk/."""
    from verify.report.inert import one_line
    from verify.settings import nearest, register, trusted_digests
    from verify.settings.trust import digest_of, place_of

    found = nearest(folder)
    if found.path is None:
        raise UsageError(
            f"{folder}: no settings there or above, expected verify.toml or [tool.verify] in pyproject.toml"
        )
    place, kept = place_of(found.path), register()
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with locked(kept):
        digests = trusted_digests()
        digests.pop(place, None)
        write(kept, json.dumps(digests if revoke else {**digests, place: digest_of(found.values)}, indent=2) + "\n")
    echo(one_line(f"{found.path}: " + ("no longer trusted" if revoke else "trusted until it is changed, with")))
    for name, value in () if revoke else sorted(found.values.items()):
        echo(one_line(f"  {name} = {json.dumps(value, ensure_ascii=False, default=str)}"))
