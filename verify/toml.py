"""TOML files, which may come from a stranger: text within limits, and one kind of error for all that a parser stumbles over."""

from __future__ import annotations

import os
import stat
import tomllib
from pathlib import Path
from typing import Any

from verify.errors import UsageError

MOST_BYTES = 10_000_000
"""Of a file that is read; a desk's decisions of years are some hundred kilobytes."""

MOST_DEEP = 20
"""Tables in each other; the settings and decisions that there are have three."""


def text_of(path: Path) -> str:
    """Return the text of a small file without a byte order mark. Raises FileNotFoundError, and UsageError where it cannot be read."""
    try:
        return _bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8, expected TOML") from None
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be read ({error.strerror or error}), expected a file that may be read"
        ) from None


def parsed(text: str) -> dict[str, Any]:
    """Return the tables of a text. Raises ValueError, with the reason in a line, where it is no TOML."""
    try:
        table = tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:
        # Of the numbers and dates that fit the grammar, Python takes not all: it refuses integers of thousands of digits.
        raise ValueError("a number or a date beyond all bounds") from None
    if _is_deep(table):  # dotted keys nest without recursion
        raise ValueError("nested too deeply")
    return table


def _is_deep(table: object) -> bool:
    """Return whether tables and lists lie in each other deeper than `MOST_DEEP`."""
    level: list[Any] = [table]
    for _ in range(MOST_DEEP):
        level = [e for v in level for e in (v.values() if isinstance(v, dict) else v) if isinstance(e, dict | list)]
        if not level:
            return False
    return True


def _bytes(path: Path) -> bytes:
    # A pipe is opened without waiting for who writes to it, and then refused.
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0))) as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise OSError("not a regular file")
        if state.st_size > MOST_BYTES:
            raise OSError(f"more than {MOST_BYTES // 1_000_000} MB")
        return file.read(MOST_BYTES)
