"""Where quotation marks open and close: curly and straight, over several paragraphs, never at an apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.model import Span

DOUBLE = re.compile(r"[“”„‟«»\"]")
OPENING, CLOSING = "“„«", "”»"
PARAGRAPH = re.compile(r"\n[ \t]*\r?\n|\n(?=[ \t]*[“\"„«])")
LONGEST = 4000


def quoted(text: str) -> tuple[Span, ...]:
    """Return the words between double quotation marks, the marks left out; a mark without partner counts for nothing.

    An opening mark closes at its partner or, where the next paragraph opens anew, at the end of its own.
    """
    return tuple(Span(start=a, end=b) for a, b in _pairs(text) if text[a:b].strip())


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    open_at: int | None = None
    for mark in DOUBLE.finditer(text):
        opens = _opens(text, mark, is_open=open_at is not None)
        if opens:
            if open_at is not None and (broken := _paragraph_end(text, open_at, mark.start())) is not None:
                yield open_at, broken
            open_at = mark.end()
        elif open_at is not None:
            yield from _closed(text, open_at, mark.start())
            open_at = None


def _opens(text: str, mark: re.Match[str], *, is_open: bool) -> bool:
    """Return whether a mark opens a quotation: by its form, a straight one by the blanks around it."""
    if mark[0] in OPENING:
        return True
    if mark[0] in CLOSING:
        return False
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    if after.isspace() or (before.isalnum() and not after.isalnum()) or before in ".,!?…":
        return False
    return not is_open or before.isspace() or before in "([—–-"


def _paragraph_end(text: str, start: int, end: int) -> int | None:
    """Return where the paragraph ends in which a quotation opened, if the next mark opens another paragraph; the
    speech goes on there.
    """
    breaks = list(PARAGRAPH.finditer(text, start, end))
    if not breaks or end - start > LONGEST or text[breaks[-1].end() : end].strip():
        return None
    return breaks[0].start() if len(breaks) == 1 else None


def _closed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a quotation that closes; one that runs over a paragraph break without opening anew has lost its mark."""
    if end - start <= LONGEST and not re.search(r"\n[ \t]*\r?\n", text[start:end]):
        yield start, end
