"""What is given to read: a file, a member of an archive, standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

STANDARD_INPUT = Path("-")
"""The path that stands for standard input; a file of that name is `./-`."""

MOST_BYTES = 50_000_000
_TOO_MUCH = f"more than {MOST_BYTES // 1_000_000} MB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something to read, its path as reports name it; `held` has its bytes where it is no file of its own."""

    path: Path
    held: bytes | None = None

    def read(self) -> bytes:
        """Return the bytes. Raises OSError where there are none to be had or too many."""
        if self.held is not None:
            return self.held
        if self.path == STANDARD_INPUT:
            return _streamed()
        # A pipe or a device would keep the program waiting for ever.
        if self.path.exists() and not self.path.is_file():
            raise OSError("not a regular file")
        if self.path.exists() and self.path.stat().st_size > MOST_BYTES:
            raise OSError(_TOO_MUCH)
        return self.path.read_bytes()


def _streamed() -> bytes:
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise OSError(_TOO_MUCH)
    return data
