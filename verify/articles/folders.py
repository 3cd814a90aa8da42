"""Paths as the user gave them → groups of files, one group per story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os.path import commonpath
from pathlib import Path

from verify.errors import InputError
from verify.model import NotChecked


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The files of one story, and what of its folder was not entered."""

    name: str
    files: tuple[Path, ...]
    not_checked: tuple[NotChecked, ...] = ()


def groups(paths: Sequence[Path | str]) -> list[Group]:
    """Return the stories that paths stand for: files together are one, a folder is one, so is each folder in it."""
    given = sorted({_reachable(path): path for path in sorted(map(Path, paths), reverse=True)}.values())
    files = tuple(path for path in given if not path.is_dir())
    out = [Group(name=_name(files), files=files)] if files else []
    seen: set[Path] = set()
    for path in given:
        if path.is_dir():
            out.extend(_walk(path, seen))
    return out


def _reachable(path: Path) -> Path:
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


def _name(files: Sequence[Path]) -> str:
    if len(files) == 1:
        return files[0].stem
    shared = Path(commonpath([str(path.resolve().parent) for path in files]))
    return shared.name or files[0].stem


def _walk(folder: Path, seen: set[Path]) -> Iterator[Group]:
    """Yield a folder's own files as one story, then those of the folders in it, each folder once."""
    real = folder.resolve()
    if real in seen:
        return
    seen.add(real)
    try:
        entries = [path for path in sorted(folder.iterdir()) if not path.name.startswith(".")]
    except OSError as error:
        yield _closed(folder, f"cannot be entered ({error.strerror}), expected a folder that may be read")
        return
    files = tuple(path for path in entries if not _is_folder(path))
    if files or not entries:
        yield Group(name=real.name, files=files) if files else _closed(folder, "empty folder, expected articles")
    # Links last, so that a folder is known by its own name.
    for path in sorted(entries, key=lambda p: (p.is_symlink(), p)):
        if _is_folder(path):
            yield from _walk(path, seen)


def _closed(folder: Path, reason: str) -> Group:
    entry = NotChecked(what=folder.as_posix(), reason=reason)
    return Group(name=folder.resolve().name, files=(), not_checked=(entry,))
