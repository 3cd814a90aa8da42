"""Which way a measure moved, and in which period: "a fourth-quarter increase in sales" beside "sales fell in the fourth quarter"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind, Slot
from verify.claims.figures.likeness import periods_alike
from verify.claims.figures.naming import mentions
from verify.claims.figures.period import label
from verify.claims.figures.trends import trends
from verify.claims.framed import framed
from verify.claims.labels import of_clause
from verify.model import Claim, Relation, ReportingPeriod, Thing
from verify.values.name import Name

if TYPE_CHECKING:
    from verify.language.reading import Reading


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the rises and falls of measures in a stated period."""
    for trend in trends(reading):
        word, measure, context = trend.word, trend.measure, trend.context
        period = label(context.period) if context.period is not None else ""
        value = Name(name=f"{measure.lower_} {trend.way} ({period})", type=trend.way)
        thing = Thing(text=measure.text, head=measure.lemma_.lower())
        made = framed("trend", (word.i, word.i), value, reading, head=word, thing=thing)
        if made is not None:
            topic = f"{context.measure} {context.scenario} {trend.sequential}"
            yield replace(made, topic=topic, context=context)


def _way(claim: Claim) -> str:
    return claim.value.type if isinstance(claim.value, Name) else ""


def _period(claim: Claim) -> ReportingPeriod | None:
    return claim.context.period if claim.context is not None else None


def _quarter(claim: Claim) -> int | None:
    period = _period(claim)
    return period.number if period is not None and period.kind == "quarter" else None


def compare(left: Claim, right: Claim) -> Relation:
    """Return `disjoint` for a rise and a fall in one period, and for one movement in two quarters."""
    alike = periods_alike(_period(left), _period(right))
    if _way(left) != _way(right):
        return "disjoint" if alike == "same" else "unknown"
    if alike == "same":
        return "equal"
    return "disjoint" if _quarter(left) and _quarter(right) and _quarter(left) != _quarter(right) else "unknown"


def _says(own: Claim, claim: Claim) -> bool:
    """Return whether an article has the measure move that way itself, in a period that can be the same."""
    return (
        own.topic == claim.topic and _way(own) == _way(claim) and periods_alike(_period(own), _period(claim)) != "other"
    )


def _mentioned(claim: Claim, own: Claim, reading: Reading) -> bool:
    """Return whether an article that has the movement in another quarter mentions this one anywhere."""
    if _way(own) != _way(claim):
        return False
    found = (period for sentence in reading.sentences for _, period in mentions(sentence.tokens, reading))
    return any(p.kind == "quarter" and p.number in {_quarter(claim), None} for p in found)


KIND = ClaimKind(
    name="trend",
    focus="direction",
    extract=extract,
    values=compare,
    slots=(Slot.TOPIC,),
    in_context=(Slot.TOPIC, Slot.MEASURE, Slot.BRAND),
    blocks=(Slot.TOPIC,),
    title=of_clause,
    detail=True,
    says=_says,
    mentioned=_mentioned,
)
