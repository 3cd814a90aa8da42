"""The one way in which commands write files: whole or not at all, never through a link, and a lock for what two may change at once."""

from __future__ import annotations

import os
import secrets
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from time import monotonic, sleep
from typing import IO

from verify.cli.streams import ReaderGoneError
from verify.errors import UsageError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PREFIX, SUFFIX = ".verify-", ".part"
"""Of the names of unfinished files; their middle is drawn by lot, so that nobody can lay a link there beforehand."""
PATIENCE = 10.0
"""Seconds to wait for another process that holds a lock."""
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_STREAMS = (Path("/dev"), Path("/dev/fd"), Path("/proc/self/fd"))
_KEPT: list[Callable[[Path], bool]] = []
"""What says which files no output replaces, once files have been read."""
Fill = Callable[[IO[bytes]], object]


def keep(kept: Callable[[Path], bool]) -> None:
    """See to it that nothing this process writes takes the place of a file of which the function says so, by its place; that of an earlier call
    is no longer asked.
    """
    _KEPT[:] = [kept]


def places(path: Path) -> tuple[Path, ...]:
    """Return where a file is, its folder resolved, and where it is by all links; nothing of what cannot be looked up."""
    try:
        return path.parent.resolve() / path.name, path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links is a RuntimeError up to Python 3.12
        return ()


def write(path: Path, text: str | bytes) -> None:
    """Write a file whole or not at all, text as UTF-8; a link in its place is replaced, and where it leads nothing changes."""
    fill(path, lambda file: file.write(_encoded(text)))


def create(path: Path, text: str | bytes) -> bool:
    """Write a new file whole or not at all; return whether its name was free: of two that want one name at once, one gets it."""
    try:
        _made_ready(path)
        try:
            _replaced(path, lambda file: file.write(_encoded(text)), _claimed)
        except FileExistsError:
            return False
    except OSError as error:
        raise _unwritten(path, error) from None
    return True


def fill(path: Path, writer: Fill) -> None:
    """Write a file as `write` does, its bytes put into it by a function. Raises UsageError where that cannot be done."""
    try:
        _made_ready(path)
        _refuse_device(path)
        _refuse_kept(path)
        _replaced(path, writer, Path.replace)
    except OSError as error:
        raise _unwritten(path, error) from None


def send(path: Path, text: str | bytes) -> None:
    """Write to what the person named: a device or a pipe takes what is written and stays, all else is written as a file."""
    if not is_stream(path):
        write(path, text)
        return
    try:
        path.write_bytes(_encoded(text))
    except BrokenPipeError:
        raise ReaderGoneError from None
    except OSError as error:
        raise _unwritten(path, error) from None


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold back other processes that would change the same file. Raises UsageError where one does not finish in time.

    The lock is on the folder, so that no file is left behind; on Windows, where a folder has none, it is on a file beside it.
    """
    try:
        handle = _lockable(path)
    except OSError as error:
        raise _unwritten(path, error) from None
    try:
        until = monotonic() + PATIENCE
        while not _lock(handle):
            if monotonic() > until:
                raise UsageError(f"{path}: another process is writing to it, expected it to finish in {PATIENCE:.0f} s")
            sleep(0.01)
        yield
    finally:
        os.close(handle)


def _encoded(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8")


def _made_ready(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear(path.parent.resolve())


def _claimed(part: Path, path: Path) -> None:
    """Give a finished file a name that is free. Raises FileExistsError where it is not."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system on which a file has one name
        os.close(os.open(path, _NEW, 0o666))
        part.replace(path)
    else:
        part.unlink()


def _replaced(path: Path, writer: Fill, placed: Callable[[Path, Path], object]) -> None:
    part, handle = _part(path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            writer(file)
            file.flush()
            placed(part, path)
    except BaseException:  # also where the person interrupts: nothing half-written is left
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _part(folder: Path) -> tuple[Path, int]:
    """Make a new file under a name that nobody can guess, locked, so that other processes know it for one being written."""
    while True:
        part = folder / f"{PREFIX}{secrets.token_hex(8)}{SUFFIX}"
        handle = os.open(part, _NEW, 0o666)
        # Another process may have cleared the file before it was locked.
        if _lock(handle) and os.fstat(handle).st_nlink:
            return part, handle
        os.close(handle)


@cache
def _clear(folder: Path) -> None:
    """Remove what a process that was killed has left unfinished in a folder; each folder is looked through once."""
    for part in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError):
            if stat.S_ISREG(part.lstat().st_mode):
                _remove_orphan(part)


def _remove_orphan(part: Path) -> None:
    handle = os.open(part, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        orphan = _lock(handle)
        if orphan and sys.platform != "win32":
            part.unlink()
    finally:
        os.close(handle)
    if orphan and sys.platform == "win32":
        part.unlink()


def _refuse_device(path: Path) -> None:
    with suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode) or stat.S_ISDIR(mode)):
            raise OSError(0, "a device or a pipe")


def _refuse_kept(path: Path) -> None:
    if any(kept(path.parent.resolve() / path.name) for kept in _KEPT):
        raise UsageError(f"{path}: a file of this run, expected another place to write to")


def is_stream(path: Path) -> bool:
    """Return whether a path is a device or a pipe; links count as what they lead to in the system's own folders only."""
    if path.parent in _STREAMS:
        return path.exists()
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISLNK(mode) or stat.S_ISDIR(mode))


def _unwritten(path: Path, error: OSError) -> UsageError:
    return UsageError(f"{path}: cannot be written ({error.strerror}), expected a place to write to")


if sys.platform == "win32":

    def _lockable(path: Path) -> int:
        return os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _lockable(path: Path) -> int:
        return os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)

    def _lock(handle: int) -> bool:
        """Return whether the lock is held; a file system that knows no locks does not keep anybody from writing."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
