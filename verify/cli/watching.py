"""A command done again whenever the files that it reads have changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import sleep

from verify.cli.console import notice
from verify.errors import VerifyError

PAUSE = 0.5
"""Seconds between two looks; a look at a thousand files takes some ten milliseconds."""
State = frozenset[tuple[str, int, int]]


def again_and_again(paths: Sequence[Path], once: Callable[[], object], *, own: Sequence[Path]) -> None:
    """Do it now and after each change of what the paths hold, until the person interrupts; what is wrong is told, and watched on.

    `own` are files and folders that are written meanwhile, and whose changes do not count.
    """
    seen: State | None = None
    while True:
        if (now := state(paths, own=own)) != seen:
            seen = now
            try:
                once()
            except VerifyError as error:
                notice(f"verify: {error}")
            notice("verify: watching for changes, Ctrl-C to end")
        sleep(PAUSE)


def state(paths: Sequence[Path], *, own: Sequence[Path] = ()) -> State:
    """Return what tells whether files were changed, added or taken away; hidden ones are passed over, as when they are read."""
    written = tuple(path.absolute() for path in own)
    found = set()
    for file in (file for path in paths for file in (path.rglob("*") if path.is_dir() else [path])):
        if file.name.startswith(".") or any(file.absolute().is_relative_to(path) for path in written):
            continue
        try:
            if file.is_file():
                found.add((str(file), file.stat().st_mtime_ns, file.stat().st_size))
        except OSError:
            continue
    return frozenset(found)
