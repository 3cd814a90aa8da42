"""Characters that nobody sees: articles are read without them, and what is found points at the text that has them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from verify.model import Article, Claim, Fact, Flag, Link, Location, NotChecked, Report, Span

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens, signs without width, marks of the direction of writing, byte order marks."""
Places = dict[str, tuple[Article, list[int]]]
"""By identifier an article as given and where in it each character stands that is read."""


def visible(article: Article) -> Article:
    """Return an article without the characters that nobody sees."""
    if not INVISIBLE.search(article.text):
        return article
    kept = _kept(article.text)
    zones = tuple(replace(z, start=bisect_left(kept, z.start), end=bisect_left(kept, z.end)) for z in article.zones)
    title = INVISIBLE.sub("", article.title) if article.title else article.title
    return replace(article, text=INVISIBLE.sub("", article.text), title=title, zones=zones)


def claims_as_given(claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[Claim, ...]:
    """Return claims that point at the articles as they were given."""
    places = _places(articles)
    return tuple(_claim(claim, places) for claim in claims) if places else tuple(claims)


def as_given(report: Report, articles: Sequence[Article]) -> Report:
    """Return a report that points at the articles as they were given."""
    places = _places(articles)
    if not places:
        return report
    claims = tuple(_claim(claim, places) for claim in report.claims)
    ids = {old.id: new.id for old, new in zip(report.claims, claims, strict=True)}
    return replace(
        report,
        articles=tuple(_article(a, places) for a in report.articles),
        claims=claims,
        facts=tuple(_fact(f, ids) for f in report.facts),
        flags=tuple(_flag(f, places) for f in report.flags),
        not_checked=tuple(_not_checked(n, places) for n in report.not_checked),
        near=tuple(replace(n, link=_link(n.link, ids)) for n in report.near),
    )


def _kept(text: str) -> list[int]:
    return [i for i, c in enumerate(text) if not INVISIBLE.match(c)]


def _places(articles: Sequence[Article]) -> Places:
    return {a.id: (a, _kept(a.text)) for a in articles if INVISIBLE.search(a.text)}


def _ends(start: int, end: int, kept: Sequence[int]) -> tuple[int, int]:
    """Return where a range of the characters read lies in the text as given; one without characters stays so."""
    if start >= end:
        at = kept[start] if start < len(kept) else kept[-1] + 1
        return at, at
    return kept[start], kept[end - 1] + 1


def _span(span: Span, article: str, places: Places) -> Span:
    start, end = _ends(span.start, span.end, places[article][1])
    return Span(start=start, end=end)


def _location(place: Location, places: Places) -> Location:
    if place.article not in places:
        return place
    return places[place.article][0].location(_span(Span(start=place.start, end=place.end), place.article, places))


def _claim(claim: Claim, places: Places) -> Claim:
    if claim.article not in places:
        return claim
    return replace(
        claim, location=_location(claim.location, places), sentence=_span(claim.sentence, claim.article, places)
    )


def _article(article: Article, places: Places) -> Article:
    if article.id not in places:
        return article
    given, kept = places[article.id]
    ends = [(z, _ends(z.start, z.end, kept)) for z in article.zones]
    zones = tuple(replace(z, start=start, end=end) for z, (start, end) in ends)
    return replace(article, text=given.text, title=given.title, zones=zones)


def _fact(fact: Fact, ids: dict[str, str]) -> Fact:
    return replace(
        fact, claims=tuple(ids.get(i, i) for i in fact.claims), links=tuple(_link(x, ids) for x in fact.links)
    )


def _link(link: Link, ids: dict[str, str]) -> Link:
    return replace(link, left=ids.get(link.left, link.left), right=ids.get(link.right, link.right))


def _flag(flag: Flag, places: Places) -> Flag:
    related = tuple(_location(r, places) for r in flag.related)
    return replace(flag, primary=_location(flag.primary, places), related=related)


def _not_checked(entry: NotChecked, places: Places) -> NotChecked:
    if entry.article not in places or entry.start is None or entry.end is None:
        return entry
    start, end = _ends(entry.start, entry.end, places[entry.article][1])
    return replace(entry, start=start, end=end)
