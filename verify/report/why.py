"""Why two claims were taken for one fact: the ladder of their comparison, from the first weight to the sum."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table

from verify.model import Fact, Link, Report
from verify.report.inert import one_line, visible
from verify.report.page import Page, blank

_RELATIONS = {
    "equal": "the values are equal",
    "contains": "one value contains the other",
    "overlaps": "the values overlap",
    "disjoint": "the values exclude each other",
    "sum": "a part of what adds up",
    "unknown": "the values cannot be compared",
}


def matching(report: Report, wanted: str) -> tuple[Fact, ...]:
    """Return the facts that an identifier names, or whose label or quotations hold the words."""
    words = wanted.casefold()
    claims = report.claim_by_id()

    def told(fact: Fact) -> Iterator[str]:
        yield fact.label
        yield from (claims[c].location.quote for c in fact.claims)

    named = tuple(f for f in report.facts if f.id == wanted)
    return named or tuple(f for f in report.facts if any(words in one_line(text).casefold() for text in told(f)))


def render(report: Report, fact: Fact, *, width: int, colour: bool) -> str:
    """Return the fact with its verdict, its reason, and a table of weights for each link."""
    page = blank(width=width, colour=colour)
    page.line((one_line(fact.label), "bold"), f"  {fact.verdict}  ", (fact.id, "dim"))
    page.line(one_line(fact.reason))
    for link in sorted(fact.links, key=lambda k: (-k.weight, k.left, k.right)):
        page.gap()
        _ladder(page, report, link)
    if not fact.links:
        page.gap()
        page.line("no claim of another place was linked with it")
    return page.text()


def _ladder(page: Page, report: Report, link: Link) -> None:
    claims = report.claim_by_id()
    for side in (link.left, link.right):
        claim = claims[side]
        place = claim.location
        page.line(f"“{one_line(place.quote)}”  ", (f"{visible(place.article)}:{place.line}:{place.column}", "dim"))
    table = Table(box=None, pad_edge=False, show_header=True)
    table.add_column("level")
    table.add_column("weight", justify="right")
    table.add_column("sum", justify="right")
    total = 0.0
    for step in link.steps:
        total += step.weight
        table.add_row(step.label, f"{step.weight:+.1f}", f"{total:+.1f}")
    page.table(table)
    page.line(f"{_RELATIONS[link.relation]}")
