"""The folder of a story as the desk changes it: what is pasted, dropped, edited and put aside.

Every article is a text file that can be edited. What an article was taken out of (a page, a document, a table, an archive) is kept as it came, in a
folder whose name begins with a dot, which is passed over when articles are read.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from verify.articles.drafts import numbered
from verify.articles.folders import Listing, listed
from verify.desk.front import stated
from verify.errors import InputError, UsageError
from verify.model import Article

if TYPE_CHECKING:
    from verify.articles import Story

ORIGINALS, REMOVED = ".originals", ".removed"
_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 60
Write = Callable[[Path, str | bytes], None]
Create = Callable[[Path, str | bytes], bool]
Read = Callable[[Path], "tuple[Story, ...]"]


def read_here(path: Path) -> tuple[Story, ...]:
    """Read a file that came, in this process; in its main thread, which alone has a clock for it."""
    from verify.articles import read_stories

    return read_stories([path])


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A story's folder; no name that comes from outside leads out of it.

    `write` puts a whole file in place or nothing; `create` does where the name is free, and returns whether it was; `read` reads what came.
    """

    path: Path
    write: Write
    create: Create
    read: Read = read_here

    def files(self) -> tuple[Path, ...]:
        """Return the files that are read as articles, those of folders in it not among them."""
        found = self._listed()
        return found.files if found else ()

    def state(self) -> object:
        """Return what tells whether a file was changed, added or taken away."""
        found = self._listed()
        return found and (found, tuple((s.st_mtime_ns, s.st_size) if (s := _stat(p)) else None for p in found.files))

    def _listed(self) -> Listing | None:
        try:
            return listed(self.path, self.path.resolve())
        except OSError:
            return None

    def paste(self, text: str, *, title: str, outlet: str, published: str) -> str:
        """Write a text as a new article and return the name of its file. Raises UsageError for no text and for no date."""
        if not text.strip():
            raise UsageError("text: empty, expected the words of an article")
        body = text.strip().replace("\r\n", "\n") + "\n"
        stem = safe(title or outlet or " ".join(text.split()[:6]))
        return self._new(stem, ".txt", stated(body, title=title, outlet=outlet, published=day(published))).name

    def drop(self, name: str, data: bytes, **known: str) -> tuple[list[str], list[str]]:
        """Take in a file; return the names of the articles that are in it, and what is none, a line each.

        What is known of the articles besides goes into the front matter of each.
        """
        kept = self._new(safe(name), _UNSAFE.sub("", PurePath(name).suffix.lower()[:8]), data, ORIGINALS)
        try:
            stories = self.read(kept)
        except InputError as error:
            kept.unlink()
            return [], [str(error).replace(kept.as_posix(), name)]
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
        problems = [
            f"{entry.what}: {entry.reason}".replace(kept.as_posix(), name) for s in stories for entry in s.not_checked
        ]
        plain = len(stories) == 1 and not stories[0].extracted
        added = [self._taken(article, known) for story in stories for article in story.articles]
        if plain:
            kept.unlink()
        return added, problems

    def edit(self, article: Article, story: Story, text: str) -> None:
        """Write an article anew. Raises UsageError where it is one of several in a file."""
        path = self._own(article)
        if article.id not in story.extracted:
            self.write(path, text)
            return
        self._new(safe(article.id), ".txt", text)
        self._move(path, ORIGINALS)

    def remove(self, article: Article) -> None:
        """Put the file of an article aside. Raises UsageError where it is one of several in a file."""
        self._move(self._own(article), REMOVED)

    def _own(self, article: Article) -> Path:
        """Return the file of an article, told by the files of the folder and by no path that came from outside."""
        named = next((p for p in self.files() if p.as_posix() == article.path), None)
        if named is None:
            raise UsageError(f"{article.id}: one of several articles in a file, expected one in a file of its own")
        return named

    def _taken(self, article: Article, known: Mapping[str, str]) -> str:
        stem = safe(PurePath(article.id).stem if "/" in article.id else article.id)
        return self._new(stem, ".txt", stated(article.text, **known) if known else article.text).name

    def _move(self, path: Path, folder: str) -> None:
        target = self._new(path.stem, path.suffix, b"", folder)
        try:
            path.replace(target)
        except OSError:
            target.unlink()
            raise

    def _new(self, stem: str, suffix: str, content: str | bytes, folder: str = "") -> Path:
        """Write a file under a name that no file of the folder has, whatever its case, and that nobody else takes meanwhile."""
        place = self.path / folder
        if folder and place.is_symlink():
            raise UsageError(f"{place}: a link, expected a folder of the desk's own")
        taken = {p.name.casefold() for p in place.iterdir()} if place.is_dir() else set()
        free = (place / name for name in numbered(stem, suffix) if name.casefold() not in taken)
        return next(path for path in free if self.create(path, content))


def safe(name: str) -> str:
    """Return the stem of a file's name with nothing in it that leads elsewhere or hides it."""
    last = PurePath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    stem = last[: -len(suffix)] if (suffix := PurePath(last).suffix) and len(suffix) <= 8 else last
    return _UNSAFE.sub("-", stem).strip(".-_")[:_LONGEST].strip(".-_") or "article"


def day(text: str) -> str:
    """Return a date as the field of a form gives it. Raises UsageError for what is none."""
    if not text.strip():
        return ""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise UsageError(f"date: {text!r} is no date, expected YYYY-MM-DD") from None


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
