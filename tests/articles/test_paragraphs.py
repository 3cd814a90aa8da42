"""How a text falls into paragraphs."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.articles.paragraphs import paragraphs

LONG = (
    "The coast guard said that five people died and that the search for the two others would go on through the night."
)
OTHER = "Relatives waited at the pier, where the mayor spoke to them in the evening and promised a full inquiry soon."


def read(text: str) -> list[str]:
    return [text[span.start : span.end] for span in paragraphs(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_part_paragraphs(end: str) -> None:
    assert read(f"{end}One.{end}{end}Two.{end}  {end}{end}Three.{end}") == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_without_blank_lines_each_line_is_a_paragraph(end: str) -> None:
    assert read(end.join([LONG, OTHER, "Five people died."])) == [LONG, OTHER, "Five people died."]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_hard_wrapped_paragraphs_stay_whole(width: int, end: str) -> None:
    blocks = [textwrap.fill(f"{LONG} {OTHER}", width), textwrap.fill(f"{OTHER} {LONG}", width)]
    text = "\n\n".join(blocks).replace("\n", end)
    assert read(text) == [block.replace("\n", end) for block in blocks]


def test_indented_wrapped_paragraphs() -> None:
    blocks = [textwrap.fill(f"{LONG} {OTHER}", 70, initial_indent="    ") for _ in range(3)]
    assert read("\n".join(blocks)) == [block.strip() for block in blocks]


def test_a_short_line_in_wrapped_text_ends_a_paragraph() -> None:
    body = textwrap.fill(f"{LONG} {OTHER}", 70)
    assert read(f"Ferry sinks off the coast\n{body}\n\n{body}") == ["Ferry sinks off the coast", body, body]


def test_a_sentence_that_a_link_broke() -> None:
    text = "The coast guard said that five people had died\nnear the pier on Sunday.\nThe sea was calm."
    assert read(text) == [
        "The coast guard said that five people had died\nnear the pier on Sunday.",
        "The sea was calm.",
    ]


def test_lists_stay_lists() -> None:
    text = "The report names the following faults of the ferry:\n- two broken pumps\n- one broken door\n1. no radar"
    assert read(text) == text.split("\n")


def test_short_lines_are_not_joined() -> None:
    assert read("facebook\ntwitter\nemail") == ["facebook", "twitter", "email"]


@given(st.text())
def test_paragraphs_hold_all_ink(text: str) -> None:
    found = read(text)
    assert all(p.strip() for p in found)
    ink = [c for c in text if not c.isspace() and c not in "\ufeff\u200b"]
    assert [c for p in found for c in p if not c.isspace() and c not in "\ufeff\u200b"] == ink
