"""Texts made to cost time: none keeps the program for long, and what was not looked at is said."""

from __future__ import annotations

import random
from pathlib import Path
from time import process_time

import pytest

from verify import Article, cross_check
from verify.articles import read_stories
from verify.errors import InputError

STATES = (
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa "
    "Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio "
    "Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming"
).split()
WORDS = "the a minister said that people in town were hurt and police of city fire five three men women killed on from Leeds".split()
FIRE = "The fire in Leeds hurt five people on Monday, police said. "
MOST = 20.0
"""Seconds of processor time on a slow machine; before the bounds each of these took minutes or did not end."""
COSTLY = {
    "states": "The storm killed " + ", ".join(f"{11 + 7 * i} people in {s}" for i, s in enumerate(STATES)) + ".\n",
    "wards": "The flood left " + ", ".join(f"{11 + 7 * i} people dead in Ward {i}" for i in range(80)) + ".\n",
    "no stop": "The " + " ".join(random.Random(1).choice(WORDS) for _ in range(1_500)) + ".\n",
    "brackets": FIRE + "(" * 19_900,
    "quotation marks": FIRE + "“" * 19_900,
    "one number": FIRE + "five, " * 3_300,
    "lists": FIRE + ("five, " * 66 + "five. The ") * 45,
    "halves of dates": FIRE + "Sept. 0 " * 2_400,
}


@pytest.mark.parametrize("name", COSTLY)
def test_a_costly_text_is_done_soon(name: str) -> None:
    begun = process_time()
    report = cross_check([Article.from_text(id="a", text=COSTLY[name])])
    assert process_time() - begun < MOST
    assert report.not_checked


def test_a_page_of_attributes_is_refused(tmp_path: Path) -> None:
    attributes = " ".join(f"a{i}=1" for i in range(200_000))
    quoted = " ".join(f"a{i}='>'" for i in range(100_000))
    bare = " ".join(f"a{i}" for i in range(100_000))
    begun = process_time()
    for start in (f"<p {attributes}>", f"<p {quoted}>", f"<p {bare}>", f"<p x='{attributes}", "<div>" * 100_000):
        (tmp_path / "a.html").write_text(f"<html><body><article>{start}{FIRE}</p></article></body></html>")
        with pytest.raises(InputError, match="a web page"):
            read_stories([tmp_path])
    assert process_time() - begun < MOST


@pytest.mark.parametrize(("text", "reason"), [("a" * 80_001, "80,001 characters"), ("a. " * 3_000, "3,000 stops")])
def test_more_than_an_article_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    with pytest.raises(InputError, match=reason):
        read_stories([tmp_path])


def test_more_articles_than_a_story_has_are_not_read(tmp_path: Path) -> None:
    for i in range(1_005):
        (tmp_path / f"{i:04}.txt").write_text(FIRE)
    (story,) = read_stories([tmp_path])
    assert len(story.articles) == 1_000
    assert [entry.reason for entry in story.not_checked] == ["5 files more, expected a story of at most 1,000 articles and 1,500,000 characters"]
