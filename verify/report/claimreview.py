"""Conflicts and flags as skeletons of schema.org ClaimReview in JSON-LD; what only a person can say is null.

https://schema.org/ClaimReview
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from verify.model import Claim, Fact, Flag, Location, Report
from verify.report.as_json import dumped
from verify.report.decided import UNDECIDED, Decisions, without_dismissed
from verify.report.index import Index, index_of
from verify.report.inert import one_line

Node = dict[str, Any]

GAP = "…"
"""What stands for the value in the clause of a claim."""
YEARS = " years old"
RATING: Node = {"@type": "Rating", "ratingValue": None, "bestRating": None, "worstRating": None, "alternateName": None}


def render(report: Report, *, decisions: Decisions = UNDECIDED) -> str:
    """Return a skeleton for each side of each conflict and for each flag that nobody dismissed."""
    index = index_of(report)
    left = without_dismissed(report, decisions)
    conflicts = (fact for fact in left.facts if fact.verdict == "conflict")
    reviews = [
        *(review for fact in conflicts for review in _of_conflict(index, fact)),
        *(_of_flag(index, flag) for flag in left.flags),
    ]
    return dumped({"@context": "https://schema.org", "@graph": reviews})


def _of_conflict(index: Index, fact: Fact) -> Iterable[Node]:
    """Yield one review per side; a side is what all the claims of one value say."""
    sides: dict[str, list[Claim]] = {}
    for claim in index.claims_of(fact):
        sides.setdefault(("not " if claim.negated else "") + claim.value.label(), []).append(claim)
    for value, claims in sides.items():
        about = f"{fact.label}: {value} (conflict: {fact.reason})"
        authors = [_author(index, claim) for claim in claims]
        said = _claimed(index, claims[0])
        yield _review(index, f"{fact.id}:{value}", about, [claim.location for claim in claims], authors, said)


def _claimed(index: Index, claim: Claim) -> str:
    """Return the one thing that is claimed: its clause with the value in its place, its sentence where there is no clause."""
    value = ("not " if claim.negated else "") + claim.value.label()
    before, gap, after = claim.gist.partition(GAP)
    if after.replace("-", " ").lstrip().startswith("year"):
        value = value.removesuffix(YEARS)  # an age keeps its word in the clause
    return f"{before}{value}{after}" if gap else _sentence(index, claim.location)


def _sentence(index: Index, where: Location) -> str:
    span = index.sentence(where)
    return index.articles[where.article].text[span.start : span.end]


def _of_flag(index: Index, flag: Flag) -> Node:
    outlet = _outlet(index, flag.primary.article)
    said = _sentence(index, flag.primary)
    return _review(index, flag.id, f"{flag.check}: {flag.message}", [flag.primary], [outlet], said)


def _review(
    index: Index, identifier: str, about: str, locations: Sequence[Location], authors: Sequence[Node], said: str
) -> Node:
    return {
        "@type": "ClaimReview",
        "identifier": one_line(identifier),
        "description": one_line(about),
        "url": None,
        "datePublished": None,
        "author": {"@type": "Organization", "name": None, "url": None},
        "claimReviewed": one_line(said).strip(),
        "itemReviewed": _claim(index, locations, authors),
        "reviewRating": RATING,
    }


def _claim(index: Index, locations: Sequence[Location], authors: Sequence[Node]) -> Node:
    """Return what is reviewed: who said it, when, and every article where it stands."""
    articles = list(dict.fromkeys(location.article for location in locations))
    first = index.articles[articles[0]]
    return {
        "@type": "Claim",
        "author": [author for number, author in enumerate(authors) if author not in authors[:number]],
        "datePublished": first.published.isoformat() if first.published else None,
        "appearance": [_appearance(index, article) for article in articles],
    }


def _author(index: Index, claim: Claim) -> Node:
    """Return the speaker to whom the article attributes the claim, else its outlet; whether a speaker is a person is left open."""
    return {"name": one_line(claim.speech.speaker)} if claim.speech.speaker else _outlet(index, claim.article)


def _appearance(index: Index, identifier: str) -> Node:
    article = index.articles[identifier]
    return {
        "@type": "NewsArticle",
        "identifier": one_line(article.path or article.id),
        "url": None,
        "headline": one_line(article.title) if article.title else None,
        "datePublished": article.published.isoformat() if article.published else None,
        "publisher": _outlet(index, identifier),
    }


def _outlet(index: Index, identifier: str) -> Node:
    outlet = index.articles[identifier].outlet
    return {"@type": "Organization", "name": one_line(outlet) if outlet else None}
