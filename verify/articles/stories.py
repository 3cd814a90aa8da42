"""Paths → stories: the articles that are to be compared with each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count as numbers
from pathlib import Path, PurePath

from verify.articles.drafts import Draft, refused
from verify.articles.folders import Group, alone, groups
from verify.articles.formats import read_source
from verify.articles.reading import beyond, finish
from verify.articles.source import Source
from verify.effort import Patience, SpentError, spend
from verify.errors import InputError
from verify.model import Article, NotChecked

MOST_ARTICLES, MOST_CHARACTERS = 200, 200_000
"""Of one story, which takes less than a minute and a gigabyte, be its articles on one event or each on another (benchmarks/growth.py); the rest is
named, and not read."""
PATIENCE, EACH = 10.0, 0.5
"""Seconds of processor time for a file, and for all files of a story or of an archive; so many more for each article that comes of them. Of the
saved pages and documents of our own none takes one."""
_LEAST = MOST_CHARACTERS // MOST_ARTICLES
_EXPECTED = f"expected a story of at most {MOST_ARTICLES:,} articles and {MOST_CHARACTERS:,} characters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one event; a folder in which nothing could be read is a story without articles.

    `folder` is where the articles are, None for standard input; `extracted` has the identifiers of the articles whose text
    is not that of a file as it is, but was taken out of one.
    """

    name: str
    articles: tuple[Article, ...]
    not_checked: tuple[NotChecked, ...]
    folder: Path | None = None
    extracted: frozenset[str] = frozenset()


def read_stories(paths: Sequence[Path | str]) -> tuple[Story, ...]:
    """Read files and folders of articles as stories, in an order that does not depend on that of the paths.

    Raises InputError if a path does not exist or if no article at all can be read.
    """
    archives: dict[Path, Patience] = defaultdict(lambda: Patience(PATIENCE))
    stories = tuple(
        _story(group, archives[group.archive] if group.archive else Patience(PATIENCE)) for group in groups(paths)
    )
    if not any(story.articles for story in stories):
        raise InputError(_nothing(paths, stories))
    return stories


def read_folder(folder: Path) -> Story:
    """Read the files of a folder as one story, which may have no articles; the folders and archives in it are told, and not entered."""
    return _story(alone(folder), Patience(PATIENCE))


def read_articles(paths: Sequence[Path | str]) -> tuple[Article, ...]:
    """Read files and folders as articles that are to be compared with each other, whatever folders they are in.

    Raises InputError if a path does not exist or if no article at all can be read.
    """
    found = list(groups(paths))
    everything = Group(name="", files=tuple(source for group in found for source in group.files), folder=None)
    story = _story(everything, Patience(PATIENCE))
    if not story.articles:
        raise InputError(_nothing(paths, [_story(group, Patience(PATIENCE)) for group in found]))
    return story.articles


def _story(group: Group, patience: Patience) -> Story:
    read = list(_read(group, patience))
    drafts = [entry for entry in read if isinstance(entry, Draft)]
    ids = identifiers(drafts)
    readings = [finish(draft, id=id) for draft, id in zip(drafts, ids, strict=True)]
    return Story(
        name=group.name,
        articles=tuple(reading.article for reading in readings if reading.article),
        not_checked=(
            *group.not_checked,
            *(entry for entry in read if isinstance(entry, NotChecked)),
            *(entry for reading in readings for entry in reading.not_checked),
        ),
        folder=group.folder,
        extracted=frozenset(id for draft, id in zip(drafts, ids, strict=True) if draft.extracted),
    )


def _read(group: Group, patience: Patience) -> Iterator[Draft | NotChecked]:
    """Yield what is in the files of a group; of an article that is too long, or is one too many, only that."""
    room = MOST_CHARACTERS
    for number, source in enumerate(group.files, 1):
        if patience.left <= 0:
            after = _counted(len(group.files) - number)
            yield refused(source.path, f"not read{after}, what came before took too long, expected articles")
            return
        for entry in _taken(source, room, patience):
            room -= _cost(entry)
            if room < 0:
                after = _counted(len(group.files) - number)
                yield refused(source.path, f"not read to its end{after}, {_EXPECTED}")
                return
            yield entry


def _taken(source: Source, room: int, patience: Patience) -> list[Draft | NotChecked]:
    """Return what is in a file, as far as its time lasts, but nothing after what there is no room for."""
    found: list[Draft | NotChecked] = []
    try:
        with patience.lent(steps=room, seconds=PATIENCE):
            for read in read_source(source):
                found.append(beyond(read) or read if isinstance(read, Draft) else read)
                spend(_cost(found[-1]))
    except SpentError:
        if sum(map(_cost, found)) <= room:
            found.append(refused(source.path, "not read to its end, that takes too long, expected articles"))
    patience.left += EACH * sum(isinstance(entry, Draft) for entry in found)
    return found


def _cost(entry: Draft | NotChecked) -> int:
    """Return how much of a story's room an entry takes, in characters: as many articles have room as characters."""
    return max(_LEAST, len(entry.text)) if isinstance(entry, Draft) else 0


def _counted(files: int) -> str:
    """Return in words how many files come after one, nothing where none does."""
    return f", nor {'1 file' if files == 1 else f'{files:,} files'} after it" if files else ""


def identifiers(drafts: Sequence[Draft]) -> list[str]:
    """Return an identifier for each draft: its name, or as much of its place as tells it from the others, at last with a number."""
    places = [PurePath(draft.place) for draft in drafts]
    ways = (
        [draft.name for draft in drafts],
        [place.name for place in places],
        [f"{place.parent.name}/{place.name}" for place in places],
        [place.as_posix() for place in places],
    )
    ids = [""] * len(drafts)
    for names in ways:
        count = Counter([*names, *(id for id in ids if id)])
        ids = [id or (name if count[name] == 1 else "") for id, name in zip(ids, names, strict=True)]
    taken = set(ids)
    for i, place in enumerate(places):
        if not ids[i]:
            ids[i] = next(name for n in numbers(2) if (name := f"{place.as_posix()}-{n}") not in taken)
            taken.add(ids[i])
    return ids


def _nothing(paths: Sequence[Path | str], stories: Sequence[Story]) -> str:
    problems = [entry for story in stories for entry in story.not_checked]
    if len(problems) == 1:
        return f"{problems[0].what}: {problems[0].reason}"
    given = ", ".join(Path(path).as_posix() for path in paths) or "no path"
    first = (
        f" ({len(problems)} files were no articles, first {problems[0].what}: {problems[0].reason})" if problems else ""
    )
    return f"{given}: nothing to read, expected articles{first}"
