from __future__ import annotations

from pathlib import PurePath

import pytest

from verify.articles.drafts import Draft
from verify.articles.webpage import read_webpage
from verify.articles.zoning import zones
from verify.model import Article

FIRST = "A barge sank off Corra on Monday and two people were rescued by the crew of a tug."
REST = (
    "<p>The barge was built in the yard of Lund and carried sand from the pits on the coast.</p>"
    "<p>The tug was back in port before noon, the harbour master told the town council.</p>"
)


def text_of(body: str, head: str = "") -> str:
    page = f"<!doctype html><html><head><title>Barge sinks</title>{head}</head><body>{body}</body></html>"
    (draft,) = read_webpage(PurePath("page.html"), page.encode())
    assert isinstance(draft, Draft)
    return draft.text


@pytest.mark.parametrize(
    "body",
    [
        f"<aside class='main'><article><h1>Barge sinks</h1><p>{FIRST}</p>{REST}</article></aside>",
        f"<article><h1>Barge sinks</h1><div class='teaser'><p>{FIRST}</p></div>{REST}</article>",
        f"<article><h1>Barge sinks</h1><figure><img src='a.jpg'><figcaption>{FIRST}</figcaption></figure>{REST}</article>",
    ],
)
def test_what_the_markup_hides_is_read(body: str) -> None:
    assert FIRST in text_of(body)


def test_a_caption_stays_one() -> None:
    found = text_of(f"<article><h1>Barge sinks</h1><figure><figcaption>{FIRST}</figcaption></figure>{REST}</article>")
    article = Article(id="a", text=found)
    (caption,) = (zone for zone in zones(article) if zone.kind == "caption")
    assert FIRST in found[caption.start : caption.end]


def test_a_teaser_of_another_article_and_a_credit_are_not_read() -> None:
    other = "<div class='teaser'><a href='/x'>Nine towns vote on a new bridge over the river in May</a></div>"
    found = text_of(f"<article><h1>Barge sinks</h1><p>{FIRST}</p>{other}{REST}</article>")
    assert FIRST in found


@pytest.mark.parametrize(
    "stated",
    [
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-02T08:00:00Z"}</script>',
        '<script type="application/ld+json">{"@graph":[{"@type":["ReportageNewsArticle"],"datePublished":"2024-03-02"}]}</script>',
        '<meta property="article:published_time" content="2024-03-02T08:00:00Z">',
        '<meta itemprop="datePublished" content="2024-03-02">',
    ],
)
def test_a_stated_day_holds_before_that_in_the_address(stated: str) -> None:
    address = '<link rel="canonical" href="https://corra.example/2024/03/09/barge.html">'
    found = text_of(f"<article><h1>Barge sinks</h1><p>{FIRST}</p>{REST}</article>", address + stated)
    assert "2024-03-02" in found
    assert "2024-03-09" not in found


@pytest.mark.parametrize("stated", ["{", '{"@type":"NewsArticle","datePublished":"2024-13-45"}'])
def test_no_day_is_stated(stated: str) -> None:
    script = f'<script type="application/ld+json">{stated}</script>'
    found = text_of(f"<article><h1>Barge sinks</h1><p>{FIRST}</p>{REST}</article>", script)
    assert "published" not in found.split(FIRST)[0]
