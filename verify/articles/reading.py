"""One file → an article, or the reason why it is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from verify.articles.decoding import decode
from verify.articles.english import other_language
from verify.articles.frontmatter import front_matter
from verify.articles.lists import load
from verify.articles.metadata import prepare
from verify.model import Article, NotChecked

MOST = 400_000
"""Characters of the longest article that is read, some 65,000 words; a longer text is a book or a dump of a site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one file: an article or none, and what a reader must know."""

    article: Article | None
    not_checked: tuple[NotChecked, ...] = ()


def read_file(path: Path, *, id: str) -> Reading:
    """Return the article in a file; a file that is none becomes an entry of what was not checked."""
    if kind := load("formats")["suffixes"].get(path.suffix.lower()):
        return _rejected(path, f"{kind}, expected plain text")
    try:
        data = _bytes(path)
    except OSError as error:
        return _rejected(path, f"cannot be read ({error.strerror or error}), expected a file that may be read")
    decoded = decode(data)
    if decoded.text is None:
        return _rejected(path, decoded.note or "")
    return _article(path, id, decoded.text, decoded.note)


def _bytes(path: Path) -> bytes:
    # A pipe or a device would keep the program waiting for ever.
    if path.exists() and not path.is_file():
        raise OSError("not a regular file")
    return path.read_bytes()


def _article(path: Path, id: str, text: str, note: str | None) -> Reading:
    if text[:200].lstrip().lower().startswith(tuple(load("formats")["web"]["openings"])):
        return _rejected(path, "a web page, expected plain text")
    if len(text) > MOST:
        return _rejected(path, f"{len(text):,} characters, expected an article of at most {MOST:,}")
    article = prepare(Article(id=id, text=text, path=path.as_posix()))
    if language := other_language(_statements(article)):
        return _rejected(path, f"written in {language}, expected English")
    notes = (note, front_matter(text).problem)
    entries = tuple(NotChecked(what=path.as_posix(), reason=reason, article=id) for reason in notes if reason)
    return Reading(article=article, not_checked=entries)


def _statements(article: Article) -> str:
    return "\n".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind in ("lead", "body"))


def _rejected(path: Path, reason: str) -> Reading:
    return Reading(article=None, not_checked=(NotChecked(what=path.as_posix(), reason=reason),))
