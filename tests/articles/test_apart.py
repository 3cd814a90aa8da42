"""A page that is too short for the extraction of text keeps its paragraphs."""

from __future__ import annotations

import pytest

from .test_markup import text_of

LINES = ["The fire in Lund killed five people on Monday.", "Sixty homes were lost.", "Thirteen men stand in line."]


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Barge sinks</h1><p>{}</p><p>{}</p><figure><img src='a.jpg'><figcaption>{}</figcaption></figure>",
        "<ul><li>Home</ul><h1>Barge sinks</h1><p>{}</p><div><p>{}</p></div><p>{}</p><noscript>Switch it on.</noscript>",
        "<h1>Barge <b>sin</b>ks</h1><p>{}</p><p>{}</p><p><em>{}</em></p>",
        "<p>{}</p>The crew is safe.<p>{}</p><p>{}</p>",
    ],
    ids=["a figure", "a list and a script", "letters set apart", "words in no paragraph"],
)
def test_paragraphs_stay_apart(body: str) -> None:
    lines = text_of(f"<article>{body.format(*LINES)}</article>").split("\n")
    assert [line for line in lines if line in LINES] == LINES


def test_a_line_of_a_menu_cuts_no_sentence() -> None:
    lines = text_of(f"<ul><li>The</li></ul><article><p>{LINES[0]}</p><p>{LINES[1]}</p></article>").split("\n")
    assert LINES[0] in lines
