"""Files that were dropped, read in a process of their own: what a stranger's file costs, it costs there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from verify.desk.aside import Aside, Tell
from verify.desk.folder import read_here

if TYPE_CHECKING:
    from verify.articles import Story


@dataclass(slots=True, kw_only=True)
class Reader:
    """The process, started with the first file that is dropped."""

    debug: bool = False
    _aside: Aside = field(init=False)

    def __post_init__(self) -> None:
        """Know the process, and start none yet."""
        self._aside = Aside(name="reads", ready=_ready, respond=_read, debug=self.debug)

    def stories(self, path: Path) -> tuple[Story, ...]:
        """Return the stories in a file. Raises InputError where there is none, OwnError, and EndedError where the process was ended."""
        found: tuple[Story, ...]
        (found,) = self._aside.ask(path)
        return found

    def stop(self) -> None:
        """End the process, whatever it reads."""
        self._aside.stop()


def _ready() -> None:
    import verify.articles  # noqa: F401


def _read(path: Path, _: Tell) -> Iterator[tuple[Story, ...]]:
    yield read_here(path)
