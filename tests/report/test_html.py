from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from verify.report.html import render

from .decisions import decided
from .pages import Elements
from .stories import HOSTILE, alone, crowd, ferry, hostile, nothing

STORIES = [alone, crowd, ferry, hostile, nothing]
SOUND = [alone, crowd, ferry, nothing]
LOADS = {"src", "srcset", "action", "formaction", "data", "poster", "background", "style"}


@pytest.mark.parametrize("story", STORIES)
def test_page_is_well_formed(story) -> None:
    page = Elements.of(render(story()))
    assert page.badly_nested == [] and page.open == []


@pytest.mark.parametrize("story", SOUND)
def test_every_link_leads_to_one_place_in_the_page(story) -> None:
    page = Elements.of(render(story()))
    names = page.values("id")
    assert len(set(names)) == len(names)
    assert {link.removeprefix("#") for link in page.values("href")} <= set(names)
    assert all(link.startswith("#") for link in page.values("href"))
    named = [name for value in page.values("aria-labelledby") for name in value.split()]
    assert set(named) <= set(names)


@pytest.mark.parametrize("story", STORIES)
def test_nothing_is_loaded_and_nothing_but_our_own_script_may_run(story) -> None:
    html = render(story())
    page = Elements.of(html)
    assert not LOADS & {name for _, attributes in page.found for name in attributes}
    assert not {name for _, attributes in page.found for name in attributes if name.startswith("on")}
    assert not {"img", "link", "iframe", "object", "base"} & page.tags()
    assert "url(" not in html.partition("</style>")[0] and "@import" not in html
    (policy,) = (a["content"] for tag, a in page.found if a.get("http-equiv") == "Content-Security-Policy")
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert f"{tag}-src 'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("story", STORIES)
def test_same_report_same_bytes(story) -> None:
    assert render(story(), name="x").encode() == render(story(), name="x").encode()


@pytest.mark.parametrize("story", STORIES)
def test_every_word_of_every_article_is_there(story) -> None:
    shown = re.sub(r"[✗Σ✓↑≈⚑]\d+", "", "".join(Elements.of(render(story())).text))
    for article in story().articles:
        for line in filter(None, map(str.strip, article.text.split("\n"))):
            plain = "".join(character for character in line if character.isprintable())
            assert plain[:40].partition("[")[0] in shown


def test_hostile_text_is_text() -> None:
    html = render(hostile(), name="</title><script>")
    page = Elements.of(html)
    assert html.count("<script>") == 1
    assert [tag for tag, _ in page.found].count("details") == 4
    shown = " ".join("".join(page.text).split())
    start = HOSTILE.partition(" \x1b")[0]
    assert shown.count(start) >= 6
    assert "<script>alert(1)</script> **bold** _under_ # head &amp; $x$ ![i](j)" in shown
    assert all(character.isprintable() or character == "\n" for character in html)
    assert "\u202e" not in html


def test_a_quotation_mark_in_a_path_or_title_breaks_no_attribute() -> None:
    evil = "\"><img src=x onerror=alert(1)> ' onfocus=alert(1) "
    story = ferry()
    articles = tuple(replace(article, path=evil, outlet=evil, title=evil, origin=evil) for article in story.articles)
    flags = tuple(replace(flag, message=evil, check=evil) for flag in story.flags)
    facts = tuple(replace(fact, label=evil, reason=evil, unit=evil) for fact in story.facts)
    html = render(replace(story, articles=articles, flags=flags, facts=facts), name=evil)
    page = Elements.of(html)
    assert page.badly_nested == [] and "img" not in page.tags()
    assert not {name for _, attributes in page.found for name in attributes if name.startswith("on")}


def test_the_matrix_has_a_head_for_each_row_and_column() -> None:
    html = render(ferry())
    (matrix,) = re.findall(r'<table class="matrix">.*?</table>', html, re.DOTALL)
    assert matrix.count('<th scope="col">') == 2 + 3
    rows = re.findall(r"<tr class=.*?</tr>", matrix, re.DOTALL)
    assert len(rows) == matrix.count('<th scope="row">') == 6
    assert {row.count("<td") for row in rows} == {1 + 3}
    assert all(word in matrix for word in ("conflict", "flag", "agree by sum", "update", "compatible", "says nothing"))


def test_the_sides_of_a_conflict_look_different() -> None:
    (row,) = re.findall(r'<tr class="row conflict.*?</tr>', render(crowd()), re.DOTALL)
    cells = re.findall(r'<td data-of="[A-Z]+" class="says( striped)?"><a [^>]*><bdi>(\d+)', row)
    assert {value for striped, value in cells if striped} == {"41"}
    assert {value for striped, value in cells if not striped} == {"40"}


def test_one_article_has_no_matrix() -> None:
    assert 'class="matrix"' not in render(alone())
    assert 'href="#matrix"' not in render(alone())


def test_flags_follow_the_conflicts() -> None:
    order = re.findall(r'<h3 id="group-([a-z-]+)"', render(ferry()))
    assert order == ["conflict", "flag", "update", "agree-by-sum", "agree", "compatible", "single-source"]


def test_decisions_are_shown_and_the_dismissed_put_aside() -> None:
    html = render(ferry(), decisions=decided(ferry()))
    assert "accepted by Ada, 9 May 2031: two ferries" in html
    aside = html.partition('id="dismissed"')[2]
    assert "passengers hurt" in aside and "=see &lt;b&gt;below&lt;/b&gt;" in aside
    assert ferry().facts[0].id not in html


def test_the_story_is_named() -> None:
    assert "<title>ferry – cross-check of 3 articles</title>" in render(ferry(), name="ferry")
    assert "<title>cross-check of 3 articles</title>" in render(ferry())
