"""Words quoted in their sentence, shortened around them so that a reader finds them at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from verify.model import Span
from verify.report.inert import one_line

CONTEXT = 180
"""Characters that the words and what stands around them share; long words still get `LEAST_CONTEXT` around them."""

LEAST_CONTEXT = 60
LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of an article with what stands before and after them, each on one line and harmless to show."""

    before: str
    words: str
    after: str


def quoted(text: str, focus: Span, frame: Span) -> Quotation:
    """Return the words at `focus` within the sentence at `frame`; … stands for what is left out."""
    before = one_line(text[min(frame.start, focus.start) : focus.start]).lstrip()
    words = _elided(one_line(text[focus.start : focus.end]))
    after = one_line(text[focus.end : max(frame.end, focus.end)]).rstrip()
    left, right = _shares(len(before), len(after), max(CONTEXT - len(words), LEAST_CONTEXT))
    return Quotation(before=_tail(before, left), words=words, after=_head(after, right))


def paragraph(text: str, focus: Span) -> Span:
    """Return the lines that the span stands on."""
    end = text.find("\n", focus.end)
    return Span(start=text.rfind("\n", 0, focus.start) + 1, end=len(text) if end < 0 else end)


def _shares(before: int, after: int, room: int) -> tuple[int, int]:
    left = min(before, max(room // 2, room - after))
    return left, min(after, room - left)


def _elided(words: str) -> str:
    return words if len(words) <= LONGEST else _head(words, LONGEST * 2 // 3) + " " + _tail(words, LONGEST // 3)[2:]


def _head(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text[:limit]
    return (cut.rpartition(" ")[0] or cut) + "…"


def _tail(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text[len(text) - limit :]
    return "… " + (cut.partition(" ")[2] or cut)
