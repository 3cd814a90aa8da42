"""Files as the commands read and write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify.cli.console import echo, tell
from verify.errors import InputError, UsageError

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.diff import JsonReport

_UNSAFE = re.compile(r"[^\w.-]+")


def stories(paths: Sequence[Path]) -> list[Story]:
    """Read the stories and tell what could not be read. Raises InputError where no article is left."""
    from verify.articles import read_stories

    found = list(read_stories(paths))
    tell(entry for story in found for entry in story.not_checked)
    readable = [story for story in found if story.articles]
    if not readable:
        raise InputError(f"{', '.join(map(str, paths))}: no readable article, expected text files in English")
    return readable


def saved_report(path: Path) -> JsonReport:
    """Return a report from a file. Raises InputError where there is none."""
    from verify.diff import parse_report

    try:
        return parse_report(path.read_text(encoding="utf-8"))
    except InputError as error:
        raise InputError(f"{path}: {error}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: no text, expected a report that --json wrote") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}), expected a report that --json wrote") from None


def keep_text(story: Story, folder: Path) -> Story:
    """Write the articles that were taken out of pages, tables and the like as plain text; reports then point into these files."""
    kept = []
    for article in story.articles:
        if article.id in story.extracted:
            target = folder / story.name / f"{_UNSAFE.sub('-', article.id)}.txt"
            write(target, article.text)
            article = replace(article, path=target.as_posix())
        kept.append(article)
    return replace(story, articles=tuple(kept))


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_text(text, encoding="utf-8", newline="")
            part.replace(path)
        except BaseException:  # also where the person interrupts: nothing half-written is left
            part.unlink(missing_ok=True)
            raise
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
