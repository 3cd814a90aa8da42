"""What the desk is given by the command line: how files are written, how decisions are kept, and the formats of a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from verify.model import Level, Report
from verify.report.decided import Decisions
from verify.review import Entry

Make = Callable[[Entry | None], Entry | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """Functions that touch the disk or render.

    `write` puts a whole file in place or nothing; `read` returns the entries of a file of decisions; `change` makes one entry another while nobody
    else writes; `hold` keeps others from a file while it is looked at and changed; `formats` has the end of a file's name and a renderer by the
    name of a format.
    """

    write: Callable[[Path, str | bytes], None]
    read: Callable[[Path], Mapping[str, Entry]]
    change: Callable[[Path, str, Make], None]
    hold: Callable[[Path], AbstractContextManager[None]]
    formats: Mapping[str, tuple[str, Callable[[Report, str, Decisions, Level], str | bytes]]]
