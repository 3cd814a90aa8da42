from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from verify.report.markdown import render

from . import golden
from .reading import TextOf
from .stories import HOSTILE, alone, crowd, ferry, hostile, nothing

TAGS = {
    *("h1", "h2", "h3", "p", "br", "hr", "ul", "li", "blockquote", "code", "strong", "b", "details", "summary"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
STORIES = [alone, crowd, ferry, hostile, nothing]


def html(markdown: str) -> str:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)


def test_report_is_the_golden_one() -> None:
    golden.check("report.md", render(ferry()))


def test_report_of_one_article_is_the_golden_one() -> None:
    golden.check("alone.md", render(alone()))


@pytest.mark.parametrize("story", STORIES)
def test_same_report_same_text(story) -> None:
    assert render(story()) == render(story())


def test_hostile_text_makes_nothing_but_text() -> None:
    page = TextOf.html(html(render(hostile())))
    assert page.tags <= TAGS
    assert not any(page.open[tag] for tag in page.tags - {"br", "hr"})


def test_hostile_text_is_read_as_it_stands() -> None:
    shown = " ".join(TextOf.html(html(render(hostile()))).text.split())
    start = HOSTILE.partition(" \x1b")[0]
    assert shown.count(start) >= 6
    for piece in (
        "␛[31mred␛[0m ␇ �gnp.exe� a \\| b ``` `code` <script>alert(1)</script>",
        "**bold** _under_ # head &amp; $x$",
    ):
        assert piece in shown


@pytest.mark.parametrize("story", [crowd, ferry, hostile])
def test_tables_keep_their_columns(story) -> None:
    rows = [
        row.count("<td") + row.count("<th") for row in re.findall(r"<tr>.*?</tr>", html(render(story())), re.DOTALL)
    ]
    articles = len(story().articles)
    assert set(rows) == {8, 2 + articles}


def test_every_finding_has_its_places_and_quotations() -> None:
    text = render(ferry())
    for place in ("`ferry/beacon.txt:3:118`", "`ferry/courier.txt:3:1`", "`ferry/beacon.txt:7:100`"):
        assert place in text
    assert "  > **Eleven passengers** were hurt when the ferry Marigold ran" in text


def test_details_are_balanced() -> None:
    text = render(ferry())
    assert text.count("<details>") == text.count("</details>") == 6


def test_nothing_is_still_a_report() -> None:
    assert render(nothing()).startswith("# Cross-check of 0 articles\n\n0 articles · 0 claims · 0 facts")
