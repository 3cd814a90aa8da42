"""Files as the commands read and write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify.cli.console import echo, tell
from verify.errors import InputError, UsageError

if TYPE_CHECKING:
    from verify.articles import Story


def stories(paths: Sequence[Path]) -> list[Story]:
    """Read the stories and tell what could not be read. Raises InputError where no article is left."""
    from verify.articles import read_stories

    found = list(read_stories(paths))
    tell(entry for story in found for entry in story.not_checked)
    readable = [story for story in found if story.articles]
    if not readable:
        raise InputError(f"{', '.join(map(str, paths))}: no readable article, expected text files in English")
    return readable


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}), expected a place to write to") from None


def spreadsheet(rows: Sequence[Mapping[str, Any]], *, columns: Sequence[str]) -> str:
    """Return the rows as CSV under a head of columns, which stands also where there is no row."""
    import pandas as pd

    return str(pd.DataFrame(list(rows), columns=list(columns)).to_csv(index=False))


def deliver(target: str, text: str) -> None:
    """Write a text to a file, or to standard output for `-`."""
    if target == "-":
        echo(text)
    else:
        write(Path(target), text)
