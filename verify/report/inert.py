"""Untrusted text made harmless: no control characters, no marks that turn the reading direction, no formulas."""

from __future__ import annotations

import re
import unicodedata

_LEAVES_NO_MARK = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SPACES = re.compile(r"\s+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def visible(text: str) -> str:
    """Replace each character that a screen would obey rather than show: ESC becomes ␛, a direction mark becomes �."""
    return text if text.isprintable() else "".join(map(_shown, text))


def one_line(text: str) -> str:
    """Fold every run of white space into one space and make the rest visible; the ends keep their space."""
    return visible(_SPACES.sub(" ", text))


def clip(text: str, limit: int) -> str:
    """Shorten to at most `limit` characters on one line, at a space where there is one, with … for what is left out."""
    line = one_line(text).strip()
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def encodable(text: str) -> str:
    """Replace what is no character, such as half a surrogate pair in a path, so that the text encodes as UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def harmless(cell: object) -> object:
    """Return the cell of a table so that it encodes as UTF-8, ends no row and no spreadsheet takes it for a formula.

    A sign of full width counts as the sign itself, as it does to some spreadsheets; a line end stays, but a lone CR, which none writes.
    """
    if not isinstance(cell, str):
        return cell
    text = "\n".join(visible(line) for line in cell.replace("\r\n", "\n").split("\n"))
    first = unicodedata.normalize("NFKC", text.lstrip()[:1])
    return f"'{text}" if first in _FORMULA or cell.startswith(_FORMULA) else text


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    if character in _LEAVES_NO_MARK:
        return ""
    if character == "\x7f":
        return "␡"
    return chr(0x2400 + ord(character)) if character < " " else "\ufffd"
