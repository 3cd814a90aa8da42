"""The day or year in which a text puts its event, as a brief of it may put it otherwise: "on Tuesday" beside "on Sunday"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.base import DATES, ClaimKind, Slot
from verify.claims.details.around import IN_LEAD
from verify.claims.framed import framed
from verify.claims.labels import of_clause
from verify.language.content_words import key
from verify.language.date_forms import deictic
from verify.language.grammar.governor import verb_above
from verify.model import Claim, Relation
from verify.values.period import Period
from verify.values.period import compare as compare_periods

if TYPE_CHECKING:
    from verify.language.dates import DateMention
    from verify.language.reading import Reading

ALONE = frozenset({"year", "quarter"})
FINE = frozenset({"day", "weekday", "part", "month"})
LEAD = 3
"""Sentences at the head of a text that say what it is on, the title among them."""


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the days, months and years of a text, with the verb of their clause and whether they stand in its lead."""
    lead = reading.sentences[:LEAD]
    end = lead[-1].tokens[-1].i + 1 if lead else 0
    for mention in reading.dates:
        length = mention.value.granularity
        if mention.value.bound is None and length in ALONE | FINE:
            head = reading.doc[mention.first : mention.last + 1].root
            made = framed("dating", (mention.first, mention.last), mention.value, reading, head=head)
            if made is not None:
                around = {key(verb_above(head))} | ({IN_LEAD} if mention.first < end else set())
                yield replace(made, topic="day" if length in FINE else length, around=frozenset(around))


def compare(left: Claim, right: Claim) -> Relation:
    """Return how the two periods lie."""
    if not isinstance(left.value, Period) or not isinstance(right.value, Period):
        return "unknown"
    return compare_periods(left.value, right.value)


def _mentioned(claim: Claim, _: Claim, reading: Reading) -> bool:
    """Return whether a text has a date that can be this one; one without a year says nothing of a year."""
    word = deictic(claim.location.quote)
    for mention in reading.dates:
        if mention.value.bound is None and mention.value.granularity != "clock":
            written = reading.doc[mention.first : mention.last + 1].text
            if _agrees(claim, mention) or (word is not None and word == deictic(written)):
                return True
    return False


def _agrees(claim: Claim, mention: DateMention) -> bool:
    if not isinstance(claim.value, Period):
        return False
    found = compare_periods(claim.value, mention.value)
    return found != "disjoint" and not (found == "unknown" and claim.value.granularity in ALONE)


KIND = ClaimKind(
    name="dating",
    focus="time",
    extract=extract,
    values=compare,
    slots=(Slot.NUMBERED, Slot.AROUND, Slot.BRIEF),
    blocks=(Slot.TOPIC,),
    title=of_clause,
    detail=True,
    mentioned=_mentioned,
    stakes=DATES,
)
