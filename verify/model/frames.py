"""A report as rows for pandas, and as the table that a notebook shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import Any, Literal, Protocol

from verify.errors import UsageError
from verify.model.article import Article
from verify.model.claim import Claim
from verify.model.findings import Fact, Flag
from verify.model.kinds import VERDICTS

Table = Literal["facts", "claims", "flags"]
COLUMNS: dict[str, tuple[str, ...]] = {
    "facts": ("id", "verdict", "kind", "label", "reason", "low", "high", "unit", "articles", "origins", "claims"),
    "claims": (
        "id",
        "article",
        "kind",
        "value",
        "thing",
        "quote",
        "said_by",
        "negated",
        "modality",
        "zone",
        "line",
        "column",
        "fact",
        "verdict",
    ),
    "flags": ("id", "check", "severity", "confidence", "message", "article", "quote", "line", "column"),
}


class Told(Protocol):
    """What of a report goes into tables."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts."""

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags."""


def rows(report: Told, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table, each with the columns of it. Raises UsageError for one that is none."""
    makers = {"facts": _facts, "claims": _claims, "flags": _flags}
    if table not in makers:
        raise UsageError(f"table: {table!r} is none, expected {', '.join(makers)}")
    return [dict(zip(COLUMNS[table], row, strict=True)) for row in makers[table](report)]


def matrix(report: Told) -> str:
    """Return the facts that several articles tell as a table of HTML, a column for each article; no script, no style but borders."""
    claims = {claim.id: claim for claim in report.claims}
    head = "".join(f"<th>{escape(article.outlet or article.id)}</th>" for article in report.articles)
    body = []
    for fact in sorted(report.facts, key=lambda fact: VERDICTS.index(fact.verdict)):
        told = [claims[i] for i in fact.claims]
        if len({claim.article for claim in told}) > 1:
            cells = "".join(f"<td>{_said(told, article.id)}</td>" for article in report.articles)
            body.append(f"<tr><th>{escape(fact.label)}</th><td>{escape(fact.verdict)}</td>{cells}</tr>")
    count = Counter(fact.verdict for fact in report.facts)
    summary = ", ".join(f"{count[verdict]} {verdict}" for verdict in VERDICTS if count[verdict])
    caption = f"<caption>{len(report.articles)} articles: {summary or 'no facts'}; {len(report.flags)} flags</caption>"
    return f"<table>{caption}<thead><tr><th>fact</th><th>verdict</th>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"


def _said(claims: list[Claim], article: str) -> str:
    """Return what an article says of a fact; of words that are quoted, that they are."""
    labels = dict.fromkeys("quoted" if c.verbatim else c.value.label() for c in claims if c.article == article)
    return escape("; ".join(labels)) or "–"


def _facts(report: Told) -> Iterator[tuple[object, ...]]:
    claims = {claim.id: claim for claim in report.claims}
    for f in report.facts:
        articles = len({claims[i].article for i in f.claims})
        yield f.id, f.verdict, f.kind, f.label, f.reason, f.low, f.high, f.unit, articles, len(f.origins), len(f.claims)


def _claims(report: Told) -> Iterator[tuple[object, ...]]:
    # A claim of several facts, as a part of a sum is, comes with the first one.
    known = {i: fact for fact in reversed(report.facts) for i in fact.claims}
    for c in report.claims:
        at, fact = c.location, known.get(c.id)
        thing, speaker = c.thing.text if c.thing else None, c.speech.speaker
        start = c.id, c.article, c.kind, c.value.label(), thing, at.quote, speaker, c.negated, c.modality, c.zone
        yield *start, at.line, at.column, fact.id if fact else None, fact.verdict if fact else None


def _flags(report: Told) -> Iterator[tuple[object, ...]]:
    for f in report.flags:
        at = f.primary
        yield f.id, f.check, f.severity, f.confidence, f.message, at.article, at.quote, at.line, at.column
