"""A source text, its zones, and the places in it that a report points at."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from verify.errors import UsageError
from verify.model.kinds import ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half-open range of characters of an article's text."""

    start: int
    end: int

    def to_dict(self) -> dict[str, int]:
        """Return start and end."""
        return {"start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A part of an article: headline, lead, body, caption or furniture (what is no statement of the article)."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One source text with what is known about it; `path` is as the user gave it, None for a text from memory."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    path: str | None = None
    zones: tuple[Zone, ...] = ()
    origin: str = ""

    @classmethod
    def from_text(
        cls,
        *,
        id: str,
        text: str,
        title: str | None = None,
        outlet: str | None = None,
        published: date | str | None = None,
    ) -> Article:
        """Make an article of a text; `published` is a date or an ISO string. Raises UsageError for another string."""
        return cls(id=id, text=text, title=title, outlet=outlet, published=_day(published))

    def with_zones(self, zones: tuple[Zone, ...]) -> Article:
        """Return the article with its zones."""
        return replace(self, zones=zones)

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def location(self, span: Span) -> Location:
        """Return the span with what a reader needs to find it."""
        line, column = self.position(span.start)
        return Location(
            article=self.id,
            start=span.start,
            end=span.end,
            line=line,
            column=column,
            quote=self.text[span.start : span.end],
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the article without its text."""
        return {
            "id": self.id,
            "path": self.path,
            "title": self.title,
            "outlet": self.outlet,
            "published": self.published.isoformat() if self.published else None,
            "words": len(self.text.split()),
            "origin": self.origin or self.id,
        }


@lru_cache(maxsize=128)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(i + 1 for i, c in enumerate(text) if c == "\n"))


def _day(value: date | str | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        raise UsageError(f"published: {value!r} is no date, expected YYYY-MM-DD") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A span that a report points at; line and column count from 1."""

    article: str
    start: int
    end: int
    line: int
    column: int
    quote: str

    def to_dict(self) -> dict[str, Any]:
        """Return the location in the form of the JSON contract."""
        return {
            "article": self.article,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "column": self.column,
            "quote": self.quote,
        }
