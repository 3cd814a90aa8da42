"""A table with an article in each row → articles."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import PurePath

from verify.articles.decoding import decode
from verify.articles.drafts import Drafts, refused
from verify.articles.records import read_records
from verify.articles.source import MOST_BYTES

_DELIMITERS = (",", ";", "\t", "|")
_MOST_COLUMNS = 1_000
_LINE_END = re.compile(r"[\r\n]")
_WANTED = "expected a row of column names with text and, where known, title, outlet, published and id"


def read_table(place: PurePath, data: bytes) -> Drafts:
    """Yield the articles of a table whose first row names the columns; of these only `text` must be there."""
    decoded = decode(data)
    if decoded.text is None:
        yield refused(place, decoded.note or "")
        return
    # A cell holds a whole article; what is too long for one is refused later, by name.
    csv.field_size_limit(MOST_BYTES)
    top = _LINE_END.split(decoded.text.lstrip(), maxsplit=1)[0]
    try:
        delimiter = next((mark for mark in _DELIMITERS if "text" in _names(top, mark)), None)
        if delimiter and (columns := top.count(delimiter) + 1) > _MOST_COLUMNS:
            yield refused(place, f"a table of {columns:,} columns, expected at most {_MOST_COLUMNS:,}")
            return
        if delimiter is None:
            yield refused(place, f"a table without a column named text, {_WANTED}")
            return
        yield from read_records(place, _rows(decoded.text.lstrip(), delimiter), _WANTED)
    except csv.Error as error:
        yield refused(place, f"broken table ({error}), {_WANTED}")


def _names(line: str, delimiter: str) -> list[str]:
    return [name.strip().casefold() for name in next(csv.reader([line], delimiter=delimiter), [])]


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, dict[str, str]]]:
    names: list[str] = []
    for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter)):
        if not number:
            names = [name.strip().casefold() for name in cells]
        elif any(cell.strip() for cell in cells):
            yield number, dict(zip(names, cells, strict=False))
