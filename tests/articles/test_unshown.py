"""What a web page does not show is not read."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from verify.articles.drafts import Draft
from verify.articles.webpage import read_webpage

from .test_markup import REST, text_of


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("The storm hurt 50<sup>1</sup> people.", "The storm hurt 50 people."),
        ("The storm hurt <b>50</b><span><sup>1</sup></span> people.", "The storm hurt 50 people."),
        ("The storm hurt 50<sup><a href='#n'>[1]</a></sup> people.", "The storm hurt 50 people."),
        (
            "The court<a href='#n'><sup>2</sup></a> fined 10<a href='#m'><sup>3</sup></a> banks.",
            "The court fined 10 banks.",
        ),
        ("The probe sent 10<sup>6</sup> pictures of 9 m<sup>2</sup>.", "The probe sent 10⁶ pictures of 9 m²."),
        ("The Fed cut 1<sup>1</sup>/<sub>2</sub> points.", "The Fed cut 1 1/2 points."),
        ("The 3<sup>rd</sup> ship lost CO<sub>2</sub>.", "The 3rd ship lost CO2."),
        ("The raid killed <del>six</del> <ins>nine</ins> men.", "The raid killed nine men."),
        ("The club paid <s>$5</s> <strike>$6</strike> $7 million.", "The club paid $7 million."),
    ],
)
def test_a_line_is_read_as_it_is_meant(markup: str, line: str) -> None:
    assert line in text_of(f"<article><h1>Barge sinks</h1>{REST * 2}<p>{markup}</p></article>").split("\n")


SECRET = "The mayor of Lund resigned and nine clerks were fined."


@pytest.mark.parametrize("rest", [REST, REST * 3], ids=["short", "long"])
@pytest.mark.parametrize(
    "markup",
    [
        f"<p hidden>{SECRET}</p>",
        f"<div hidden=''><p>{SECRET}</p></div>",
        f"<template><p>{SECRET}</p></template>",
        f"<noscript><p>{SECRET}</p></noscript>",
        f"<p style='display:none'>{SECRET}</p>",
        f"<p style='color: red; Display : NONE !important'>{SECRET}</p>",
        f"<div style='visibility: hidden'><p>{SECRET}</p></div>",
    ],
)
def test_what_no_page_shows_is_not_read(markup: str, rest: str) -> None:
    found = text_of(f"<article><h1>Barge sinks</h1>{rest}{markup}<p>All of the sand was lost.</p></article>")
    assert SECRET not in found
    lines = found.split("\n")
    assert "All of the sand was lost." in lines and any(
        line.endswith("sand from the pits on the coast.") for line in lines
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<p hidden='until-found'>{}</p>",
        "<p style='overflow:hidden'>{}</p>",
        "<p style='--display:none-such'>{}</p>",
        "<p style='visibility:visible; display:block'>{}</p>",
    ],
)
def test_what_a_page_shows_is_read(markup: str) -> None:
    found = text_of(f"<article><h1>Barge sinks</h1>{REST * 2}{markup.format(SECRET)}</article>")
    assert SECRET in found.split("\n")


def test_a_page_that_a_script_uncovers_is_read() -> None:
    page = f"<!doctype html><html><body style='visibility:hidden'><article><h1>A</h1>{REST}</article></body></html>"
    (draft,) = read_webpage(PurePath("page.html"), page.encode())
    assert isinstance(draft, Draft) and "carried sand" in draft.text


def test_who_wrote_it_may_be_told_in_a_hidden_part() -> None:
    told = "<div style='display:none'><span class='author'>Ann Marsh</span></div>"
    assert "Ann Marsh" in text_of(f"<article><h1>Barge sinks</h1>{told}{REST * 2}</article>")
