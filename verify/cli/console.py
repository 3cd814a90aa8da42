"""What the commands say: text on standard output, notices and progress on standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from verify.cli.streams import abandon, say

if TYPE_CHECKING:
    from rich.progress import Progress

    from verify.model import NotChecked

_LONGEST = 2_000
"""Characters of a notice: what a file says of itself can be as long as its sender likes."""


def echo(text: str) -> None:
    """Print a text on standard output, its line ended."""
    say(text if text.endswith("\n") else text + "\n")


def show(text: str) -> None:
    """Print a long text a screen at a time where both ends are a terminal, else whole; `PAGER` names another program than the system's."""
    tall = text.count("\n") >= shutil.get_terminal_size((100, 24)).lines
    if not (tall and sys.stdout.isatty() and sys.stdin.isatty()):
        echo(text)
        return
    from rich.pager import SystemPager

    # As git has it: colours are shown, and what was read stays on the screen.
    os.environ.setdefault("LESS", "FRX")
    SystemPager().show(text)


def notice(text: str) -> None:
    """Print a line on standard error, harmless also where a file's name is not."""
    from verify.report.inert import visible

    line = visible(text)
    try:
        print(line if len(line) <= _LONGEST else line[:_LONGEST] + "…", file=sys.stderr)
    except BrokenPipeError:
        abandon(sys.stderr)


def tell(entries: Iterable[NotChecked]) -> None:
    """Say on standard error what could not be read, a line each."""
    for entry in entries:
        notice(f"verify: {entry.what}: {entry.reason}")


def ask(prompt: str) -> str | None:
    """Return a line that the person types after the prompt, None where the input has ended."""
    from rich.console import Console

    try:
        if sys.stdin.isatty():
            return Console(no_color=not colour(), highlight=False).input(f"[bold]{prompt}[/bold]")
        echo(prompt)
        return input()
    except EOFError:
        return None


class Work:
    """Long work on standard error, on a terminal only: what is being done, how far it is and the time left."""

    def __init__(self, *, steps: int) -> None:
        self._steps = steps
        self._begun = 0

    @contextmanager
    def shown(self, name: str) -> Iterator[Callable[[str], None]]:
        """Show the bar; the function that comes with it is told of each step as it begins."""
        if not sys.stderr.isatty():
            yield lambda _: None
            return
        from verify.report.inert import visible

        with progress_bar() as bar:
            task = bar.add_task(visible(f"{name}: loading models"), total=self._steps)

            def begin(step: str) -> None:
                bar.update(task, description=visible(f"{name}: {step}"), completed=self._begun)
                self._begun += 1

            yield begin


def progress_bar() -> Progress:
    """Return a bar with the time left, for standard error; reports go to standard output, whatever the bar is on."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    return Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)


def width() -> int:
    """Return the columns of the terminal, within what a report can be laid out in."""
    return max(60, min(160, shutil.get_terminal_size((100, 24)).columns))


def colour() -> bool:
    """Return whether standard output takes colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
