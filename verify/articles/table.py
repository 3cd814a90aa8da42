"""A table with an article in each row → articles."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import chain
from pathlib import PurePath
from typing import Literal

from verify.articles.decoding import decode
from verify.articles.drafts import Drafts, refused
from verify.articles.records import Unfit, read_records, too_many, twice
from verify.articles.source import MOST_BYTES

_DELIMITERS = (",", ";", "\t", "|")
_MOST_COLUMNS = 1_000
_LINE_END = re.compile(r"[\r\n]")
_ABOVE = re.compile(r"""(?:[\s,;|]*[\r\n])?(?:"?sep=[^\r\n]"?[\s,;|]*[\r\n])?""", re.I)
"""Rows of empty cells above that of the names, and the one by which Excel is told what parts the cells."""
_LATE_MARK = re.compile(r' +"')
_END = "\x1e"
"""A line behind the last one: where it is no row of its own, a quotation mark was still open."""
_WANTED = "expected a row of column names with text and, where known, title, outlet, published and id"


def read_table(place: PurePath, data: bytes) -> Drafts:
    """Yield the articles of a table whose first row names the columns; of these only `text` must be there."""
    if problem := too_many(data, ()):
        yield refused(place, f"{problem}, {_WANTED}")
        return
    decoded = decode(data)
    if decoded.text is None:
        yield refused(place, decoded.note or "")
        return
    # A cell holds a whole article; what is too long for one is refused later, by name.
    csv.field_size_limit(MOST_BYTES)
    text = _begun(decoded.text)
    top = _top(text)
    try:
        delimiter = _delimiter(top)
        if delimiter and (columns := top.count(delimiter) + 1) > _MOST_COLUMNS:
            yield refused(place, f"a table of {columns:,} columns, expected at most {_MOST_COLUMNS:,}")
            return
        if delimiter is None:
            yield refused(place, f"a table without a column named text, {_WANTED}")
            return
        if problem := too_many(data, (delimiter.encode(), b"\n", b"\r")) or _doubled(_names(top, delimiter)):
            yield refused(place, f"{problem}, {_WANTED}")
            return
        yield from read_records(place, _rows(text, delimiter), _WANTED)
    except csv.Error as error:
        yield refused(place, f"broken table ({error}), {_WANTED}")


def is_table(data: bytes) -> bool:
    """Return whether bytes without a name are a table: its first row names several columns, `text` among them."""
    top = _top(_begun(decode(data).text or ""))
    try:
        delimiter = _delimiter(top)
    except csv.Error:
        return False
    return delimiter is not None and delimiter in top


def _spaced(text: str, delimiter: str) -> bool:
    """Return whether a blank parts the cells beside the delimiter, so that a mark of quotation behind it encloses one."""
    if f"{delimiter} " not in text or '"' not in text:
        return False
    if not any(
        _LATE_MARK.match(cell) for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter) for cell in row
    ):
        return False
    try:
        for _ in csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True):
            pass
    except csv.Error:
        return False
    return True


def _begun(text: str) -> str:
    return text[m.end() :] if (m := _ABOVE.match(text)) else text


def _top(text: str) -> str:
    return _LINE_END.split(text, maxsplit=1)[0]


def _delimiter(top: str) -> str | None:
    """Return what parts the names of columns where `text` is one, of two ways to read them that of more columns."""
    found = [mark for mark in _DELIMITERS if "text" in _names(top, mark)]
    return max(found, key=top.count, default=None)


def _quoting(text: str, delimiter: str) -> Literal[0, 3]:
    """Return whether marks of quotation enclose the cells; in a table with tabs they are often those of the text, which no strict reader takes."""
    if delimiter != "\t" or '"' not in text:
        return csv.QUOTE_MINIMAL
    lines = [line.count("\t") for line in StringIO(text) if line.strip()]
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        across = sum("\t" in cell and bool(_LINE_END.search(cell)) for row in rows for cell in row)
    except csv.Error:
        return csv.QUOTE_NONE
    # Where each line is a whole row, a mark at its head and one at the end of another enclose no cell.
    return csv.QUOTE_NONE if across and min(lines) == max(lines) else csv.QUOTE_MINIMAL


def _names(line: str, delimiter: str) -> list[str]:
    return _named(next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), []))


def _named(top: Sequence[str]) -> list[str]:
    return [name.strip().strip('"').casefold() for name in top]


def _doubled(names: Sequence[str]) -> str | None:
    again = twice(names)
    return f"two columns named {again}" if again else None


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, dict[str, str] | Unfit]]:
    """Yield the rows by number; empty cells behind the last column are nothing lost."""
    quoting, spaced = _quoting(text, delimiter), _spaced(text, delimiter)
    lines = chain(StringIO(text, newline=""), (_END,))
    rows = csv.reader(lines, delimiter=delimiter, quoting=quoting, skipinitialspace=spaced)
    top = next(rows)
    if top[-1:] and top[-1].endswith(_END):
        raise csv.Error("a quotation mark in the first row never closes")
    names = _named(top)
    for number, cells in enumerate(rows, 1):
        if cells == [_END]:
            return
        if cells and cells[-1].endswith(_END):
            yield number, Unfit("has a quotation mark that never closes, expected two")
        elif any(cell.strip() for cell in cells[len(names) :]):
            hint = "one with a comma in it stands in quotation marks" if delimiter == "," else "each in its column"
            yield number, Unfit(f"has {len(cells):,} cells, expected {len(names):,} ({hint})")
        elif any(cell.strip() for cell in cells):
            yield number, dict(zip(names, cells, strict=False))
