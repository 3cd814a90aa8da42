"""Text put into Markdown so that it stays text: no emphasis, links, mentions, HTML, table cells or lists of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.report.quotation import Quotation

_SYNTAX = re.compile(r"[\\`*_\[\]|~#$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\0": "<!-- -->"}
# GitHub makes mentions, references, links and emoji of these after Markdown is done; a comment keeps them apart.
_LINKED = re.compile(r"(?<=[@#])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=:)(?=[a-z+-][\w+-]*:)", re.IGNORECASE)
_OPENS_BLOCK = re.compile(r"^(\d{1,9})?([-+=.)])")


def escaped(text: str) -> str:
    """Return one line of text for the middle of a line of Markdown, safe within a table too."""
    return html(_SYNTAX.sub(r"\\\g<0>", text))


def html(text: str) -> str:
    """Return one line of text for HTML within Markdown, where a backslash would be seen."""
    parted = _LINKED.sub("\0", text)
    for mark, entity in _ENTITIES.items():
        parted = parted.replace(mark, entity)
    return parted


def block(text: str) -> str:
    """Return one line of text for the start of a line of Markdown, where a dash or a number would open a list."""
    return _OPENS_BLOCK.sub(r"\1\\\2", escaped(text).lstrip())


def code(text: str) -> str:
    """Return text in the form of code; HTML where backticks or table bars would break it."""
    plain = "`" not in text and "|" not in text and text == text.strip() != ""
    return f"`{text}`" if plain else f"<code>{escaped(text)}</code>"


def strong(quotation: Quotation) -> str:
    """Return the words of the quotation in bold; HTML where asterisks would stand between letters and marks."""
    words = quotation.words
    open_edge = not quotation.before or quotation.before.endswith(" ") or words[:1].isalnum()
    close_edge = not quotation.after or quotation.after.startswith(" ") or words[-1:].isalnum()
    plain = open_edge and close_edge and words == words.strip() != ""
    return f"**{escaped(words)}**" if plain else f"<b>{escaped(words)}</b>"


def row(cells: Iterable[str]) -> str:
    """Return a row of a table; the cells are escaped before."""
    return "| " + " | ".join(cells) + " |"
