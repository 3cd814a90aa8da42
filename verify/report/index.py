"""What reports look up: letters of articles, places and order of claims, the sentence around a flag."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verify.model import Article, Claim, Fact, Location, Report, Span
from verify.report.inert import visible
from verify.report.quotation import paragraph, quoted
from verify.report.sheet import Passage, Spot


def letters(articles: Iterable[Article]) -> dict[str, str]:
    """Return the letter of each article by its identifier: A to Z, then AA."""
    return {article.id: _letter(number) for number, article in enumerate(articles)}


def place(article: Article, location: Location) -> str:
    """Return path:line:column, the form that editors and terminals turn into a jump."""
    return f"{visible(article.path or article.id)}:{location.line}:{location.column}"


def anchor(letter: str, start: int, end: int) -> str:
    """Return the name of a span in a page that holds the articles: "A-118-133"."""
    return f"{letter}-{start}-{end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """A report's articles and claims by identifier."""

    articles: Mapping[str, Article]
    letters: Mapping[str, str]
    claims: Mapping[str, Claim]
    sentences: Mapping[str, tuple[Span, ...]]
    order: Mapping[str, int]

    def claims_of(self, fact: Fact) -> list[Claim]:
        """Return the claims in reading order: conflicts from low to high, updates by date, others by article."""
        claims = [self.claims[identifier] for identifier in fact.claims]
        claims.sort(key=lambda claim: (self.order[claim.article], claim.location.start, claim.id))
        if fact.verdict == "conflict":
            claims.sort(key=size)
        elif fact.verdict == "update":
            claims.sort(key=lambda claim: str(self.articles[claim.article].published or ""))
        return claims

    def passage(self, location: Location, sentence: Span) -> Passage:
        """Return the words at the location, quoted within their sentence."""
        text = self.articles[location.article].text
        focus = Span(start=location.start, end=location.end)
        return Passage(spot=self.spot(location), quotation=quoted(text, focus, sentence))

    def spot(self, location: Location) -> Spot:
        """Return where the location is."""
        letter = self.letters[location.article]
        return Spot(
            letter=letter,
            place=place(self.articles[location.article], location),
            anchor=anchor(letter, location.start, location.end),
        )

    def sentence(self, location: Location) -> Span:
        """Return the sentence around the location where a claim has told it, else the paragraph."""
        known = self.sentences.get(location.article, ())
        at = bisect_right(known, location.start, key=lambda span: span.start) - 1
        if at >= 0 and location.end <= known[at].end:
            return known[at]
        return paragraph(self.articles[location.article].text, Span(start=location.start, end=location.end))


def index_of(report: Report) -> Index:
    """Return the index of a report."""
    return Index(
        articles=report.article_by_id(),
        letters=letters(report.articles),
        claims=report.claim_by_id(),
        sentences=_sentences(report.claims),
        order={article.id: number for number, article in enumerate(report.articles)},
    )


def _sentences(claims: Iterable[Claim]) -> dict[str, tuple[Span, ...]]:
    found: dict[str, set[Span]] = {}
    for claim in claims:
        found.setdefault(claim.article, set()).add(claim.sentence)
    return {article: tuple(sorted(spans, key=lambda span: (span.start, span.end))) for article, spans in found.items()}


def _letter(number: int) -> str:
    return (_letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def size(claim: Claim) -> tuple[float, str]:
    """Return by what a claim stands from low to high: its lowest number, its first day."""
    value = claim.value.to_dict()
    low = value.get("low")
    return (float(low) if isinstance(low, int | float) else float("-inf"), str(value.get("start") or ""))
