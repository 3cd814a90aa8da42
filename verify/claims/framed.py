"""Claims with the frame of the event around them filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verify.language.events import event_group, light_verbs
from verify.language.frames import CLAUSE, first_conjunct, frame_at, parties
from verify.language.reporting import reporting_verb
from verify.model import Claim, Kind, Span, Thing, Value
from verify.values.period import LONG, Period

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading

HYPHENS = frozenset({"-", "–"})
"""Before the "old" of "a 16-year-old nephew", which says nothing alone."""
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def framed(
    kind: Kind,
    tokens: tuple[int, int],
    value: Value,
    reading: Reading,
    *,
    head: Token | None = None,
    subject: str | None = None,
    thing: Thing | None = None,
) -> Claim | None:
    """Return a claim over the tokens from first to last, with the event that governs `head` (the last token); None in
    furniture.
    """
    doc = reading.doc
    governed = head if head is not None else doc[tokens[1]]
    sentence = reading.parsed.sentence(governed)
    if sentence is None:
        return None
    span = Span(start=doc[tokens[0]].idx, end=doc[tokens[1]].idx + len(doc[tokens[1]]))
    return framed_claim(kind, span, value, sentence, governed, reading, subject=subject, thing=thing)


def framed_claim(
    kind: Kind,
    span: Span,
    value: Value,
    sentence: Sentence,
    head: Token,
    reading: Reading,
    *,
    subject: str | None = None,
    thing: Thing | None = None,
) -> Claim:
    """Return a claim over a span with the frame of the event that governs a token."""
    frame = frame_at(head, reading)
    return Claim(
        kind=kind,
        location=reading.article.location(span),
        zone=sentence.zone,
        sentence=sentence.span,
        value=value,
        thing=thing,
        subject=subject,
        predicate=frame.predicate,
        agent=frame.agent,
        patient=frame.patient,
        place=None if kind == "place" else frame.place,
        time=None if kind == "date" else frame.time,
        participants=frame.participants,
        negated=frame.negated,
        speech=frame.speech,
    )


def tells_event(event: Token) -> bool:
    """Return whether a word carries an event that can be dated and placed: a known kind of event, or any full verb but
    one that reports ("said on Sunday").
    """
    if event_group(event.lemma_.lower()):
        return True
    return event.pos_ == "VERB" and event.lemma_.lower() not in light_verbs() and reporting_verb(event) is None


def beside_another(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether the sentence of a date or place holds another of the same event; a year beside a day is no second day."""
    return sum(_place_in_event(c) == _place_in_event(claim) for c in claims) > 1


def _place_in_event(claim: Claim) -> tuple[object, ...]:
    length = claim.value.granularity in LONG if isinstance(claim.value, Period) else None
    return claim.kind, claim.sentence, claim.predicate, length


def path_to(token: Token, event: Token) -> tuple[Token, ...] | None:
    """Return the words from a token up to its event or its verb, None where it stands in a clause of its own below them
    ("the firm, whose office is in Lima").
    """
    path, at = [], first_conjunct(token)
    while at not in (event, at.head) and at.pos_ not in {"VERB", "AUX"}:
        if at.dep_ in CLAUSE:
            return None
        path.append(at)
        at = at.head
    return tuple(path)


def about(event: Token, token: Token, reading: Reading) -> Thing | None:
    """Return what a date or a place is told of: the noun that names the event, else whom the verb is about.

    Where the date or place stands inside the noun phrase ("Friday's attack") it says which event is meant and tells
    nothing of it, so there is nothing for another date to contradict.
    """
    if first_conjunct(token).head.pos_ not in {"VERB", "AUX"}:
        return None
    agent, patient = (None, event) if event.pos_ in NOMINAL else parties(event, token)
    head = patient if patient is not None else agent
    if head is None or head.pos_ not in NOMINAL:
        return None
    name = reading.entities.name_of(head)
    if name:
        return Thing(text=name, head=name.split()[-1].lower())
    before = (c for c in head.children if c.dep_ in {"compound", "amod"} and c.i < head.i and c.pos_ != "NUM")
    words = [c for c in before if c.lower_ != "old" or c.i == 0 or c.nbor(-1).text not in HYPHENS]
    text = " ".join(t.text for t in (*words, head))
    return Thing(text=text, head=head.lemma_.lower(), modifiers=tuple(w.lemma_.lower() for w in words))
