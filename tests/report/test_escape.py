from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from verify.report.escape import block, code, escaped, row, strong
from verify.report.inert import one_line
from verify.report.quotation import Quotation

from .reading import TextOf

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = st.text(alphabet="ab1 \t\n\\`*_{}[]()<>#+-.!|~&=:;/@'\"$^%,?\u202e\x1b😀é", max_size=40)
FEW = settings(max_examples=150, deadline=None, derandomize=True)


def page(markdown: str) -> TextOf:
    return TextOf.html(MARKDOWN.render(markdown))


def same(shown: str, text: str) -> bool:
    return " ".join(shown.split()) == " ".join(text.split())


@FEW
@given(MARKUP)
def test_text_in_a_line_is_read_as_it_stands(text: str) -> None:
    shown = page(f"x {escaped(one_line(text))}")
    assert same(shown.text, f"x {one_line(text)}")
    assert shown.tags == {"p"}


@FEW
@given(MARKUP)
def test_text_at_the_start_of_a_line_opens_no_block(text: str) -> None:
    shown = page(f"above\n\n{block(one_line(text))}\n")
    assert same(shown.text, f"above {one_line(text)}")
    assert shown.tags == {"p"}


@FEW
@given(MARKUP)
def test_text_in_a_table_stays_in_its_cell(text: str) -> None:
    shown = page("\n".join((row(("a", "b")), row(("---", "---")), row((escaped(one_line(text)), "end")))))
    assert same(shown.text, f"a b {one_line(text)} end")
    assert shown.tags == {"table", "thead", "tbody", "tr", "th", "td"}


@FEW
@given(MARKUP)
def test_code_is_read_as_it_stands(text: str) -> None:
    shown = page(f"x {code(one_line(text))}")
    assert same(shown.text, f"x {one_line(text)}")
    assert shown.tags == {"p", "code"}


@FEW
@given(MARKUP, MARKUP, MARKUP)
def test_quoted_words_are_strong(before: str, words: str, after: str) -> None:
    before, words, after = (one_line(text) for text in (before, words, after))
    quotation = Quotation(before=before, words=words, after=after)
    shown = page(f"{block(before)}{strong(quotation)}{escaped(after)}")
    assert same(shown.text, f"{before}{words}{after}")
    assert shown.tags in ({"p", "strong"}, {"p", "b"})


@pytest.mark.parametrize("text", ["@editor", "#12", "https://evil.example", "www.evil.example", ":boom:", ":+1:"])
def test_nothing_is_left_for_github_to_link(text: str) -> None:
    assert "<!-- -->" in escaped(text)


@pytest.mark.parametrize("text", ["at 10:30:45", "a @ b", "No. # 2", "awww fine", "ratio 3:1"])
def test_harmless_text_stays_readable(text: str) -> None:
    assert "<!-- -->" not in escaped(text)
