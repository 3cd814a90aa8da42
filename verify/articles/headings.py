"""Which lines are headlines: short ones without a full stop, at the top or between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.articles.links import terminated

_LONGEST_HEADLINE, _LONGEST_SUBHEAD = 25, 12
_BULLET = re.compile(r"^(?:[-*•·▪●■–—]\s|\d{1,2}[.)]\s)")
_POST = re.compile(r"\(@\w|https?:|\bpic\.twitter")
_OPEN_END = re.compile(r"[:;,][\"”’')]*$")


def is_title(text: str, title: str | None) -> bool:
    """Tell whether a paragraph is the title that is known of the article."""
    return bool(title) and _letters(text) == _letters(title or "")


def headlines(texts: Sequence[str]) -> set[int]:
    """Return the indexes of the headlines among paragraphs that are neither furniture nor captions."""
    sentences = [i for i, text in enumerate(texts) if terminated(text)]
    if not sentences:
        return set()
    top = {i for i in range(sentences[0]) if _is_line(texts[i], _LONGEST_HEADLINE)}
    below = {i - 1 for i in sentences if i and i > sentences[0] and _is_line(texts[i - 1], _LONGEST_SUBHEAD)}
    return top | below | ({0} if _is_question(texts) else set())


def _is_line(text: str, longest: int) -> bool:
    if terminated(text) or text[0].islower() or any(p.search(text) for p in (_OPEN_END, _BULLET, _POST)):
        return False
    return len(text.split()) <= longest


def _is_question(texts: Sequence[str]) -> bool:
    """Tell whether the text opens with a headline that ends in a question or exclamation mark."""
    return len(texts) > 2 and texts[0][-1] in "?!" and len(texts[0].split()) <= _LONGEST_SUBHEAD


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
