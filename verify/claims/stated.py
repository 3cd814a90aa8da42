"""The slots of a claim as its article fills them: the words of each, and where in the claim's sentence they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from verify.claims.figures.period import label
from verify.model import Claim, FigureContext, SlotName, Span, Stated, Value
from verify.values.place import Place

if TYPE_CHECKING:
    from verify.language.reading import Reading

Told = tuple[SlotName, str, Iterable[Span]]


def stated(claim: Claim, focus: SlotName, reading: Reading) -> tuple[Stated, ...]:
    """Return the slots that a claim fills, first its focus, the others in the order of the contract; of several places the nearest."""
    at = claim.location
    found = [Stated(slot=focus, text=at.quote, at=Span(start=at.start, end=at.end))]
    for slot, text, places in _told(claim, reading):
        if slot != focus:
            nearest = min(places, key=lambda s: max(s.start - at.end, at.start - s.end), default=None)
            found.append(Stated(slot=slot, text=text, at=nearest))
    return tuple(found)


def _told(claim: Claim, reading: Reading) -> Iterator[Told]:
    """Yield the slots besides the value, each with its words and the places in the sentence that have them."""
    if claim.predicate:
        yield "event", claim.predicate, _lemmas(claim.predicate, claim, reading)
    named: tuple[tuple[SlotName, str | None], ...] = (
        ("subject", claim.subject),
        ("thing", claim.thing.text if claim.thing else None),
        ("agent", claim.agent),
        ("patient", claim.patient),
    )
    for slot, text in named:
        if text:
            yield slot, text, _written(text, claim, reading) or _mentioned(text, claim, reading)
    if claim.place:
        yield "place", claim.place.label(), _spans(reading, claim, _where(claim.place, claim, reading))
    if claim.time:
        when = ((m.first, m.last) for m in reading.dates_in(claim.sentence) if m.value == claim.time)
        yield "time", claim.time.label(), _spans(reading, claim, when)
    if claim.context:
        yield from _context(claim.context, claim, reading)


def _where(place: Value, claim: Claim, reading: Reading) -> Sequence[tuple[int, int]]:
    """Return where a place is named, of several that are told as one from the first to the last."""
    names = frozenset(place.names) if isinstance(place, Place) else frozenset()
    inside = (m for m in reading.places if claim.sentence.start <= reading.doc[m.first].idx < claim.sentence.end)
    found = [m for m in inside if names.issuperset(m.value.names)]
    whole = [(m.first, m.last) for m in found if m.value == place]
    return whole or [(m.first, found[-1].last) for m in found[:1]]


def _context(context: FigureContext, claim: Claim, reading: Reading) -> Iterator[Told]:
    """Yield the slots of an amount of a measure."""
    entity = context.entity
    yield "measure", context.measure, _written(context.measure, claim, reading)
    of = ", ".join(sorted(entity.names or entity.words)) or entity.place or entity.implied
    if of:
        yield "entity", of, _written(of, claim, reading) or _mentioned(of, claim, reading)
    if context.period:
        text = label(context.period)
        yield "period", text, _written(text, claim, reading)
    yield "scenario", context.scenario, ()


def _written(text: str, claim: Claim, reading: Reading) -> list[Span]:
    """Return where words stand in the sentence of a claim, however they are spaced."""
    words = r"\s+".join(map(re.escape, text.split()))
    found = re.compile(rf"(?<!\w){words}(?!\w)", re.I).finditer(
        reading.article.text, claim.sentence.start, claim.sentence.end
    )
    return [Span(start=m.start(), end=m.end()) for m in found]


def _lemmas(lemma: str, claim: Claim, reading: Reading) -> list[Span]:
    """Return where a word of a lemma stands in the sentence of a claim."""
    tokens = reading.doc.char_span(claim.sentence.start, claim.sentence.end, alignment_mode="expand") or ()
    return [Span(start=t.idx, end=t.idx + len(t)) for t in tokens if t.lemma_.lower() == lemma]


def _mentioned(name: str, claim: Claim, reading: Reading) -> list[Span]:
    """Return where the bearer of a name is called by another form of it ("Ortiz" of Ana Ortiz)."""
    return _spans(reading, claim, (m for e in reading.entities.all if e.name == name for m in e.mentions))


def _spans(reading: Reading, claim: Claim, places: Iterable[tuple[int, int]]) -> list[Span]:
    """Return the places of the first and last tokens that lie in the sentence of a claim."""
    doc, own = reading.doc, claim.sentence
    found = (Span(start=doc[a].idx, end=doc[b].idx + len(doc[b])) for a, b in places)
    return [span for span in found if own.start <= span.start and span.end <= own.end]
