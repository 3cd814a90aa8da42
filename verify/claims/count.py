"""Counts of people and things: how many, of what, in which event; one where the event counts a single victim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind, Number, Slot
from verify.claims.framed import framed, framed_claim
from verify.claims.labels import of_clause
from verify.claims.quantity.absences import absences, denial
from verify.claims.quantity.harm import death_toll, harm_of, listed_among, presumed, struck
from verify.claims.quantity.make import IN_CONTEXT, QUANTITY, claim_of, compared, grown
from verify.claims.quantity.parts import lived
from verify.claims.quantity.respects import one_respect, whole_of
from verify.claims.quantity.scan import Quantity, quantities
from verify.claims.quantity.suicides import suicides
from verify.claims.quantity.things import people, word_lists
from verify.claims.quantity.unnumbered_victims import Toll, tolls
from verify.language.events import event_group
from verify.language.grammar.referents import person_meant
from verify.language.name_types import role_words
from verify.language.reporting import word_lists as word_lists_of_speech
from verify.model import Claim, Span, Thing
from verify.values.extent import Interval, interval
from verify.values.masking import counted
from verify.values.name import person_words

SHOT = {"shoot", "stab"}
ONE = {"one", "single", "lone", "sole"}
STRUCK = {"strike", "hit"}
"""Harm that tells less than what somebody is struck by: those hit by bullets were shot."""
INSTEAD = {"count": "charge", "wound": None}
"""Things whose number is none of the people harmed: counts of murder, gunshot wounds."""
JUDGED = frozenset({"convict", "acquit"})
"""Groups of events by which a court ends a charge."""

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.language.reading import Reading


AGE = re.compile(r"(\d{1,3})[-‐– ](?:year|month)[-‐– ]old(?:[ -][A-Za-z]+){1,3}$")


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the counts of an article, those of one person with the age that stands before or in their words."""
    return (_aged(claim, reading) for claim in _counts(reading))


def _aged(claim: Claim, reading: Reading) -> Claim:
    """Return a count with the age of the one person that it is of ("a 33-year-old man")."""
    if claim.thing is None or not isinstance(claim.value, Interval) or claim.value.number != 1:
        return claim
    found = AGE.search(reading.article.text[claim.sentence.start : claim.location.end])
    held = found is not None and found.end() > claim.location.start - claim.sentence.start
    return replace(claim, thing=replace(claim.thing, age=int(found[1]))) if found and held else claim


def _counts(reading: Reading) -> Iterator[Claim]:
    """Yield the counts that a number states, then victims in the singular."""
    counts = [q for q in quantities(reading) if q.sort == "count"]
    for quantity in counts:
        claim = _claim(quantity, reading)
        if not _idle(quantity, claim, reading):
            yield claim
    own = list(suicides(reading))
    numbered = frozenset(
        i for q in counts for i in (q.head, *(range(q.phrase.first, q.phrase.last + 1) if q.phrase else ()))
    )
    heads = {q.head: q.value for q in counts if not q.whole and not q.amount.number.share}
    for toll in tolls(reading, numbered | {token.i for token, _ in own}, heads):
        yield _toll(toll, reading)
    for token, thing in absences(reading, numbered):
        yield from _none(token, thing, reading)
    for token, thing in own:
        yield from _self(token, thing, reading)


def _self(token: Token, thing: Thing, reading: Reading) -> Iterator[Claim]:
    """Yield the count of one who takes their own life."""
    sentence = reading.parsed.sentence(token)
    if sentence is not None:
        span = Span(start=token.idx, end=token.idx + len(token))
        claim = framed_claim("count", span, interval(1), sentence, token, reading)
        yield replace(claim, thing=thing, predicate="kill")


def _none(token: Token, thing: Thing, reading: Reading) -> Iterator[Claim]:
    """Yield the count of what there is none of."""
    claim = framed("count", (denial(token).i, token.i), interval(0), reading, head=token, thing=thing)
    if claim is not None:
        yield replace(claim, predicate=harm_of(token) or claim.predicate, negated=False)


def _idle(quantity: Quantity, claim: Claim, reading: Reading) -> bool:
    """Return whether a count says nothing to check: one who only speaks, or "several" of what no event counts."""
    if quantity.amount.number.words.lower() == "one" and _merely_told(quantity, claim, reading.doc):
        return True
    loose = quantity.amount.number.vague or (quantity.value.number == 0 and claim.thing is None)
    return loose and event_group(claim.predicate) not in _checked()


def _merely_told(quantity: Quantity, claim: Claim, doc: Doc) -> bool:
    """Return whether "one" is somebody who speaks, or one of those known to whom nothing that counts happens."""
    if event_group(claim.predicate) in _checked():
        return False
    speech = word_lists_of_speech()
    person = claim.thing is not None and claim.thing.head in people() | role_words()
    speaks = claim.predicate in speech["say"] and doc[quantity.head].dep_ == "nsubj"
    if speaks or (person and claim.predicate in speech["say"] | speech["report"]):
        return True
    behind = doc[quantity.last + 1 : quantity.last + 3]
    return person and len(behind) == 2 and behind[0].lower_ == "of" and behind[1].pos_ in {"DET", "PRON", "PROPN"}


@cache
def _checked() -> frozenset[str]:
    return frozenset(word_lists()["vague"]["groups"])


def _claim(quantity: Quantity, reading: Reading) -> Claim:
    """Return a count with the predicate of the harm that the counted come to, where they do."""
    claim = claim_of(quantity, reading)
    if claim.thing is not None and claim.thing.head in INSTEAD:
        group = event_group(claim.predicate)
        told = claim.predicate if claim.thing.head == "count" and group in JUDGED else INSTEAD[claim.thing.head]
        return replace(claim, predicate=told, topic=event_group(told))
    harm = _harm(quantity, claim, reading)
    if quantity.whole:
        respect = whole_of(harm or claim.predicate)
        return replace(claim, predicate=None, agent=None, patient=None, topic=respect, negated=False)
    known = _as_known(replace(claim, predicate=harm) if harm else claim, reading.doc[quantity.head])
    known = _by_weapon(known, claim.predicate)
    return replace(known, negated=False) if quantity.value.number == 0 else known


def _by_weapon(claim: Claim, harm: str | None) -> Claim:
    """Return a count of the wounded in the respect by what they were: who was stabbed is none of those shot."""
    return replace(claim, topic=harm) if claim.predicate == "wound" and harm in SHOT and claim.topic is None else claim


def _as_known(claim: Claim, victim: Token) -> Claim:
    """Return a count as possible where those counted are only presumed to have come to harm."""
    return replace(claim, modality="possible") if claim.modality == "asserted" and presumed(victim) else claim


def _harm(quantity: Quantity, claim: Claim, reading: Reading) -> str | None:
    """Return the harm that the counted come to; a number that is a noun of its own bears it for them."""
    token = reading.doc[quantity.head]
    by = struck(token)
    found = _told_by(harm_of(token), token) or listed_among(token)
    if found is None and claim.thing is None:
        found = death_toll(token)
    own = (t for t in reading.doc[quantity.first : quantity.last + 1] if t.pos_ in {"NOUN", "NUM"} and t.i != token.i)
    told = found or next((h for noun in own if (h := harm_of(noun))), by)
    return _survived(told, token, quantity.value)


def _told_by(harm: str | None, victim: Token) -> str | None:
    """Return the harm that somebody comes to, by what they are struck where no more than that is told."""
    return (struck(victim) if harm in STRUCK else None) or harm


def implied(claim: Claim) -> bool:
    """Return whether a claim counts one, or at least one, without a number ("a man was shot", "the death of Tom Lee")."""
    value = claim.value
    if claim.kind != "count" or not isinstance(value, Interval) or value.stated != 1:
        return False
    words = claim.location.quote.lower().split()
    return value.bound in {"exact", "at-least"} and not any(w in ONE or w[0].isdigit() for w in words)


def _survived(harm: str | None, victim: Token, number: Interval) -> str | None:
    """Return "wound" for a shooting or stabbing that was survived, else the harm itself."""
    return "wound" if harm in SHOT and lived(victim, alone=number.number == 1) else harm


def _toll(toll: Toll, reading: Reading) -> Claim:
    claim = framed_claim("count", toll.span, toll.value, toll.sentence, toll.victims[0], reading)
    name = None if toll.numbers else person_meant(toll.victims[0], reading)
    thing = Thing(text=name, head=person_words(name)[-1]) if name else toll.thing
    harm = _told_by(toll.predicate, toll.victims[0])
    told = replace(claim, thing=thing, predicate=_survived(harm, toll.victims[0], toll.value))
    return _by_weapon(_as_known(told, toll.victims[0]), harm)


KIND = ClaimKind(
    name="count",
    focus="number",
    extract=extract,
    values=compared,
    slots=QUANTITY,
    in_context=IN_CONTEXT,
    blocks=(Slot.THING, Slot.MEASURE, Slot.EVENT),
    title=of_clause,
    number=Number.COUNT,
    adds=True,
    meets=one_respect,
    follows=grown,
    implied=implied,
    masked=lambda claim: counted(claim.location.quote),
)
