"""A short page, whose text is handed out in one line, in the paragraphs that its markup has."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from verify.articles.reading import MOST

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "dt", "figcaption", "blockquote", "pre", "div")
_SURE = 20
"""Letters that a heading of one word has not; a shorter block counts where the next one follows it."""
_WINDOW = 2_000
"""Letters that may stand outside all blocks before one of them."""


def paragraphs_of(tree: HtmlElement, text: str) -> list[str]:
    """Return the paragraphs of a text that was taken from a page."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return _apart(lines[0], _blocks(tree)) if len(lines) == 1 and len(text) <= MOST else lines


def _blocks(tree: HtmlElement) -> list[str]:
    """Return the letters of the blocks that hold no other block."""
    leaves = (block for block in tree.iter(*_BLOCKS) if next(block.iterdescendants(*_BLOCKS), None) is None)
    return [letters for leaf in leaves if (letters := _letters(leaf.text_content()))]


def _letters(text: str) -> str:
    return "".join(text.split())


def _apart(line: str, blocks: list[str]) -> list[str]:
    """Return a line in parts, cut where a block begins or ends; white space is not compared."""
    places = [i for i, c in enumerate(line) if not c.isspace()]
    letters = _letters(line)
    cuts, at = {0, len(line)}, 0
    for block, after in pairwise([*blocks, ""]):
        start = _start(letters, at, block, after)
        if start >= 0:
            at = start + len(block)
            cuts |= {places[start], places[at] if at < len(places) else len(line)}
    return [part for start, end in pairwise(sorted(cuts)) if (part := line[start:end].strip())]


def _start(letters: str, at: int, block: str, after: str) -> int:
    """Return where a block begins in what is left of a line, -1 where it is not in it."""
    if len(block) >= _SURE:
        return letters.find(block, at, at + len(block) + _WINDOW)
    return at if letters.startswith(block + after, at) else -1
