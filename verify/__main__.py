"""`python -m verify`, and what the command `verify` runs: the command line, imported where Ctrl-C is heeded already."""

import gc
import os
import signal
import sys
from types import FrameType

INTERRUPTED = 130
NEW_OBJECTS = 100_000
"""New objects after which Python looks for cycles, of which a run leaves few: at its own 700 that takes 13 percent of a large story's time."""
PATIENCE = 30
"""Seconds after Ctrl-C in which a run may end in good order: three over thirty stories, whose workers ended first, took up to seven."""


def run() -> int:
    """Run the command line and return the exit code."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
    gc.set_threshold(NEW_OBJECTS)
    try:
        from verify.cli import main

        return main()
    except KeyboardInterrupt:
        sys.stderr.write("verify: interrupted\n")
        return INTERRUPTED


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Raise KeyboardInterrupt. The next one ends the process at once, and where nobody heeds this one, the clock does."""
    signal.signal(signal.SIGINT, _leave)
    if hasattr(signal, "alarm"):
        signal.alarm(PATIENCE)
    raise KeyboardInterrupt


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    sys.exit(run())
