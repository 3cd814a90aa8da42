"""The file of decisions, `review.toml`, as text.

Each field stands on a line of its own that begins with the key of its finding, and the findings are sorted by key with a blank line
between them. So no two findings share a line, and a merge that keeps the lines of both sides (`merge=union`) can be read: where both decided
on one finding, by `verify.review.merging`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from verify.errors import InputError
from verify.review.entries import Entry, read_entry
from verify.review.merging import both_sides
from verify.toml import parsed

NAME = "review.toml"
_KEY = re.compile(r"[A-Za-z0-9_-]+")
_HEAD = "# Decisions of `verify review`, one block per finding. Comments are not kept: write a note.\n"


def load(text: str) -> dict[str, Entry]:
    """Return the entries by key, of a merged text the later ones. Raises InputError where the text is no such file."""
    try:
        tables = parsed(text)
    except ValueError as error:
        if merged := both_sides(text):
            return merged
        raise InputError(f"{error}, expected lines as `verify review` writes them, each once") from None
    if strange := [key for key in tables if not _KEY.fullmatch(key)]:
        raise InputError(f"{strange[0]!r}: no key of a finding, expected one as `verify review` writes it")
    return {key: read_entry(key, table) for key, table in tables.items()}


def dump(entries: Mapping[str, Entry]) -> str:
    """Return the text of the file; the same entries give the same bytes in whatever order they were made."""
    return _HEAD + "".join("\n" + "".join(_lines(key, entries[key])) for key in sorted(entries))


def _lines(key: str, entry: Entry) -> Iterator[str]:
    for name, value in asdict(entry).items():
        if value is not None:
            yield f"{key}.{name} = {_written(value)}\n"


def _written(value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    # JSON writes a string as TOML does, but for DEL; what is no character at all (half a surrogate pair) TOML cannot hold.
    sound = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return json.dumps(sound, ensure_ascii=False).replace("\x7f", "\\u007f")
