"""Bytes that are text, text in another encoding, and bytes that are none."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.articles.decoding import decode

TEXT = (
    "The captain said “we did all we could” – five died at the café in Kirkhaven’s port.\r\n\r\nThe sea was calm.\r\n"
    * 3
)


def test_utf8_needs_no_note() -> None:
    found = decode(TEXT.encode())
    assert (found.text, found.note) == (TEXT, None)


def test_the_byte_order_mark_is_no_text() -> None:
    found = decode(TEXT.encode("utf-8-sig"))
    assert (found.text, found.note) == (TEXT, None)


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1252", "windows-1252"),
        ("mac_roman", "Mac Roman"),
    ],
)
def test_other_encodings_are_read_and_told(codec: str, name: str) -> None:
    found = decode(TEXT.encode(codec))
    assert (found.text, found.note) == (TEXT, f"decoded as {name}, expected UTF-8")


def test_latin_1() -> None:
    found = decode("Five people died at the café.\n".encode("latin-1"))
    assert found.text == "Five people died at the café.\n"
    assert found.note == "decoded as windows-1252, expected UTF-8"


def test_another_alphabet() -> None:
    text = "Пять человек погибли, когда паром затонул у северного берега в воскресенье.\n" * 4
    assert decode(text.encode("cp1251")).text == text


def test_a_few_broken_bytes_do_not_spoil_the_rest() -> None:
    found = decode(TEXT.encode()[:-30] + b"\xe2\x80" + b" the end")
    assert found.text is not None
    assert "“we did all we could”" in found.text
    assert found.note == "1 characters are broken and read as U+FFFD, expected UTF-8"


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "\ufeff \n".encode(), " \n ".encode("utf-16"), b"\xef\xbb\xbf"])
def test_empty(data: bytes) -> None:
    assert decode(data).text is None
    assert decode(data).note == "empty file, expected the text of an article"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7 text", "a PDF document"),
        (b"PK\x03\x04rest", "a zip archive or an office document"),
        (b"\x89PNG\r\n\x1a\nrest", "an image"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"A ferry\x00 sank on Sunday.", "a binary file"),
        (bytes(range(256)) * 8, "a binary file"),
        (random.Random(1).randbytes(4000), "a binary file"),
        (b"A ferry \x01\x02\x03\x04\x05\x06 sank.", "a binary file"),
    ],
)
def test_binary(data: bytes, name: str) -> None:
    found = decode(data)
    assert (found.text, found.note) == (None, f"{name}, expected plain text")


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    found = decode(data)
    assert found.text is not None or found.note


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip))
def test_any_utf8_text_comes_back(text: str) -> None:
    assert decode(text.encode()).text in (text, text.removeprefix("\ufeff"), None)
