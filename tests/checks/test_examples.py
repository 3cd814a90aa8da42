"""What the docstrings of the checks show is so: each example is read as the articles that it stands for, and flagged, or not."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from inspect import cleandoc
from typing import Any

import pytest

from verify import Article, cross_check
from verify.checks import all_checks

FLAGS, SILENT = "Flags: ", "Silent: "
ELSEWHERE = " […] "
BETWEEN = "\n\nThe town lies by a lake. Trains stop there twice an hour.\n\n"
"""Sentences that have nothing to do with the rest, for "[…]"."""
PUBLISHED = re.compile(r"\(in an article published on (.+)\)$")
PART = re.compile(r'([a-z ]*)"([^"]+)"')
OF_ONE = {"": "{}", "headline": "{}", "caption": "{} (Photo: Ordu Courier)", "body": "{}"}
"""What stands before the words of a part of an article, with what an article looks like there."""
OF_SEVERAL = {"one article has", "another"}


def examples(label: str) -> list[Any]:
    return [
        pytest.param(name, line.removeprefix(label), id=f"{name} {line.removeprefix(label)[:60]}")
        for name, check in all_checks().items()
        for line in cleandoc(check.doc).splitlines()
        if line.startswith(label)
    ]


def articles(line: str) -> list[Article]:
    named = PUBLISHED.search(line)
    parts = [(label.strip(), words.replace(ELSEWHERE, BETWEEN)) for label, words in PART.findall(line)]
    if {label for label, _ in parts} <= OF_SEVERAL:
        texts = [words for _, words in parts]
    else:
        texts = ["\n\n".join(OF_ONE[label].format(words) for label, words in parts)]
    assert all(texts), "no words between quotation marks"
    return [
        Article.from_text(id=f"a{i}", text=text, published=day(named[1]) if named else None)
        for i, text in enumerate(texts)
    ]


def day(words: str) -> date:
    return datetime.strptime(words, "%B %d, %Y").replace(tzinfo=UTC).date()


@pytest.mark.parametrize(("name", "line"), examples(FLAGS))
def test_what_is_said_to_be_flagged_is_shown(name: str, line: str) -> None:
    found = [flag for flag in cross_check(articles(line)).flags if flag.check == name]
    assert any(flag.confidence != "low" for flag in found), found


@pytest.mark.parametrize(("name", "line"), examples(SILENT))
def test_what_is_said_to_be_no_slip_is_not_flagged(name: str, line: str) -> None:
    assert not [flag for flag in cross_check(articles(line)).flags if flag.check == name]


@pytest.mark.parametrize("name", list(all_checks()))
def test_every_check_shows_examples_of_both_sorts(name: str) -> None:
    shown = {label for label in (FLAGS, SILENT) for example in examples(label) if example.values[0] == name}
    assert shown == {FLAGS, SILENT}
