"""What a reader makes of a file: the text of each article in it, before anything is known of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import PurePath

from verify.model import NotChecked

LONGEST, LONGEST_ID = 1_000, 200
"""Characters of what is known about an article (a title, a name, a date), of which front matter has room for four or more, and of an identifier,
which takes as many as a name of a file; the rest is cut off."""
OWN = "a report of verify, expected the articles"
"""Why a report that lies among the articles is none of them: what it quotes would bear itself out."""
_TITLED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The text of an article and the place that reports name; `extracted` where the text is not that of the file itself."""

    place: str
    text: str
    name: str
    note: str | None = None
    extracted: bool = True


Drafts = Iterator[Draft | NotChecked]


def named(place: PurePath) -> str:
    """Return the name of an article by that of its file."""
    return place.stem


def numbered(stem: str, suffix: str = "") -> Iterator[str]:
    """Yield the names to try for a file until one is free: the name itself, then with -2, -3 and so on."""
    yield stem + suffix
    yield from (f"{stem}-{number}{suffix}" for number in count(2))


def refused(place: PurePath | str, reason: str) -> NotChecked:
    """Return the entry for what is no article."""
    return NotChecked(what=place if isinstance(place, str) else place.as_posix(), reason=reason)


def cut(stated: str, most: int = LONGEST) -> str:
    """Return what is stated about an article, without what is beyond the length of a name."""
    return stated.strip()[:most].rstrip()


def composed(body: str, **known: str | None) -> str:
    """Return an article with what is known about it (title, outlet, published and the like) as front matter and headline."""
    lines = {key: " ".join(cut(value).split()) for key, value in known.items() if value and value.strip()}
    front = "".join(f"{key}: {value}\n" for key, value in lines.items())
    title = lines.get("title", "")
    headline = "" if not title or _opens_with(body, title) else f"{title}\n\n"
    return (f"---\n{front}---\n\n" if front else "") + headline + body


def _opens_with(body: str, title: str) -> bool:
    top = [line for line in body.splitlines() if line.strip()][:_TITLED]
    return any(_letters(line) == _letters(title) for line in top)


def _letters(line: str) -> str:
    return re.sub(r"\W+", "", line).casefold()
