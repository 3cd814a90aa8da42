"""The process that reads articles and compares them, one story at a time, and tells how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from verify.desk.aside import Aside, Tell
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
    """The process, which loads the models as soon as it is started."""

    options: Options
    debug: bool = False
    _aside: Aside = field(init=False)

    def __post_init__(self) -> None:
        """Know the process, and start none yet."""
        ready, respond = partial(_ready, self.options), partial(_checked, self.options)
        self._aside = Aside(name="compares", ready=ready, respond=respond, debug=self.debug)

    def start(self) -> None:
        """Start the process where none runs."""
        self._aside.start()

    def check(self, folder: Path, *, grow: bool) -> Iterator[Message]:
        """Yield what comes of the files of a folder; `grow` asks for reports on the first articles before that on all."""
        try:
            yield from self._aside.ask((folder, grow))
        except VerifyError as error:
            yield Broken(reason=str(error))

    def stop(self) -> None:
        """End the process."""
        self._aside.stop()


def _ready(options: Options) -> None:
    from verify.language.component import vocabulary

    vocabulary(options.pipeline)


def _checked(options: Options, question: tuple[Path, bool], tell: Tell) -> Iterator[Message]:
    folder, grow = question
    return messages(folder, options, tell, grow=grow)


def messages(folder: Path, options: Options, tell: Tell, *, grow: bool) -> Iterator[Message]:
    """Yield the messages on the files of a folder; steps of a comparison are told as they come."""
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
        tell(Step(done=max(len(begun) - 1, 0), total=len(story.articles), doing=step))

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
