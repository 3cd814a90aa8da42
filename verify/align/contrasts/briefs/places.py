"""Places of a brief that the article does not name, held against a place of the article that the brief does not name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.align.contrasts.base import Contrast
from verify.align.contrasts.briefs.base import OFTEN, lacking
from verify.align.contrasts.texts import Text
from verify.claims.framed import framed
from verify.language.content_words import key
from verify.model import Claim
from verify.values.name import words_of
from verify.values.place import CLOSED, compare

if TYPE_CHECKING:
    from verify.language.places import PlaceMention


def find_places(brief: Text, article: Text) -> Iterator[Contrast]:
    """Yield the first place of each type that the article lacks with the article's place that stands for it."""
    for ours in _lacked(brief, article):
        rivals = [p for p in _lacked(article, brief) if _of_type(p, ours)]
        told = [p for p in rivals if _slot(p, article) & _slot(ours, brief)] or [
            p for p in rivals if _stands_for(p, ours) and _prominent(p, rivals, article)
        ]
        found = lacking(_claim(told[0], article), _claim(ours, brief)) if told else None
        if found:
            yield found


def _lacked(text: Text, other: Text) -> list[PlaceMention]:
    """Return the places of a text that the other has no place within, around or beside, and no word of."""
    return [
        p
        for p in text.reading.places
        if text.reading.parsed.sentence(text.reading.doc[p.first]) is not None
        and all(compare(p.value, o.value) in {"disjoint", "unknown"} for o in other.reading.places)
        and not _words(p, text) & other.words
    ]


def _words(p: PlaceMention, text: Text) -> set[str]:
    return {w for t in text.reading.doc[p.first : p.last + 1] if t.text[0].isupper() for w in words_of(t.text)}


def _of_type(a: PlaceMention, b: PlaceMention) -> bool:
    types = (a.value.type, b.value.type)
    return types[0] == types[1] if set(types) & CLOSED else True


def _slot(p: PlaceMention, text: Text) -> set[str]:
    """Return the word that a place hangs on, and its relation to it."""
    token = text.reading.doc[p.first : p.last + 1].root
    return {key(token.head)} if token.head != token else set()


def _stands_for(p: PlaceMention, ours: PlaceMention) -> bool:
    """Return whether both are names, or both adjectives, of countries or of states."""
    return p.adjectival == ours.adjectival and ours.value.type in CLOSED


def _prominent(p: PlaceMention, rivals: list[PlaceMention], text: Text) -> bool:
    """Return whether a place stands in the lead of its article or is named again and again."""
    return p.first < text.lead_end or sum(r.value == p.value for r in rivals) >= OFTEN


def _claim(p: PlaceMention, text: Text) -> Claim | None:
    head = text.reading.doc[p.first : p.last + 1].root
    return framed("place", (p.first, p.last), p.value, text.reading, head=head)
