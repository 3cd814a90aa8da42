"""Claims without a report: a table for the terminal, flat rows for a spreadsheet, JSON."""

from __future__ import annotations

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from verify.model import Article, Claim
from verify.report.as_json import dumped
from verify.report.inert import clip, harmless, visible
from verify.report.page import Page, blank
from verify.report.sheet import counted

_WIDE = 120
_CELL = 60
_SHARES = {"value": 5, "of": 6, "event": 5, "place": 5, "time": 5, "said by": 6, "context": 7, "quote": 8}
_COLUMNS = ("where", "kind", "value", "of", "event", "place", "time", "said by", "quote")
_NARROW_COLUMNS = ("where", "kind", "value", "of", "context", "quote")


def table(claims: Iterable[Claim], *, articles: Iterable[Article], width: int, colour: bool) -> str:
    """Return the claims as one table per article, in reading order; `articles` are those that the claims point into."""
    page = blank(width=width, colour=colour)
    by_article: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.location.start, c.location.end, c.id)):
        by_article.setdefault(claim.article, []).append(claim)
    for article in articles:
        if article.id in by_article:
            _write(page, article, by_article[article.id])
    if not by_article:
        page.line("No claims.")
    return page.text()


def rows(claims: Iterable[Claim]) -> list[dict[str, object]]:
    """Return one flat row per claim; each cell encodes as UTF-8, and no spreadsheet takes one for a formula."""
    return [{name: harmless(cell) for name, cell in _row(claim).items()} for claim in claims]


def as_json(claims: Iterable[Claim]) -> str:
    """Return the claims as a JSON array, each in the form that it has in a report."""
    return dumped([claim.to_dict() for claim in claims])


def _row(claim: Claim) -> dict[str, object]:
    fields = claim.to_dict()
    del fields["sentence"], fields["slots"]
    value = claim.value.to_dict()
    numbers = {name: value.get(name) for name in ("low", "high", "unit")}
    return {**fields, "value": claim.value.label(), **numbers}


def _write(page: Page, article: Article, claims: list[Claim]) -> None:
    page.line((visible(article.path or article.id), "bold"), f"  {counted(len(claims), 'claim', 'claims')}")
    page.gap()
    wide = page.width >= _WIDE
    grid = Table(box=SIMPLE_HEAD, width=page.width, padding=(0, 1), show_edge=False, header_style="bold")
    for name in _COLUMNS if wide else _NARROW_COLUMNS:
        grid.add_column(name, overflow="fold", ratio=_SHARES.get(name), min_width=7, no_wrap=name not in _SHARES)
    for claim in claims:
        grid.add_row(*(Text(clip(cell, _CELL)) for cell in (_cells(claim) if wide else _narrow(claim))))
    page.table(grid)
    page.gap()


def _cells(claim: Claim) -> tuple[str, ...]:
    place = claim.location
    return (
        f"{place.line}:{place.column}",
        claim.kind,
        ("not " if claim.negated else "") + ("" if claim.verbatim else claim.value.label()),
        claim.thing.text if claim.thing else claim.subject or "",
        claim.predicate or "",
        claim.place.label() if claim.place else "",
        claim.time.label() if claim.time else "",
        claim.speech.speaker or "",
        place.quote,
    )


def _narrow(claim: Claim) -> tuple[str, ...]:
    where, kind, value, thing, *context, speaker, quote = _cells(claim)
    said = f"said by {speaker}" if speaker else ""
    return (where, kind, value, thing, ", ".join(filter(None, (*context, said))), quote)
