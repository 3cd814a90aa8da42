"""Paths as the user gave them → groups of files, one group per story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os.path import commonpath
from pathlib import Path

from verify.articles.archive import is_archive, is_hidden, members
from verify.articles.drafts import refused
from verify.articles.source import STANDARD_INPUT, Source
from verify.effort import SpentError, budget
from verify.errors import InputError
from verify.model import NotChecked

KEPT = frozenset(("review.toml", "verify.toml", "pyproject.toml"))
"""What the program keeps beside articles, passed over in a folder."""
PATIENCE = 10.0
"""Seconds of processor time for an archive."""
_WEB = re.compile(r"https?:/")
"""How a path begins that is an address; one of its two slashes is lost in a path."""
OUTSIDE = "a link that leads out of the folder, expected to be named itself where it is to be read"
INSIDE = "a story of its own, expected its articles as files of this folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The files of one story, the folder that they are in or None, the archive they came in, and what of it was not entered."""

    name: str
    files: tuple[Source, ...]
    folder: Path | None
    archive: Path | None = None
    not_checked: tuple[NotChecked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is in a folder: files that are read, links that lead out of it, and folders and archives, which are stories of their own."""

    files: tuple[Path, ...]
    outside: tuple[Path, ...]
    inside: tuple[Path, ...]
    empty: bool


def listed(folder: Path, root: Path) -> Listing:
    """Return what is in a folder below a root, hidden names and what the program keeps passed over. Raises OSError."""
    entries = [entry for entry in sorted(folder.iterdir()) if not is_hidden(entry.name)]
    out = tuple(entry for entry in entries if _leads_out(entry, root))
    inner = tuple(entry for entry in entries if entry not in out and (_is_folder(entry) or is_archive(entry)))
    files = (entry for entry in entries if not (entry in out or entry in inner or entry.name in KEPT))
    return Listing(files=tuple(files), outside=out, inside=inner, empty=not entries)


def alone(folder: Path) -> Group:
    """Return the files of a folder as one story; the folders and archives in it are told, and not entered."""
    try:
        found = listed(folder, folder.resolve())
    except OSError as error:
        return _barred(folder, error)
    told = tuple(refused(entry, INSIDE) for entry in found.inside)
    return _listed(folder, found, told)


def groups(paths: Sequence[Path | str]) -> Iterator[Group]:
    """Yield the stories that paths stand for: files together are one, a folder is one, so is each folder in it.

    A zip archive is a folder; `-` is standard input.
    """
    given = sorted({_reachable(path): path for path in sorted(map(Path, paths), reverse=True)}.values())
    files = tuple(path for path in given if not _is_folder(path) and not is_archive(path))
    if files:
        yield _loose(files)
    seen: set[Path] = set()
    for path in given:
        if _is_folder(path) or is_archive(path):
            yield from _walk(path, seen)


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
        if web := _WEB.match(path.as_posix()):
            address = f"{web[0]}/{path.as_posix()[web.end() :]}"
            raise InputError(f"{address}: a web address, expected a file or folder: `verify get` fetches one") from None
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


def _walk(given: Path, seen: set[Path]) -> Iterator[Group]:
    """Yield a folder's own files as one story, then those of the folders and archives in it, each folder once.

    What a link leads to outside the folder is told and not read: the link may have come with the articles.
    """
    root, waiting = given.resolve(), [given]
    while waiting:
        path = waiting.pop()
        if not _is_folder(path):
            yield from _unpacked(path)
            continue
        real = path.resolve()
        if real in seen:
            continue
        seen.add(real)
        try:
            found = listed(path, root)
        except OSError as error:
            yield _barred(path, error)
            continue
        if found.files or found.outside:
            yield _listed(path, found)
        elif found.empty:
            yield _closed(path, "empty folder, expected articles")
        # Links last, so that a folder is known by its own name.
        waiting += sorted(found.inside, key=lambda p: (p.is_symlink(), p), reverse=True)


def _listed(folder: Path, found: Listing, told: tuple[NotChecked, ...] = ()) -> Group:
    sources = tuple(Source(path=file) for file in found.files)
    out = tuple(refused(entry, OUTSIDE) for entry in found.outside)
    return Group(name=folder.resolve().name, files=sources, folder=folder, not_checked=(*out, *told))


def _leads_out(path: Path, root: Path) -> bool:
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a loop of links, which reading tells
        return False


def _unpacked(archive: Path) -> Iterator[Group]:
    """Yield the files of each folder in an archive as one story."""
    folders: dict[Path, list[Source]] = {}
    problems = []
    for member in _members(archive):
        if isinstance(member, Source):
            folders.setdefault(member.path.parent, []).append(member)
        else:
            problems.append(member)
    for inner, files in folders.items():
        name = inner.stem if inner == archive else inner.name
        yield Group(name=name, files=tuple(files), folder=archive.parent, archive=archive)
    if problems:
        yield Group(name=archive.stem, files=(), folder=archive.parent, not_checked=tuple(problems))


def _members(archive: Path) -> list[Source | NotChecked]:
    """Return what is in an archive, as far as its time lasts: its list of files may be longer than its files."""
    found: list[Source | NotChecked] = []
    try:
        with budget(steps=0, seconds=PATIENCE):
            found.extend(members(archive))
    except SpentError:
        found.append(refused(archive, "not unpacked to its end, that takes too long, expected an archive of articles"))
    return found


def _barred(folder: Path, error: OSError) -> Group:
    return _closed(folder, f"cannot be entered ({error.strerror}), expected a folder that may be read")


def _closed(folder: Path, reason: str) -> Group:
    return Group(name=folder.resolve().name, files=(), folder=folder, not_checked=(refused(folder, reason),))
