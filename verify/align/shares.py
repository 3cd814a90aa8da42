"""A percentage in one place that two counts make in another: 120 of 400 workers are 30 percent of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.align.described import Described
from verify.align.ladder import climb
from verify.align.levels import Level, steps_of
from verify.align.parts import exact
from verify.align.setting import Setting
from verify.align.sums import EVENT_LEVELS, Sum
from verify.claims import Number, kind_of
from verify.claims.kinship import kinship
from verify.model import Link
from verify.values.interval import Interval, compare, share

LEAST_WHOLE = 10
LEFT_OUT = EVENT_LEVELS | {Level.DIFFERENT_UNITS, Level.BROADER_THING, Level.SAME_THING}


def find_shares(described: Sequence[Described], setting: Setting) -> tuple[Sum, ...]:
    """Return the percentages that the share of one count in another bears out, each once."""
    percents = [d for d in described if kind_of(d.claim).number is Number.SHARE and d.claim.thing and d.claim.predicate]
    counts = [d for d in described if kind_of(d.claim).number is Number.COUNT and d.claim.thing and exact(d)]
    found = (next(_shares(p, counts, setting), None) for p in percents)
    return tuple(s for s in found if s is not None)


def _shares(percent: Described, counts: Sequence[Described], setting: Setting) -> Iterator[Sum]:
    """Yield the counts of one event and of its whole whose share is the percentage; those of its own sentence say it themselves."""
    kin = [c for c in counts if kinship(percent.claim.thing, c.claim.thing) == "same" and not _beside(percent, c)]
    for part in (c for c in kin if c.claim.predicate == percent.claim.predicate):
        for whole in (c for c in kin if c.claim.predicate != percent.claim.predicate):
            if _makes(percent, part, whole):
                links = tuple(_link(c, percent, setting) for c in (part, whole))
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


def _link(count: Described, percent: Described, setting: Setting) -> Link:
    kept = (level for level in climb(count, percent, setting) if level not in LEFT_OUT)
    steps = steps_of((*kept, Level.SHARE_OF_WHOLE), fitted=False)
    return Link(left=count.claim.id, right=percent.claim.id, steps=steps, relation="sum")
