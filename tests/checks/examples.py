"""The examples of a check's docstring, as the articles that they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from inspect import cleandoc

from verify import Article

FLAGS, SILENT = "Flags: ", "Silent: "
ELSEWHERE = "[…]"
BETWEEN = "\n\nThe town lies by a lake. Trains stop there twice an hour.\n\n"
"""Sentences that have nothing to do with the rest, for "[…]"."""
PUBLISHED = re.compile(r"\(in an article published on (.+)\)$")
PART = re.compile(r'([a-z ]*)"([^"]+)"')
HEADLINE, CAPTION, BODY, ALONE = "headline", "caption", "body", ""
COPIES = {"one article has": 1, "another": 1, "two have": 2}
"""What stands before the words of an article, with how many articles have them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A line of a docstring, and whether the check flags one of its articles."""

    line: str
    flagged: bool

    def articles(self) -> list[Article]:
        """Return the articles. Raises KeyError where a line has a form of its own."""
        named = PUBLISHED.search(self.line)
        published = _day(named[1]) if named else None
        parts = [(label.strip(), words) for label, words in PART.findall(self.line)]
        alone = {HEADLINE: _headline, CAPTION: _caption, BODY: str, ALONE: str}
        if all(label in alone for label, _ in parts):
            texts = ["\n\n".join(alone[label](words) for label, words in parts)]
        else:
            texts = [words for label, words in parts for _ in range(COPIES[label])]
        return [
            Article.from_text(id=f"a{i}", text=text.replace(f" {ELSEWHERE} ", BETWEEN), published=published)
            for i, text in enumerate(texts)
        ]


def examples(doc: str) -> list[Example]:
    """Return the examples of a docstring in order."""
    labels = {FLAGS: True, SILENT: False}
    return [
        Example(line=line, flagged=flagged)
        for line in cleandoc(doc).splitlines()
        for label, flagged in labels.items()
        if line.startswith(label)
    ]


def _headline(words: str) -> str:
    return words


def _caption(words: str) -> str:
    return f"{words} (Photo: Ordu Courier)"


def _day(words: str) -> date:
    return datetime.strptime(words.replace(".", ""), "%B %d, %Y").date()
