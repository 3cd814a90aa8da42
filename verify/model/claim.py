"""One checkable statement: its value, what it is of, and who is behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from verify.model.article import Location, Span
from verify.model.context import FigureContext
from verify.model.kinds import Kind, Modality, SlotName, ZoneKind, digest


class Value(Protocol):
    """A normalised value; the types stand in `verify.values`."""

    def to_dict(self) -> dict[str, Any]:
        """Return the value in the form of the JSON contract."""

    def label(self) -> str:
        """Return the value in the few words that a table cell holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What is counted or measured: its words as written, the lemma of its head, those of its modifiers, of one person the age."""

    text: str
    head: str
    modifiers: tuple[str, ...] = ()
    age: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Who is behind a statement: speaker, cue verb, whether the words are quoted, whether they are hedged."""

    speaker: str | None = None
    cue: str | None = None
    direct: bool = False
    hedged: bool = False


UNATTRIBUTED = Speech()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One slot of a claim as filled: its words, and where they stand in the article, None where they stand nowhere in the claim's sentence."""

    slot: SlotName
    text: str
    at: Span | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the slot in the form of the JSON contract."""
        return {"name": self.slot, "text": self.text, **(self.at.to_dict() if self.at else {})}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable statement with a normalised value; says nothing about truth.

    `predicate` is the lemma of the event, `place` and `time` are values of their own where they could be read, `participants` are the
    names (countries, people, organisations) that the event's clause mentions, `context` is that of an amount which stands for a measure;
    by its `topic` and the words `around` it in the tree of its sentence a claim that is not of a number is known again. `negated` and
    `modality` tell whether it is denied, and whether it is told as a fact, as possible, to come or on a condition.
    """

    kind: Kind
    location: Location
    zone: ZoneKind
    sentence: Span
    value: Value
    thing: Thing | None = None
    subject: str | None = None
    predicate: str | None = None
    agent: str | None = None
    patient: str | None = None
    place: Value | None = None
    time: Value | None = None
    participants: tuple[str, ...] = ()
    negated: bool = False
    modality: Modality = "asserted"
    speech: Speech = UNATTRIBUTED
    context: FigureContext | None = None
    topic: str | None = None
    around: frozenset[str] = frozenset()
    gist: str = field(default="", compare=False, repr=False)
    """The shortest clause that states it, in the words of its sentence, with "…" for the value."""
    heading: str = field(default="", compare=False, repr=False)
    """What it counts or measures as a noun phrase, empty where only a clause tells it."""
    stated: tuple[Stated, ...] = field(default=(), compare=False, repr=False)
    """Its slots, first the focus, whose value can agree or conflict."""
    id: str = field(init=False, repr=False, compare=False)
    """Identifier that depends on the article, the place in it, the kind and the value."""

    def __post_init__(self) -> None:
        place = self.location
        found = digest(place.article, place.start, place.end, self.kind, self.value.label(), self.subject)
        object.__setattr__(self, "id", f"c-{found}")

    @property
    def article(self) -> str:
        """Identifier of the article."""
        return self.location.article

    @property
    def verbatim(self) -> bool:
        """Whether the value is the words themselves, so that they are told once."""
        return "words" in self.value.to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Return the claim in the form of the JSON contract."""
        return {
            "id": self.id,
            "kind": self.kind,
            "zone": self.zone,
            **self.location.to_dict(),
            "sentence": self.sentence.to_dict(),
            "value": self.value.to_dict(),
            "thing": self.thing.text if self.thing else None,
            "subject": self.subject,
            "predicate": self.predicate,
            "agent": self.agent,
            "patient": self.patient,
            "place": self.place.label() if self.place else None,
            "time": self.time.label() if self.time else None,
            "negated": self.negated,
            "modality": self.modality,
            "attributed_to": self.speech.speaker,
            "cue": self.speech.cue,
            "direct": self.speech.direct,
            "hedged": self.speech.hedged,
            "slots": [slot.to_dict() for slot in self.stated],
        }
