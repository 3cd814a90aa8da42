"""What the commands say: text on standard output, notices and progress on standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verify.model import NotChecked


def echo(text: str) -> None:
    """Print a text on standard output, its line ended."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def notice(text: str) -> None:
    """Print a line on standard error."""
    print(text, file=sys.stderr)


def tell(entries: Iterable[NotChecked]) -> None:
    """Say on standard error what could not be read, a line each."""
    for entry in entries:
        notice(f"verify: {entry.what}: {entry.reason}")


def ask(prompt: str) -> str | None:
    """Return a line that the person types after the prompt, None where the input has ended."""
    from rich.console import Console

    try:
        if sys.stdin.isatty():
            return Console(no_color=not colour()).input(f"[bold]{prompt}[/bold]")
        echo(prompt)
        return input()
    except EOFError:
        return None


@contextmanager
def progress(name: str) -> Iterator[Callable[[str], None]]:
    """Show what is going on on standard error, on a terminal only."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status(f"{name}: loading models", spinner="dots") as status:
        yield lambda step: status.update(f"{name}: {step}")


def width() -> int:
    """Return the columns of the terminal, within what a report can be laid out in."""
    return max(60, min(160, shutil.get_terminal_size((100, 24)).columns))


def colour() -> bool:
    """Return whether standard output takes colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
