"""A zip archive → the files in it, read in memory, within limits."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from verify.articles.drafts import refused
from verify.articles.source import MOST_BYTES, Source
from verify.model import NotChecked

_MOST_FILES = 1_000
_ENCRYPTED = 0x1
_DAMAGED = (BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error, struct.error)
"""What reading a damaged archive raises: a version to come is a NotImplementedError, which is a RuntimeError."""


def is_archive(path: Path) -> bool:
    """Return whether a path is a zip archive by its name."""
    return path.suffix.lower() == ".zip"


def members(path: Path) -> Iterator[Source | NotChecked]:
    """Yield the files in an archive, named by their path in it; hidden ones are passed over, as in a folder.

    At most 1,000 files and 50 MB unpacked: what claims to be more is refused before it is unpacked.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe would keep the program waiting for ever
            raise OSError(0, "not a regular file")
        with ZipFile(path) as archive:
            files = [info for info in archive.infolist() if not (_is_folder(info) or _hidden(info.filename))]
            if problem := _beyond(files):
                yield refused(path, problem)
                return
            named = set()
            for info in sorted(files, key=lambda info: info.filename):
                if info.filename in named:
                    yield refused(path / info.filename, "twice in the archive, expected one file of a name")
                else:
                    yield _member(archive, info, path)
                named.add(info.filename)
    except _DAMAGED as error:
        reason = getattr(error, "strerror", None) or "not a zip archive"
        yield refused(path, f"cannot be unpacked ({reason}), expected a zip archive of articles")


def _is_folder(info: ZipInfo) -> bool:
    # Of a file without a name it cannot be asked.
    return bool(info.filename) and info.is_dir()


def _beyond(files: list[ZipInfo]) -> str | None:
    size = sum(info.file_size for info in files)
    if not files:
        return "empty archive, expected articles"
    if len(files) > _MOST_FILES:
        return f"{len(files):,} files, expected an archive of at most {_MOST_FILES:,}"
    if size > MOST_BYTES:
        return f"{size:,} bytes when unpacked, expected an archive of at most {MOST_BYTES:,}"
    return None


def _member(archive: ZipFile, info: ZipInfo, path: Path) -> Source | NotChecked:
    place = path / info.filename
    if not PurePosixPath(info.filename).parts:
        return refused(path, "a file without a name in it, expected each to have one")
    if not _plain(info.filename):
        return refused(
            f"{path.as_posix()}: {info.filename}", "a name that leads out of the archive, expected a file in it"
        )
    if info.flag_bits & _ENCRYPTED:
        return refused(place, "encrypted, expected a file that may be read")
    if is_archive(place):
        return refused(place, "an archive in an archive, expected articles")
    try:
        with archive.open(info) as file:
            return Source(path=place, held=file.read(MOST_BYTES))
    except _DAMAGED:
        return refused(place, "damaged in the archive, expected a file that can be unpacked")


def _plain(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return ".." not in parts and not name.startswith("/") and "\\" not in name and ":" not in parts[0]


def _hidden(name: str) -> bool:
    return any(is_hidden(part) for part in PurePosixPath(name).parts)


def is_hidden(name: str) -> bool:
    """Return whether a file or folder is one that its system hides: by a dot, or what Windows, macOS and office programs lay beside files."""
    hidden = name.startswith((".", "~$", "__MACOSX")) and not name.startswith("..")
    return hidden or name.casefold() in {"desktop.ini", "thumbs.db"}
