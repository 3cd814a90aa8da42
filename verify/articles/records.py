"""Articles as records with a text and what is known about it: JSON, JSON lines, and the rows of a table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import PurePath
from typing import Any

from verify.articles.decoding import decode
from verify.articles.drafts import Draft, Drafts, composed, named, refused

_NAMED = 20
"""Records without a text that are named one by one; the rest are counted."""
FIELDS = ("title", "outlet", "published", "author")
_WANTED = 'expected objects with a "text" and, where known, "title", "outlet", "published" and "id"'


def read_json(place: PurePath, data: bytes) -> Drafts:
    """Yield the articles of a JSON file: an object with a text, or a list of such objects."""
    decoded = decode(data)
    try:
        found = json.loads(decoded.text or "")
    except (ValueError, RecursionError):
        yield refused(place, decoded.note if decoded.text is None and decoded.note else f"broken JSON, {_WANTED}")
        return
    if isinstance(found, dict) and str(found.get("schema", "")).startswith("verify-report/"):
        yield refused(place, "a report of verify, expected the articles")
        return
    yield from read_records(place, enumerate(found if isinstance(found, list) else [found], 1), _WANTED)


def read_json_lines(place: PurePath, data: bytes) -> Drafts:
    """Yield the articles of a file with a JSON object on each line."""
    decoded = decode(data)
    if decoded.text is None:
        yield refused(place, decoded.note or "")
        return
    lines = ((number, line) for number, line in enumerate(StringIO(decoded.text, newline="\n"), 1) if line.strip())
    yield from read_records(place, ((number, _parsed(line)) for number, line in lines), _WANTED)


def read_records(place: PurePath, records: Iterator[tuple[int, Any]], wanted: str) -> Drafts:
    """Yield an article for each numbered record; a record without a text becomes an entry of what was not checked.

    A file in which no record has a text is one entry: it holds data, perhaps about the story.
    """
    found, data = False, False
    without: list[int] = []
    more = 0
    for number, record in records:
        data = data or isinstance(record, Mapping)
        text = record.get("text") if isinstance(record, Mapping) else None
        if isinstance(text, str) and text.strip():
            found = True
            yield _draft(f"{place.as_posix()}#{number}", text, record, f"{named(place)}-{number}")
        elif len(without) < _NAMED:
            without.append(number)
        else:
            more += 1
    if found:
        for number in without:
            yield refused(f"{place.as_posix()}#{number}", f"no text of an article, {wanted}")
        if more:
            yield refused(place, f"{more:,} records more with no text of an article, {wanted}")
    else:
        what = "data with no text of an article" if data else "no text of an article" if without else "no article in it"
        yield refused(place, f"{what}, {wanted}")


def _draft(where: str, text: str, record: Mapping[str, Any], name: str) -> Draft:
    known = {field: _sound(str(record[field])) for field in FIELDS if record.get(field)}
    return Draft(
        place=where, text=composed(_sound(text), **known), name=_sound(str(record.get("id") or "")).strip() or name
    )


def _sound(text: str) -> str:
    """Return a text without halves of surrogate pairs, which JSON can write and which are no characters."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
