"""Articles as records with a text and what is known about it: JSON, JSON lines, and the rows of a table."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import PurePath
from typing import Any

from verify.articles.decoding import decode
from verify.articles.drafts import LONGEST, LONGEST_ID, OWN, Draft, Drafts, composed, cut, named, refused


@dataclass(frozen=True, slots=True)
class Unfit:
    """A record that cannot be read for what it is, and why: "has 4 cells, expected 2"."""

    reason: str


_NAMED = 20
"""Records without a text that are named one by one; the rest are counted."""
FIELDS = ("title", "outlet", "published", "author")
MOST_MARKS = 500_000
"""Marks of a file that part one value from the next: of some 10 MB of articles, fifty times what a story takes; 100 MB once read at most."""
_MOST_BYTES = 20_000_000
"""Of a table or a JSON file, a hundred times what a story takes; 46 MB of one text with an emoji took 1.25 GB, 20 MB take half of that at most."""
_MARKS = (b",", b"[", b"{")
_WANTED = 'expected objects with a "text" and, where known, "title", "outlet", "published" and "id"'


def read_json(place: PurePath, data: bytes) -> Drafts:
    """Yield the articles of a JSON file: an object with a text, or a list of such objects."""
    if problem := too_many(data, _MARKS):
        yield refused(place, f"{problem}, {_WANTED}")
        return
    decoded = decode(data)
    try:
        found = json.loads(decoded.text or "", object_pairs_hook=_object)
    except (ValueError, RecursionError):
        yield refused(place, decoded.note if decoded.text is None and decoded.note else f"broken JSON, {_WANTED}")
        return
    if isinstance(found, dict) and str(found.get("schema", "")).startswith("verify-report/"):
        yield refused(place, OWN)
        return
    yield from read_records(place, enumerate(found if isinstance(found, list) else [found], 1), _WANTED)


def read_json_lines(place: PurePath, data: bytes) -> Drafts:
    """Yield the articles of a file with a JSON object on each line."""
    if problem := too_many(data, (*_MARKS, b"\n")):
        yield refused(place, f"{problem}, {_WANTED}")
        return
    decoded = decode(data)
    if decoded.text is None:
        yield refused(place, decoded.note or "")
        return
    lines = ((number, line) for number, line in enumerate(StringIO(decoded.text, newline="\n"), 1) if line.strip())
    yield from read_records(place, ((number, _parsed(line)) for number, line in lines), _WANTED)


def read_records(place: PurePath, records: Iterator[tuple[int, Any]], wanted: str) -> Drafts:
    """Yield an article for each numbered record; a record without a text becomes an entry of what was not checked.

    A file in which no record has a text is one entry: it holds data, perhaps about the story. Records that are unfit are told in one line.
    """
    found, data = False, False
    without: list[int] = []
    unfit, others, more = None, 0, 0
    for number, record in records:
        if isinstance(record, Unfit):
            others += unfit is not None
            unfit = unfit or f"record {number} {record.reason}: it is not read"
            continue
        data = data or isinstance(record, Mapping)
        text = record.get("text") if isinstance(record, Mapping) else None
        if isinstance(text, str) and text.strip():
            found = True
            yield _draft(f"{place.as_posix()}#{number}", text, record, f"{named(place)}-{number}")
        elif len(without) < _NAMED:
            without.append(number)
        else:
            more += 1
    if unfit:
        yield refused(
            place, f"{unfit}, nor {'is one more' if others == 1 else f'are {others:,} more'}" if others else unfit
        )
    if found:
        for number in without:
            yield refused(f"{place.as_posix()}#{number}", f"no text of an article, {wanted}")
        if more:
            yield refused(place, f"{more:,} records more with no text of an article, {wanted}")
    elif not unfit:
        what = "data with no text of an article" if data else "no text of an article" if without else "no article in it"
        yield refused(place, f"{what}, {wanted}")


def too_many(data: bytes, marks: Sequence[bytes]) -> str | None:
    """Return what makes a file more than a list of articles, before anything is built of it."""
    if len(data) > _MOST_BYTES:
        return f"{len(data):,} bytes, which is more than {_MOST_BYTES // 1_000_000} MB"
    count = sum(map(data.count, marks))
    return f"{count:,} values or more" if count > MOST_MARKS else None


def twice(names: Iterable[str]) -> str | None:
    """Return the first of the names with a meaning that is given twice."""
    count = Counter(names)
    return next((name for name in ("text", "id", *FIELDS) if count[name] > 1), None)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | Unfit:
    again = twice(key for key, _ in pairs) if len(pairs) > 1 else None
    return Unfit(f"has two {again!r}, expected one") if again else _unfit([v for _, v in pairs]) or dict(pairs)


def _unfit(value: object) -> Unfit | None:
    """Return what is unfit in a value, at whatever depth of lists; an object with something unfit in it is that itself."""
    if isinstance(value, list):
        return next(filter(None, map(_unfit, value)), None)
    return value if isinstance(value, Unfit) else None


def _stated(value: object) -> str:
    """Return in words what a field states: a string or a number, the name of an object, a list of these; nothing where it is none."""
    if isinstance(value, list):
        parts = (cut(_stated(part)) for part in value[:LONGEST] if isinstance(part, str | Mapping))
        return ", ".join(part for part in parts if part)
    if isinstance(value, Mapping):
        return next((name for key in ("name", "title") if isinstance(name := value.get(key), str) and name), "")
    stated = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value) if stated and value else ""


def _draft(where: str, text: str, record: Mapping[str, Any], name: str) -> Draft:
    known = {field: _sound(cut(_stated(record.get(field)))) for field in FIELDS}
    id = _sound(cut(_stated(record.get("id")), LONGEST_ID))
    return Draft(place=where, text=composed(_sound(text), **known), name=id or name)


def _sound(text: str) -> str:
    """Return a text without halves of surrogate pairs, which JSON can write and which are no characters."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _parsed(line: str) -> Any:
    try:
        return json.loads(line, object_pairs_hook=_object)
    except (ValueError, RecursionError):
        return None
