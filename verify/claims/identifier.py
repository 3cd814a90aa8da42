"""Names with a number in them: "Flight 447" beside "Flight 474", "Highway 12" beside "Highway 21"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind, Slot
from verify.claims.details.around import NOMINAL, asserted
from verify.claims.framed import framed
from verify.claims.labels import of_clause
from verify.language.content_words import key, telling
from verify.model import Claim, Relation, Thing
from verify.values.name import Name

if TYPE_CHECKING:
    from verify.language.reading import Reading

NUMBERED = re.compile(
    r"\b(?P<stem>[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*)(?:-|[ \xa0](?:No\. )?)(?P<number>\d{1,4}[A-Z]?)\b(?![-–,.:/%]?\d)"
)


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the capitalised words with a number that is part of their name, dates left out."""
    dated = {i for d in reading.dates for i in range(d.first, d.last + 1)}
    for match in NUMBERED.finditer(reading.article.text):
        span = reading.doc.char_span(*match.span(), alignment_mode="expand")
        if span is None or dated & set(range(span.start, span.end)) or not any(t.pos_ in NOMINAL for t in span):
            continue
        if any(t.ent_type_ == "PER" for t in span) or not asserted(span.root, reading):
            continue
        thing, value = Thing(text=match["stem"], head=match["stem"].lower()), Name(name=span.text, type="name")
        made = framed("identifier", (span.start, span.end - 1), value, reading, head=span.root, thing=thing)
        if made is not None:
            around = frozenset(key(t) for t in span.root.sent if telling(t) and t not in list(span))
            yield replace(made, topic=match["stem"].lower(), around=around, predicate=None)


def compare(left: Claim, right: Claim) -> Relation:
    """Return `equal` for one number, else `disjoint`."""
    return "equal" if _number(left) == _number(right) else "disjoint"


def _number(claim: Claim) -> str:
    match = NUMBERED.search(claim.location.quote)
    return match["number"] if match else claim.value.label()


def _contested(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether an article numbers one name in several ways."""
    return any(c.topic == claim.topic and _number(c) != _number(claim) for c in claims)


KIND = ClaimKind(
    name="identifier",
    focus="identifier",
    extract=extract,
    values=compare,
    slots=(Slot.NUMBERED, Slot.AROUND),
    blocks=(Slot.TOPIC,),
    title=of_clause,
    contested=_contested,
    detail=True,
)
