"""Bytes of a file → its text, with what had to be guessed."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from verify.lists import load

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_NAMES = {"cp1252": "windows-1252", "mac_roman": "Mac Roman", "utf_16_le": "UTF-16", "utf_16_be": "UTF-16"}
_WESTERN = ["cp1252", "mac_roman"]
_SAMPLE = 200_000
# Letters beyond ASCII are rare in English; with more of them than this the text is in another alphabet.
_WESTERN_SHARE = 0.1
_CONTROL_SHARE = 0.002


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text, None where there is none, and what a reader must know about it."""

    text: str | None
    note: str | None = None


def decode(data: bytes) -> Decoded:
    """Return the text of a file's bytes, without a byte order mark and otherwise unchanged."""
    if not data.strip():
        return Decoded(text=None, note="empty file, expected the text of an article")
    if kind := _magic(data):
        return Decoded(text=None, note=f"{kind}, expected plain text")
    found = _marked(data) or _utf8(data) or _guessed(data)
    if found is None or found.text is None or _is_binary(found.text):
        return Decoded(text=None, note="a binary file, expected plain text")
    if not found.text.strip():
        return Decoded(text=None, note="empty file, expected the text of an article")
    return found


def _magic(data: bytes) -> str | None:
    for entry in load("formats")["magic"]:
        if data.startswith(bytes.fromhex(entry["bytes"])):
            return str(entry["name"])
    return None


def _marked(data: bytes) -> Decoded | None:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _attempt(data, codec, f"decoded as {name}, expected UTF-8")
    return None


def _utf8(data: bytes) -> Decoded | None:
    if b"\0" in data:
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    return _attempt(data, "utf-8", None) or _damaged(data)


def _attempt(data: bytes, codec: str, note: str | None) -> Decoded | None:
    try:
        return Decoded(text=data.decode(codec).removeprefix("\ufeff"), note=note)
    except UnicodeError:
        return None


def _damaged(data: bytes) -> Decoded | None:
    """Read UTF-8 in which a few bytes are broken: by chance, other encodings hardly ever form a valid sequence."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(not c.isascii() for c in text) - broken
    if sound < broken:
        return None
    return Decoded(text=text, note=f"{broken} characters are broken and read as U+FFFD, expected UTF-8")


def _guessed(data: bytes) -> Decoded | None:
    codec = _western(data) or _detect(data, None)
    if codec is None:
        return None
    return _attempt(data, codec, f"decoded as {_NAMES.get(codec, codec.replace('_', '-'))}, expected UTF-8")


def _western(data: bytes) -> str | None:
    high = sum(byte > 127 for byte in data[:_SAMPLE])
    if b"\0" in data or high > _WESTERN_SHARE * min(len(data), _SAMPLE):
        return None
    return _detect(data, _WESTERN)


def _detect(data: bytes, codecs_to_try: list[str] | None) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=codecs_to_try).best()
    return best.encoding if best else None


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    control = sum((c < " " and c not in "\t\n\r\f\v") or "\x7f" <= c < "\xa0" for c in sample)
    return "\0" in text or control > _CONTROL_SHARE * len(sample) + 1
