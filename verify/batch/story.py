"""One story among many: the function that every worker runs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import BrokenExecutor
from dataclasses import replace

from verify.articles import Story
from verify.articles.drafts import numbered
from verify.errors import ModelError, UsageError
from verify.model import Outcome, digest
from verify.options import Options

MOST_BYTES = 150
"""Of a story's name; file systems allow 255 for the name of a file."""

Check = Callable[[Story, Options], Outcome]


def check_story(story: Story, options: Options) -> Outcome:
    """Cross-check a story; a failure is its outcome. Raises UsageError and ModelError, which no other story would escape."""
    from verify.pipeline import cross_check

    return settled(
        story,
        lambda: Outcome(
            name=story.name, report=cross_check(story.articles, options=options, not_checked=story.not_checked)
        ),
    )


def settled(story: Story, result: Callable[[], Outcome]) -> Outcome:
    """Return a result, or the failure as the story's outcome. Raises what concerns every story."""
    try:
        return result()
    except (UsageError, ModelError, BrokenExecutor):
        raise
    except Exception as error:
        return Outcome(name=story.name, problem=f"{type(error).__name__}: {error}".strip(" :"))


def unique_names(stories: Iterable[Story], taken: Iterable[str]) -> list[Story]:
    """Return the stories with names that tell them apart: the second "fire" is "fire-2"; names already taken are not given.

    A name of which no file's name can be made is cut, and a digest of it stands at its end.
    """
    used = set(taken)
    out = []
    for story in stories:
        name = next(name for name in numbered(fitting(story.name)) if name not in used)
        used.add(name)
        out.append(replace(story, name=name))
    return out


def fitting(name: str) -> str:
    """Return a name that leaves room, in the name of a file, for what is put behind it."""
    data = os.fsencode(name)
    if len(data) <= MOST_BYTES:
        return name
    return data[:MOST_BYTES].decode("utf-8", "ignore") + "-" + digest(name)
