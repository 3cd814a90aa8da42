"""Reads rendered HTML back: its text, its tags."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser


class TextOf(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: set[str] = set()
        self.open: Counter[str] = Counter()

    @classmethod
    def html(cls, html: str) -> TextOf:
        reader = cls()
        reader.feed(html)
        reader.close()
        return reader

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        self.open[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        self.open[tag] -= 1

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
