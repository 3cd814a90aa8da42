"""`verify cache`: what earlier runs have left for later ones."""

from __future__ import annotations

from typing import Annotated

import typer

from verify.cli.app import EPILOG, app
from verify.cli.console import echo
from verify.errors import UsageError


@app.command(epilog=EPILOG)
def cache(
    clear: Annotated[bool, typer.Option("--clear", help="Delete what is kept.")] = False,
) -> None:
    """Show what is kept of earlier runs, and where. Example: verify cache --clear."""
    from verify.cache import VARIABLE, default_store

    store = default_store()
    if store is None:
        echo(f"Nothing is kept: {VARIABLE} is off.")
        return
    if clear:
        try:
            store.clear()
        except OSError as error:
            raise UsageError(
                f"{store.path}: cannot be deleted ({error.strerror}), expected a file of one's own"
            ) from None
    kept = store.sizes()
    echo(f"{store.path}: {sum(size for _, size in kept.values()):,} bytes of at most {store.most:,}")
    for kind, (count, size) in kept.items():
        echo(f"{kind:10} {count:8,} {size:14,} bytes")
