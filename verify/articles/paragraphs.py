"""A text → its paragraphs: blank lines part them, line ends do too unless the text is hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from verify.model import Span

BLANK = " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u200b"
"""What fills no zone, as the inside of a character class: white space, the byte order mark, the zero-width space."""

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_INK = re.compile(rf"[^{BLANK}](?:.*[^{BLANK}])?", re.S)
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BULLET = re.compile(r"[-*•·▪●■–—]\s|\d{1,2}[.)]\s")
_SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]]*$")
_NARROWEST, _WIDEST = 50, 100
_RAGGED = 8
_UNFINISHED = 40


def paragraphs(text: str, start: int = 0) -> list[Span]:
    """Return the paragraphs of a text from an offset on, each without the white space around it."""
    lines = [span for m in _LINE.finditer(text, start) if (span := inked(text, m.start(), m.end()))]
    width = _width(text, lines)
    out = lines[:1]
    for above, line in pairwise(lines):
        if _adjacent(text, above, line) and _continues(text, above, line, width):
            out[-1] = Span(start=out[-1].start, end=line.end)
        else:
            out.append(line)
    return out


def inked(text: str, start: int, end: int) -> Span | None:
    """Return the range without the white space around it, None where nothing is left."""
    m = _INK.search(text, start, end)
    return Span(start=m.start(), end=m.end()) if m else None


def _adjacent(text: str, above: Span, below: Span) -> bool:
    return len(_BREAK.findall(text, above.end, below.start)) < 2


def _continues(text: str, above: Span, line: Span, width: int | None) -> bool:
    """Tell whether a line goes on with the sentence above it."""
    last = text[above.start : above.end]
    here = text[line.start : line.end]
    if _BULLET.match(here) or _indented(text, line):
        return False
    if here[0].islower() and not _SENTENCE_END.search(last) and len(last) >= _UNFINISHED:
        return True
    return width is not None and len(last) + 1 + len(here.split()[0]) > width - _RAGGED


def _indented(text: str, line: Span) -> bool:
    before = text[max(line.start - 4, 0) : line.start]
    return before.endswith(("  ", "\t"))


def _width(text: str, lines: list[Span]) -> int | None:
    """Return the width to which a text is wrapped, None where each line is a paragraph."""
    breaks = list(_breaks(text, lines))
    if not breaks:
        return None
    widths = sorted(len(last) for last, _ in breaks)
    width = widths[int(0.9 * (len(widths) - 1))]
    split = sum(first[0].islower() and not _SENTENCE_END.search(last) for last, first in breaks)
    return width if _NARROWEST <= width <= _WIDEST and split >= 0.4 * len(breaks) else None


def _breaks(text: str, lines: list[Span]) -> Iterator[tuple[str, str]]:
    for above, below in pairwise(lines):
        if _adjacent(text, above, below):
            yield text[above.start : above.end], text[below.start : below.end]
