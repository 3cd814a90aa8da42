"""Standard input, output and error as the program was given them: closed, full, or of an encoding that lacks a sign."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from verify.errors import UsageError


class ReaderGoneError(Exception):
    """Who read what is written has gone, which is no error; no OSError either, for of one the parser of arguments makes an exit with 1."""


def prepare() -> None:
    """Make the streams fit to use: one that is closed leads nowhere, and a sign that one cannot encode becomes a question mark."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # The lowest number that is free is that of the closed stream, so that no file of ours takes its place.
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def say(text: str) -> None:
    """Write a text to standard output. Raises UsageError where that takes nothing more."""
    with _told():
        sys.stdout.write(text)


def put(text: str | bytes) -> None:
    """Write a file's content to standard output, text in UTF-8 as it would be on the disk, whatever the terminal's encoding."""
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    with _told():
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
        else:
            sys.stdout.write(data.decode("utf-8", "replace"))


def finish() -> None:
    """See to it that all is written. Raises UsageError where that cannot be."""
    with _told():
        sys.stdout.flush()


def abandon(stream: TextIO | None = None) -> None:
    """Lead a stream nowhere, standard output if no other is given, so that what is left in it makes nothing fail at the exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise ReaderGoneError from None
    except OSError as error:
        abandon()
        raise UsageError(
            f"standard output: cannot be written ({error.strerror}), expected a place to write to"
        ) from None
