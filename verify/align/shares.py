"""A percentage in one place that two counts make in another: 120 of 400 workers are 30 percent of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.align.comparison import Vectors, steps, weight_of
from verify.align.described import Described
from verify.align.sums import EVENT_LEVELS, Sum
from verify.align.things import kinship
from verify.model import Link, Step
from verify.values.interval import Interval, compare, share

LEAST_WHOLE = 10
IN_PERCENT = "parts of one whole in percent"
LEFT_OUT = EVENT_LEVELS | {"different units", "broader thing", "same thing"}


def find_shares(described: Sequence[Described], vectors: Vectors) -> tuple[Sum, ...]:
    """Return the percentages that the share of one count in another bears out, each once."""
    percents = [d for d in described if d.claim.kind == "percent" and d.claim.thing and d.claim.predicate]
    counts = [d for d in described if d.claim.kind == "count" and d.claim.thing and _exact(d)]
    found = (next(_shares(p, counts, vectors), None) for p in percents)
    return tuple(s for s in found if s is not None)


def _exact(d: Described) -> bool:
    return isinstance(d.claim.value, Interval) and d.claim.value.bound == "exact"


def _shares(percent: Described, counts: Sequence[Described], vectors: Vectors) -> Iterator[Sum]:
    """Yield the counts of one event and of its whole whose share is the percentage; those of its own sentence say it themselves."""
    kin = [c for c in counts if kinship(percent.claim.thing, c.claim.thing) == "same" and not _beside(percent, c)]
    for part in (c for c in kin if c.claim.predicate == percent.claim.predicate):
        for whole in (c for c in kin if c.claim.predicate != percent.claim.predicate):
            if _makes(percent, part, whole):
                links = tuple(_link(c, percent, vectors) for c in (part, whole))
                yield Sum(
                    parts=(part.claim, whole.claim), whole=percent.claim, links=links, relation="equal", joint=" of "
                )


def _beside(percent: Described, count: Described) -> bool:
    return (percent.claim.article, percent.claim.sentence) == (count.claim.article, count.claim.sentence)


def _makes(percent: Described, part: Described, whole: Described) -> bool:
    stated, a, b = percent.claim.value, part.claim.value, whole.claim.value
    if not isinstance(stated, Interval) or not isinstance(a, Interval) or not isinstance(b, Interval):
        return False
    if not b.number or b.number < LEAST_WHOLE or not a.number or a.number >= b.number:
        return False
    value = share(a, b)
    return value is not None and stated.change is None and compare(value, stated) == "equal"


def _link(count: Described, percent: Described, vectors: Vectors) -> Link:
    kept = tuple(s for s in steps(count, percent, vectors) if s.label not in LEFT_OUT)
    last = Step(label=IN_PERCENT, weight=weight_of(IN_PERCENT))
    return Link(left=count.claim.id, right=percent.claim.id, steps=(*kept, last), relation="sum")
