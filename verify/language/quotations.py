"""Where quotation marks open and close: double and single, curly and straight, over several paragraphs, never at an apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.model import Span

DOUBLE = re.compile(r"[“”„‟«»\"]|''|``|‘‘|’’")
SINGLE = re.compile(r"(?<![^\W_])[‘'](?=[^\W_“\"(\[])(?!'|\d0['’]?s\b)|(?<=[^\s‘'])['’](?!['’]|[^\W_])")
"""A single mark where it can open or close: an apostrophe inside a word is none."""
OPENING, CLOSING = frozenset({"“", "„", "«", "``", "‘‘", "‘"}), frozenset({"”", "»", "’’", "’"})
OWNER = re.compile(r"[sxz]['’] [^\W_]")
"""A mark that may as well belong to several owners ("the farmers' dogs")."""
PARAGRAPH = re.compile(r"\n[ \t]*\r?\n|\n(?=[ \t]*[“\"„«‘'])")
LONGEST = 4000


def quoted(text: str) -> tuple[Span, ...]:
    """Return the words between quotation marks, the marks left out; a mark without partner counts for nothing.

    An opening mark closes at its partner or, where the next paragraph opens anew, at the end of its own. A quotation inside one of the
    other style is part of it.
    """
    found = sorted({*_pairs(text, DOUBLE), *_pairs(text, SINGLE)}, key=lambda pair: (pair[0], -pair[1]))
    out: list[Span] = []
    for a, b in found:
        if text[a:b].strip() and (not out or a >= out[-1].end):
            out.append(Span(start=a, end=b))
    return tuple(out)


def reopened(text: str, left: Span, right: Span) -> bool:
    """Return whether a quotation goes on in the next paragraph, its own being left open."""
    between = text[left.end : right.start]
    return between[:1].isspace() and "\n" in between and len(between.split()) == 1


def _pairs(text: str, marks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    open_at: int | None = None
    for mark in marks.finditer(text):
        opens = _opens(text, mark, is_open=open_at is not None)
        if opens:
            if open_at is not None and (broken := _paragraph_end(text, open_at, mark.start())) is not None:
                yield open_at, broken
            open_at = mark.end()
        elif open_at is not None and not (marks is SINGLE and OWNER.match(text, mark.start() - 1)):
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
