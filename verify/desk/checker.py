"""The process that reads articles and compares them, one story at a time, and tells how far it is."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify.errors import VerifyError
from verify.model import NotChecked, Report
from verify.options import Options

if TYPE_CHECKING:
    from verify.articles import Story

FIRST = 2
"""Articles that the first report of a growing one compares; each later one compares twice as many, which at most doubles the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far a check is: articles read of how many, and what is being done."""

    done: int
    total: int
    doing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was found in the files: articles, and what is none."""

    story: Story | None
    not_checked: tuple[NotChecked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The check came to nothing, and why."""

    reason: str


Message = Step | Read | Report | Broken


@dataclass(slots=True, kw_only=True)
class Checker:
    """The process, started when it is needed and anew where it has died."""

    options: Options
    _process: BaseProcess | None = None
    _pipe: Connection | None = field(default=None)

    def start(self) -> None:
        """Start the process where none runs; it loads the models at once."""
        if self._process is not None and self._process.is_alive():
            return
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=work, args=(theirs, self.options), daemon=True, name="verify-checker")
        self._process.start()
        theirs.close()

    def check(self, folder: Path, *, grow: bool) -> Iterator[Message]:
        """Yield what comes of the files of a folder; `grow` asks for reports on the first articles before that on all."""
        self.start()
        assert self._pipe is not None
        try:
            self._pipe.send((folder, grow))
            while (message := self._pipe.recv()) is not None:
                yield message
        except (EOFError, OSError):
            yield Broken(
                reason="the process that compares has ended, expected it to go on; it is started anew at the next change"
            )

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.terminate()


def work(pipe: Connection, options: Options) -> None:
    """Serve checks until the other side is gone; Ctrl-C is for the server, which ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from verify.language.component import vocabulary

    vocabulary(options.pipeline)
    try:
        while True:
            folder, grow = pipe.recv()
            for message in messages(folder, options, pipe, grow=grow):
                pipe.send(message)
            pipe.send(None)
    except (EOFError, OSError):
        return


def messages(folder: Path, options: Options, pipe: Any, *, grow: bool) -> Iterator[Message]:
    """Yield the messages on the files of a folder; steps of a comparison go into the pipe as they come."""
    from verify.articles import read_folder
    from verify.pipeline import cross_check

    story = read_folder(folder)
    yield Read(story=story if story.articles else None, not_checked=story.not_checked)
    if not story.articles:
        return
    begun: set[str] = set()

    def told(step: str) -> None:
        if step.startswith("reading "):
            begun.add(step)
        pipe.send(Step(done=max(len(begun) - 1, 0), total=len(story.articles), doing=step))

    for size in sizes(len(story.articles), grow=grow):
        try:
            last = size == len(story.articles)
            rest = story.not_checked if last else ()
            yield cross_check(story.articles[:size], options=options, not_checked=rest, progress=told)
        except VerifyError as error:
            yield Broken(reason=str(error))
            return


def sizes(articles: int, *, grow: bool) -> Iterator[int]:
    """Yield how many articles each report of a growing one compares: two, four, eight, then all."""
    size = FIRST
    while grow and size < articles:
        yield size
        size *= 2
    yield articles
