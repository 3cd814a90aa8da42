"""Paths → stories: the articles that are to be compared with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from verify.articles.folders import Group, groups
from verify.articles.reading import read_file
from verify.errors import InputError
from verify.model import Article, NotChecked


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one event; a folder in which nothing could be read is a story without articles."""

    name: str
    articles: tuple[Article, ...]
    not_checked: tuple[NotChecked, ...]


def read_stories(paths: Sequence[Path | str]) -> tuple[Story, ...]:
    """Read files and folders of articles as stories, in an order that does not depend on that of the paths.

    Raises InputError if a path does not exist or if no article at all can be read.
    """
    stories = tuple(_story(group) for group in groups(paths))
    if not any(story.articles for story in stories):
        raise InputError(_nothing(paths, stories))
    return stories


def read_articles(paths: Sequence[Path | str]) -> tuple[Article, ...]:
    """Read files and folders as articles that are to be compared with each other, whatever folders they are in.

    Raises InputError if a path does not exist or if no article at all can be read.
    """
    found = groups(paths)
    story = _story(Group(name="", files=tuple(path for group in found for path in group.files)))
    if not story.articles:
        raise InputError(_nothing(paths, [_story(group) for group in found]))
    return story.articles


def _story(group: Group) -> Story:
    readings = [read_file(path, id=id) for path, id in zip(group.files, identifiers(group.files), strict=True)]
    return Story(
        name=group.name,
        articles=tuple(reading.article for reading in readings if reading.article),
        not_checked=group.not_checked + tuple(entry for reading in readings for entry in reading.not_checked),
    )


def identifiers(files: Sequence[Path]) -> list[str]:
    """Return an identifier for each file: its stem, or as much of its path as tells it from the others."""
    ways = (lambda p: p.stem, lambda p: p.name, lambda p: f"{p.parent.name}/{p.name}", Path.as_posix)
    ids = [""] * len(files)
    for way in ways:
        names = [way(path) for path in files]
        count = Counter(names + [id for id in ids if id])
        ids = [id or (name if count[name] == 1 else "") for id, name in zip(ids, names, strict=True)]
    return ids


def _nothing(paths: Sequence[Path | str], stories: Sequence[Story]) -> str:
    problems = [entry for story in stories for entry in story.not_checked]
    if len(problems) == 1:
        return f"{problems[0].what}: {problems[0].reason}"
    given = ", ".join(Path(path).as_posix() for path in paths) or "no path"
    first = (
        f" ({len(problems)} files were no articles, first {problems[0].what}: {problems[0].reason})" if problems else ""
    )
    return f"{given}: nothing to read, expected .txt or .md files{first}"
