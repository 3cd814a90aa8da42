"""Files as the commands read and write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify.cli.console import tell
from verify.cli.streams import put
from verify.cli.writing import keep, places, send, write
from verify.errors import InputError, UsageError

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.diff import JsonReport
    from verify.model import Article

DEFAULT_OUT = Path("reports")
WRITTEN = frozenset((".json", ".svg", ".csv", ".sarif", ".xlsx", ".docx", ".parquet"))
"""Ends of the names of outputs, by which alone they are known again in the folder that they were made of."""
_UNSAFE = re.compile(r"[^\w.-]+")


def stories(paths: Sequence[Path], *, beside: Path | None = None) -> list[Story]:
    """Read the stories and tell what could not be read; no output then replaces what was read, nor another file beside.

    Raises InputError where no article is left.
    """
    from verify.articles import read_stories

    found = list(read_stories(paths))
    tell(entry for story in found for entry in story.not_checked)
    readable = [story for story in found if story.articles]
    keep(_inputs(paths, found, beside))
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


def own_folder(out: Path) -> Path:
    """Return the folder for reports. Raises UsageError where the one that nobody named is a link: it may have come with the articles."""
    if out == DEFAULT_OUT and out.is_symlink():
        raise UsageError(f"{out}: a link to {out.readlink()}, expected a folder, or --out with one's name")
    return out


def keep_text(story: Story, folder: Path) -> Story:
    """Write the articles that were taken out of pages, tables and the like as plain text; reports then point into these files."""
    from verify.articles.drafts import numbered
    from verify.batch.story import fitting

    own = folder / story.name
    if own.is_symlink():
        raise UsageError(f"{own}: a link to {own.readlink()}, expected a folder")
    kept: list[Article] = []
    taken = {path.stem.lower() for path in _paths(story) if path.parent.resolve() == own.resolve()}
    for article in story.articles:
        if article.id in story.extracted:
            names = numbered(fitting(_UNSAFE.sub("-", article.id)))
            name = next(name for name in names if name.lower() not in taken)
            taken.add(name.lower())
            target = own / f"{name}.txt"
            if not (target.is_file() and target.read_bytes() == article.text.encode()):
                write(target, article.text)
            article = replace(article, path=target.as_posix())
        kept.append(article)
    return replace(story, articles=tuple(kept))


def _inputs(paths: Sequence[Path], found: Sequence[Story], beside: Path | None) -> Callable[[Path], bool]:
    """Return whether no output may replace a file, by its place: an article, a file beside, what else is in the paths but what this program may
    have written itself.
    """
    from verify.articles.drafts import OWN
    from verify.articles.folders import KEPT

    read = [path for story in found for path in _paths(story)]
    inputs = {place for path in (read if beside is None else [*read, beside]) for place in places(path)}
    roots = {place for path in paths for place in places(path)}
    reports = {p for story in found for e in story.not_checked if e.reason == OWN for p in places(Path(e.what))}

    def kept(place: Path) -> bool:
        others = place.suffix not in WRITTEN and place.name not in KEPT and place not in reports
        return place in inputs or (others and not roots.isdisjoint((place, *place.parents)) and place.is_file())

    return kept


def _paths(story: Story) -> list[Path]:
    """Return the files that the articles of a story are in: of a record that of the table, of a file in an archive that of the archive."""
    return [
        place
        for path in (Path(article.path) for article in story.articles if article.path)
        for place in (path, path.with_name(path.name.rpartition("#")[0] or path.name), *path.parents)
        if place.is_file()
    ]


def spreadsheet(rows: Sequence[Mapping[str, Any]], *, columns: Sequence[str]) -> str:
    """Return the rows as CSV under a head of columns, which stands also where there is no row."""
    import pandas as pd

    return str(pd.DataFrame(list(rows), columns=list(columns)).to_csv(index=False))


def deliver(target: str, text: str | bytes) -> None:
    """Write a text or bytes to a file, a device or a pipe, or to standard output for `-`."""
    if target == "-":
        put(text)
        return
    from verify.articles.folders import KEPT

    if Path(target).name in KEPT:
        raise UsageError(f"{target}: a file of settings or decisions, expected another place to write to")
    send(Path(target), text)
