"""When something happened: "on Sunday", "Friday's attack"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind
from verify.claims.framed import NOMINAL, about, framed
from verify.language.events import event_group
from verify.language.frames import event_of
from verify.model import Claim, Relation
from verify.values.period import Period
from verify.values.period import compare as compare_periods

if TYPE_CHECKING:
    from verify.language.reading import Reading


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each date or time that dates an event of a known kind."""
    for mention in reading.dates:
        head = reading.doc[mention.first : mention.last + 1].root
        event = event_of(head)
        if event_group(event.lemma_.lower()):
            where = event if event.pos_ in NOMINAL else head
            thing = about(event, head, reading)
            claim = framed("date", (mention.first, mention.last), mention.value, reading, head=where, thing=thing)
            if claim is not None:
                yield claim


def compare(left: Claim, right: Claim) -> Relation:
    """Return how the two periods lie in time."""
    if not isinstance(left.value, Period) or not isinstance(right.value, Period):
        return "unknown"
    return compare_periods(left.value, right.value)


KIND = ClaimKind(name="date", extract=extract, compare=compare)
