"""Paths as the user gave them → groups of files, one group per story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os.path import commonpath
from pathlib import Path

from verify.articles.archive import is_archive, members
from verify.articles.drafts import refused
from verify.articles.source import STANDARD_INPUT, Source
from verify.errors import InputError
from verify.model import NotChecked

KEPT = frozenset(("review.toml", "verify.toml", "pyproject.toml"))
"""What the program keeps beside articles, passed over in a folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The files of one story, the folder that they are in or None, and what of it was not entered."""

    name: str
    files: tuple[Source, ...]
    folder: Path | None
    not_checked: tuple[NotChecked, ...] = ()


def groups(paths: Sequence[Path | str]) -> list[Group]:
    """Return the stories that paths stand for: files together are one, a folder is one, so is each folder in it.

    A zip archive is a folder; `-` is standard input.
    """
    given = sorted({_reachable(path): path for path in sorted(map(Path, paths), reverse=True)}.values())
    files = tuple(path for path in given if not _is_folder(path) and not is_archive(path))
    out = [_loose(files)] if files else []
    seen: set[Path] = set()
    for path in given:
        if _is_folder(path):
            out.extend(_walk(path, seen))
        elif is_archive(path):
            out.extend(_unpacked(path))
    return out


def folder_of(paths: Sequence[Path]) -> Path | None:
    """Return the folder that files are in, the innermost one where they are in several; None for standard input alone."""
    parents = {path.parent for path in paths if path != STANDARD_INPUT}
    if len(parents) <= 1:
        return next(iter(parents), None)
    return Path(commonpath([str(parent.resolve()) for parent in parents]))


def _reachable(path: Path) -> Path:
    if path == STANDARD_INPUT:
        return path
    try:
        return path.resolve(strict=True)
    except FileNotFoundError:
        raise InputError(f"{path.as_posix()}: no such file or folder, expected articles to read") from None
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError up to Python 3.12
        reason = getattr(error, "strerror", None) or "a link to itself"
        raise InputError(f"{path.as_posix()}: cannot be read ({reason}), expected articles to read") from None


def _is_folder(path: Path) -> bool:
    # Where a folder may be listed and not entered, asking what its entries are is an error.
    try:
        return path.is_dir()
    except OSError:
        return False


def _loose(files: Sequence[Path]) -> Group:
    folder = folder_of(files)
    if folder is None:
        name = "stdin"
    elif len(files) == 1:
        name = files[0].stem
    else:
        name = folder.resolve().name or files[-1].stem
    return Group(name=name, files=tuple(Source(path=path) for path in files), folder=folder)


def _walk(folder: Path, seen: set[Path]) -> Iterator[Group]:
    """Yield a folder's own files as one story, then those of the folders and archives in it, each folder once."""
    real = folder.resolve()
    if real in seen:
        return
    seen.add(real)
    try:
        entries = [path for path in sorted(folder.iterdir()) if not path.name.startswith(".")]
    except OSError as error:
        yield _closed(folder, f"cannot be entered ({error.strerror}), expected a folder that may be read")
        return
    files = tuple(path for path in entries if not (_is_folder(path) or is_archive(path) or path.name in KEPT))
    if files:
        yield Group(name=real.name, files=tuple(Source(path=path) for path in files), folder=folder)
    elif not entries:
        yield _closed(folder, "empty folder, expected articles")
    # Links last, so that a folder is known by its own name.
    for path in sorted(entries, key=lambda p: (p.is_symlink(), p)):
        if _is_folder(path):
            yield from _walk(path, seen)
        elif is_archive(path):
            yield from _unpacked(path)


def _unpacked(archive: Path) -> Iterator[Group]:
    """Yield the files of each folder in an archive as one story."""
    folders: dict[Path, list[Source]] = {}
    problems = []
    for member in members(archive):
        if isinstance(member, Source):
            folders.setdefault(member.path.parent, []).append(member)
        else:
            problems.append(member)
    for inner, files in folders.items():
        name = inner.stem if inner == archive else inner.name
        yield Group(name=name, files=tuple(files), folder=archive.parent)
    if problems:
        yield Group(name=archive.stem, files=(), folder=archive.parent, not_checked=tuple(problems))


def _closed(folder: Path, reason: str) -> Group:
    return Group(name=folder.resolve().name, files=(), folder=folder, not_checked=(refused(folder, reason),))
