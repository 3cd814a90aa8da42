"""Stories of our own for the runs of many, and checks that go wrong on purpose."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from verify import Article, Options
from verify.articles import Story
from verify.batch.story import check_story
from verify.errors import UsageError
from verify.model import Outcome

MARK = "VERIFY_TEST_MARK"
"""Environment variable: a file that says that a process has died already."""


def story(name: str, number: str = "Five") -> Story:
    texts = {"a": f"{number} people were hurt in a fire in {name}.", "b": f"Six people were hurt in a fire in {name}."}
    return Story(name=name, articles=tuple(Article.from_text(id=i, text=t) for i, t in texts.items()), not_checked=())


def stories() -> list[Story]:
    return [story(name) for name in ("Leeds", "Porto", "Gdansk", "Malmo")]


def failing(story: Story, options: Options) -> Outcome:
    if story.name == "Porto":
        raise ArithmeticError("no such number")
    return Outcome(name=story.name)


def deadly(story: Story, options: Options) -> Outcome:
    """Let the process of one story die each time, as one without memory would."""
    if story.name == "Porto":
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(name=story.name)


def dying_once(story: Story, options: Options) -> Outcome:
    """Let the first process that comes here die."""
    try:
        Path(os.environ[MARK]).touch(exist_ok=False)
    except FileExistsError:
        return check_story(story, options)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def refusing(story: Story, options: Options) -> Outcome:
    raise UsageError("--encoder x: no model, expected a model")
