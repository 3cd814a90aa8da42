"""Which reader a file is for: told by the end of its name, then by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from verify.articles.decoding import decode
from verify.articles.documents import read_pdf, read_word
from verify.articles.drafts import OWN, Draft, Drafts, named, refused
from verify.articles.records import read_json, read_json_lines
from verify.articles.source import STANDARD_INPUT, Source
from verify.articles.table import is_table, read_table
from verify.articles.webpage import read_webpage
from verify.lists import load
from verify.model import NotChecked

Reader = Callable[[PurePath, bytes], Drafts]
_READERS: dict[str, Reader] = {
    ".html": read_webpage,
    ".htm": read_webpage,
    ".xhtml": read_webpage,
    ".csv": read_table,
    ".tsv": read_table,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".pdf": read_pdf,
    ".docx": read_word,
}
_OPENING = 200
_NEXT_LINE = re.compile(rb"\}[ \t\r]*\n\s*\{")
_REPORT = "# Cross-check of "


def read_source(source: Source) -> Drafts:
    """Yield the articles in what is given, or why there is none."""
    path = source.path
    if problem := _told_by_name(path):
        yield refused(path, problem)
        return
    try:
        data = source.read()
    except OSError as error:
        yield refused(path, f"cannot be read ({error.strerror or error}), expected a file that may be read")
        return
    if path == STANDARD_INPUT:
        yield from _streamed(data)
    else:
        yield from _reader(path, data)(path, data)


def _told_by_name(path: PurePath) -> str | None:
    """Return what the name of a file shows it to be, where that is no article."""
    if kind := load("formats")["suffixes"].get(path.suffix.lower()):
        return f"{kind}, expected plain text"
    kind = load("formats")["names"].get(path.stem.lower())
    return f"{kind}, expected the text of an article" if kind else None


def _reader(path: PurePath, data: bytes) -> Reader:
    return _READERS.get(path.suffix.lower()) or _told_by_bytes(data)


def _told_by_bytes(data: bytes) -> Reader:
    if data.startswith(b"%PDF"):
        return read_pdf
    opening = data[:_OPENING].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    pages = tuple(mark.encode() for mark in load("formats")["web"]["openings"])
    return read_webpage if opening.startswith(pages) else _read_text


def _streamed(data: bytes) -> Drafts:
    """Yield the articles on standard input, where no name tells what they are written in."""
    place = PurePath("stdin")
    opening = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if opening == b"[":
        return read_json(place, data)
    if opening == b"{":
        return read_json_lines(place, data) if _NEXT_LINE.search(data) else read_json(place, data)
    reader = _told_by_bytes(data)
    reader = read_table if reader is _read_text and is_table(data) else reader
    return (_taken_out(entry) for entry in reader(place, data))


def _taken_out(entry: Draft | NotChecked) -> Draft | NotChecked:
    return replace(entry, extracted=True) if isinstance(entry, Draft) else entry


def _read_text(place: PurePath, data: bytes) -> Drafts:
    decoded = decode(data)
    if decoded.text is None:
        yield refused(place, decoded.note or "")
        return
    if decoded.text.startswith(_REPORT):
        yield refused(place, OWN)
        return
    yield Draft(place=place.as_posix(), text=decoded.text, name=named(place), note=decoded.note, extracted=False)
