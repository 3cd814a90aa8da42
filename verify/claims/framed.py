"""Claims with the frame of the event around them filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.language.events import event_group
from verify.language.grammar.arguments import parties, phrase
from verify.language.grammar.assertion import RANK, Assertion, assertion, is_negated
from verify.language.grammar.governor import CLAUSE, clause, clause_root, event_of, first_conjunct
from verify.language.reporting import reporting_verb, word_lists
from verify.language.scope import place_around, time_around
from verify.model import Claim, Kind, Span, Thing, Value
from verify.values.period import LONG, Period, compare

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading

HYPHENS = frozenset({"-", "–"})
"""Before the "old" of "a 16-year-old nephew", which says nothing alone."""
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
OF_EVENTS = frozenset({"count", "measure", "money", "percent", "date", "place", "event", "tally"})
"""Kinds of claims that are denied with their event; who did not come has his age none the less."""


def framed(
    kind: Kind,
    tokens: tuple[int, int],
    value: Value,
    reading: Reading,
    *,
    head: Token | None = None,
    event: Token | None = None,
    subject: str | None = None,
    thing: Thing | None = None,
) -> Claim | None:
    """Return a claim over the tokens from first to last, with its event, if none is given that which governs `head` (the last token); None in
    furniture.
    """
    doc = reading.doc
    governed = head if head is not None else doc[tokens[1]]
    sentence = reading.parsed.sentence(governed)
    if sentence is None:
        return None
    span = Span(start=doc[tokens[0]].idx, end=doc[tokens[1]].idx + len(doc[tokens[1]]))
    return framed_claim(kind, span, value, sentence, governed, reading, event=event, subject=subject, thing=thing)


def framed_claim(
    kind: Kind,
    span: Span,
    value: Value,
    sentence: Sentence,
    head: Token,
    reading: Reading,
    *,
    event: Token | None = None,
    subject: str | None = None,
    thing: Thing | None = None,
) -> Claim:
    """Return a claim over a span with its event, or that which governs a token: who does it to whom, where, when, how it is asserted and by whom."""
    frame = _frame(head, event_of(head) if event is None else event, reading)
    meant = frame.meant if kind in OF_EVENTS else Assertion(negated=is_negated(head))
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
        negated=meant.negated,
        modality=meant.modality,
        speech=reading.speech.at(head),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What all claims over one word have in common: its event with who does it to whom, where, when, and how it is meant."""

    predicate: str
    agent: str | None
    patient: str | None
    place: Value | None
    time: Value | None
    participants: tuple[str, ...]
    meant: Assertion


def _frame(head: Token, event: Token, reading: Reading) -> _Frame:
    """Return the frame of a word in an event, found once for each word of an article."""
    known: dict[tuple[int, int], _Frame] = reading.doc.user_data.setdefault("frames", {})
    if (head.i, event.i) not in known:
        agent, patient = (phrase(p, reading.entities) if p is not None else None for p in parties(event, head))
        known[head.i, event.i] = _Frame(
            predicate=event.lemma_.lower(),
            agent=agent,
            patient=patient,
            place=place_around(head, event, reading),
            time=time_around(head, event, reading),
            participants=_participants(event, reading),
            meant=_meant(head, event),
        )
    return known[head.i, event.i]


def _meant(head: Token, event: Token) -> Assertion:
    """Return how a word and the event that it takes part in are meant; below it the event tells more of it ("people who did not vote")."""
    own, below = assertion(head), assertion(event)
    if not head.is_ancestor(event):
        return own
    return Assertion(negated=own.negated or below.negated, modality=max(own.modality, below.modality, key=RANK.index))


def _participants(event: Token, reading: Reading) -> tuple[str, ...]:
    """Return the names that stand in the event's clause, each once, in order."""
    words = clause(clause_root(event))
    names = (reading.entities.name_of(t) for t in words if t.ent_type_ or t.pos_ == "PROPN")
    return tuple(dict.fromkeys(n for n in names if n))


def tells_event(event: Token) -> bool:
    """Return whether a word carries an event that can be dated and placed: any but a verb that reports what was said ("said on Sunday")."""
    return bool(event_group(event.lemma_.lower())) or reporting_verb(event) is None or _announces(event)


def _announces(verb: Token) -> bool:
    """Return whether a verb tells of a thing, not of what was said ("announced layoffs on Monday", "was admitted in Lima")."""
    parts = {c.dep_ for c in verb.children}
    return reporting_verb(verb) in word_lists()["report"] and bool(parts & {"obj", "nsubj:pass"}) and not CLAUSE & parts


def beside_another(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether the sentence of a date or place holds another of the same event; a year beside a day is no second day, nor is the day
    beside a time on it.
    """
    beside = [c.value for c in claims if _place_in_event(c) == _place_in_event(claim)]
    return sum(value == claim.value or not _hold_each_other(value, claim.value) for value in beside) > 1


def _hold_each_other(left: Value, right: Value) -> bool:
    return isinstance(left, Period) and isinstance(right, Period) and compare(left, right) == "contains"


def _place_in_event(claim: Claim) -> tuple[object, ...]:
    length = claim.value.granularity in LONG if isinstance(claim.value, Period) else None
    return claim.kind, claim.sentence, claim.predicate, length


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
