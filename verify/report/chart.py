"""A small picture of figures that differ: a row for each source, by time where it is known, a point or a bar on one scale."""

from __future__ import annotations

from collections.abc import Iterator

from verify.model import Claim, Fact
from verify.report.index import Index
from verify.report.inert import clip
from verify.report.sheet import CELL, SETTLED, Chart, Point

MOST = 12
"""Rows of a chart: of more figures the table tells more."""
SCALE = 100.0
BAR = 30
"""Columns of the scale in text."""


def chart_of(index: Index, fact: Fact) -> Chart | None:
    """Return the chart of a fact over whose numbers sources differ, None of any other."""
    if fact.verdict in SETTLED or fact.verdict == "single-source":
        return None
    told = {(c.article, c.value.label()): c for c in reversed(index.claims_of(fact))}
    spans = [(claim, ends) for claim in reversed(told.values()) if (ends := _ends(claim)) is not None]
    if not len({ends for _, ends in spans}) > 1 or len(spans) > MOST:
        return None
    low, high = min(a for _, (a, _) in spans), max(b for _, (_, b) in spans)

    def at(number: float) -> float:
        return round(SCALE * (number - low) / (high - low), 1)

    points = (_point(index, claim, at(a), at(b)) for claim, (a, b) in spans)
    return Chart(points=tuple(sorted(points, key=lambda p: p.when)), moves=fact.verdict == "update")


def lines(chart: Chart) -> Iterator[tuple[str, str, str]]:
    """Yield a row of text for each point: whose it is, the scale, the value."""
    width = max(len(p.when) for p in chart.points)
    for point in chart.points:
        first, last = (round((BAR - 1) * end / SCALE) for end in (point.first, point.last))
        bar = "·" * first + "●" + "━" * max(last - first - 1, 0) + "●" * (last > first) + "·" * (BAR - 1 - last)
        yield f"{point.letter:2} {point.when:{width}} ", bar, f" {point.said}"


def _ends(claim: Claim) -> tuple[float, float] | None:
    """Return the least and the greatest number of a claim, one of them for both where the other is open, None where both are."""
    value = claim.value.to_dict()
    known = [float(end) for end in (value.get("low"), value.get("high")) if isinstance(end, int | float)]
    return (known[0], known[-1]) if known and not claim.negated else None


def _point(index: Index, claim: Claim, first: float, last: float) -> Point:
    published = index.articles[claim.article].published
    return Point(
        letter=index.letters[claim.article],
        when=f"{published:%Y-%m-%d}" if published else "",
        said=clip(claim.value.label(), CELL),
        first=first,
        last=last,
    )
