"""Ages of people, and of things: who is how old."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.base import AS_READ, NAMES, ClaimKind, Slot
from verify.claims.labels import of_subject
from verify.claims.quantity.age_bearer import bridged
from verify.claims.quantity.age_lists import in_lists
from verify.claims.quantity.ages import bearers, said_of
from verify.claims.quantity.make import claim_of, compared
from verify.claims.quantity.scan import Quantity, quantities
from verify.language.grammar.referents import person_meant
from verify.model import Claim
from verify.values.interval import Interval
from verify.values.masking import MASK

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

YEAR, MONTH = 365.25, 30
TEENAGER = "teenager"
"""One of whom nothing but this is told is no age of anybody."""


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the ages of an article, one for each person named with it, else of whoever it must be of, or of nobody."""
    ages = [q for q in quantities(reading) if q.sort == "age"]
    listed = in_lists(ages, reading)
    named = {q.first: _names(q, listed.get(q.first), reading) for q in ages}
    others = bridged([q for q in ages if not named[q.first]], _by_name(ages, named), reading)
    for quantity in ages:
        claim = claim_of(quantity, reading)
        for name in named[quantity.first] or (others.get(quantity.first),):
            if name is not None or quantity.amount.number.words.lower().split()[-1:] != [TEENAGER]:
                yield replace(claim, subject=name)


def _names(quantity: Quantity, listed: Token | None, reading: Reading) -> tuple[str, ...]:
    """Return the names that stand with an age; `listed` is its own in a list of names and ages."""
    tokens = (listed,) if listed is not None else bearers(reading, quantity.first, quantity.last)
    meant = person_meant(said_of(reading.doc[quantity.last]), reading) if not tokens else None
    return (meant,) if meant else tuple(reading.entities.name_of(t) or _written(t) for t in tokens)


def _written(token: Token) -> str:
    """Return the name that ends at a token, as the pipeline marks it."""
    return next((e.text for e in token.sent.ents if e.start <= token.i < e.end), token.text)


def _by_name(ages: Sequence[Quantity], named: Mapping[int, tuple[str, ...]]) -> Mapping[str, Sequence[Quantity]]:
    """Return the ages that stand with each name."""
    out: dict[str, list[Quantity]] = {}
    for quantity in ages:
        for name in named[quantity.first]:
            out.setdefault(name, []).append(quantity)
    return out


def _older(early: Claim, late: Claim, days: int) -> bool:
    """Return whether somebody has likely grown that much older in so many days; within a month a birthday is rarer than a slip (3 of 56 stories)."""
    a, b = early.value, late.value
    if not isinstance(a, Interval) or not isinstance(b, Interval) or a.low is None or b.low is None:
        return False
    return days >= MONTH and 0 < b.low - a.low <= days / YEAR + 1


KIND = ClaimKind(
    name="age",
    focus="number",
    extract=extract,
    values=compared,
    slots=(Slot.SUBJECT, Slot.ARTICLES, *AS_READ),
    blocks=(Slot.SUBJECT,),
    title=of_subject(lambda claim: claim.kind),
    follows=_older,
    masked=lambda _: f"{MASK} years old",
    stakes=NAMES,
)
