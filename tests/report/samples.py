"""How the tests of the reports make values, claims, facts and reports by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from verify.model import (
    Article,
    Claim,
    Fact,
    Flag,
    Kind,
    Location,
    NotChecked,
    Report,
    Span,
    Tool,
    Verdict,
)

TOOL = Tool(name="verify", version="0.1.0", pipeline="english 1", encoder="all-MiniLM-L6-v2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    low: float | None
    high: float | None
    bound: str = "exact"
    unit: str | None = None

    def label(self) -> str:
        words = {"exact": "{}", "at-least": "at least {}", "about": "about {}", "vague": "several"}[self.bound]
        return words.format(f"{self.low:,g}" if self.low is not None else "") + (f" {self.unit}" if self.unit else "")

    def to_dict(self) -> dict[str, Any]:
        stated = None if self.bound == "vague" else self.low
        fields = {"stated": stated, "bound": self.bound, "low": self.low, "high": self.high}
        return {**fields, "unit": self.unit, "change": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    start: str

    def label(self) -> str:
        return self.start

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.start, "granularity": "day"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    name: str
    type: str

    def label(self) -> str:
        return self.name

    def to_dict(self) -> dict[str, Any]:
        return {"name": self.name, "type": self.type}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    words: str

    def label(self) -> str:
        return self.words

    def to_dict(self) -> dict[str, Any]:
        return {"words": self.words}


def exactly(number: float, unit: str | None = None) -> Number:
    return Number(low=number, high=number, unit=unit)


def at_least(number: float) -> Number:
    return Number(low=number, high=None, bound="at-least")


def locate(article: Article, quote: str, nth: int = 0) -> Location:
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(quote, start + 1)
    return article.location(Span(start=start, end=start + len(quote)))


def claim(article: Article, quote: str, value: Any, *, kind: Kind = "count", nth: int = 0, **more: Any) -> Claim:
    """Make a claim; its sentence runs from full stop to full stop."""
    where = locate(article, quote, nth)
    stop = article.text.rfind(". ", 0, where.start)
    start = max(stop + 2 if stop >= 0 else 0, article.text.rfind("\n", 0, where.start) + 1)
    end = article.text.find(". ", where.end) + 1 or len(article.text)
    line = article.text.find("\n", where.end)
    sentence = Span(start=start, end=min(end, line if line >= 0 else end))
    return Claim(kind=kind, location=where, zone="body", sentence=sentence, value=value, **more)


def fact(
    kind: Kind, label: str, verdict: Verdict, reason: str, *claims: Claim, origins: int | None = None, **more: Any
) -> Fact:
    """Make a fact; each article is an origin of its own unless `origins` is less."""
    articles = sorted({c.article for c in claims})
    ids = tuple(c.id for c in claims)
    return Fact(
        kind=kind, label=label, verdict=verdict, reason=reason, claims=ids, origins=tuple(articles[:origins]), **more
    )


def report(
    articles: Iterable[Article],
    facts: Iterable[Fact],
    claims: Iterable[Claim],
    flags: Iterable[Flag] = (),
    not_checked: Iterable[NotChecked] = (),
) -> Report:
    return Report(
        tool=TOOL,
        articles=tuple(articles),
        claims=tuple(claims),
        facts=tuple(facts),
        flags=tuple(flags),
        not_checked=tuple(not_checked),
        report_id="r-0123456789",
    )
