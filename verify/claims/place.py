"""Where something happened: "in Iraq and Syria", "near Kirkuk"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.base import AS_READ, DATES, ClaimKind, Slot
from verify.claims.framed import NOMINAL, about, beside_another, framed, tells_event
from verify.claims.labels import of_clause
from verify.language.events import event_group
from verify.language.grammar.governor import event_of, first_conjunct, path_to, top
from verify.language.place_relations import words
from verify.language.places import PlaceMention, coordinations, joined
from verify.model import Claim, Relation
from verify.values.masking import MASK
from verify.values.place import Place
from verify.values.place import compare as compare_places

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each place, or places joined by "and", at which an event is put, reports of what was said aside."""
    placed = [m if m.relation else _moved(m, reading) for m in reading.places]
    for group in coordinations(reading.doc, [m for m in placed if m is not None]):
        head = reading.doc[group[0].first]
        event = event_of(head)
        if tells_event(event) and _of_clause(head, event):
            where = event if event.pos_ in NOMINAL else head
            thing = about(event, head, reading)
            claim = framed("place", (group[0].first, group[-1].last), joined(group), reading, head=where, thing=thing)
            if claim is not None:
                yield claim


def _moved(mention: PlaceMention, reading: Reading) -> PlaceMention | None:
    """Return a place from or to which what a verb tells of moves, None for one that only says where someone is from."""
    head = first_conjunct(top(reading.doc, mention.first, mention.last))
    if head.head.lemma_.lower() in words("journeys"):
        head = head.head
    if mention.direction is None or mention.adjectival or head.dep_ != "obl" or head.head.pos_ != "VERB":
        return None
    return replace(mention, value=replace(mention.value, nearness=mention.direction))


def _of_clause(token: Token, event: Token) -> bool:
    """Return whether a place is that of an event, not of the one who does something of no known kind ("people in Peru
    embrace it").
    """
    path = path_to(token, event)
    if path is None or event_group(event.lemma_.lower()):
        return path is not None
    return not any(at.dep_ == "nsubj" and at.head == event for at in path)


def compare(left: Claim, right: Claim) -> Relation:
    """Return how the two places lie."""
    if not isinstance(left.value, Place) or not isinstance(right.value, Place):
        return "unknown"
    return compare_places(left.value, right.value)


KIND = ClaimKind(
    name="place",
    focus="place",
    extract=extract,
    values=compare,
    slots=(
        Slot.EVENT,
        Slot.TIME,
        Slot.NAMES,
        Slot.ARTICLES,
        Slot.THING,
        Slot.BRIEF,
        Slot.SENTENCE,
        *AS_READ,
    ),
    blocks=(Slot.EVENT,),
    title=of_clause,
    contested=beside_another,
    masked=lambda _: MASK,
    name_is_value=True,
    stakes=DATES,
)
