"""A country in which one article says that the event was, where the rest of it and the other articles of the story tell of another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from verify.checks.base import Subject, witnesses
from verify.language.places import PlaceMention
from verify.language.reading import Reading
from verify.model import Flag
from verify.values.place import member

OPENING = 3
"""Sentences within which an article says where its event was."""
SITE = re.compile(
    r"\b(?:in|off|on|across)\s+(?:[a-z]+ )?(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)?\s+$"
)
"""What stands before a country in a part of which something happened. In 80 stories of real outlets no article has such a place in a country that
no other names; in 320 stories of our own four do, and all four are slips that their authors planted."""
LAND = re.compile(r"\b(?:in|off|on|across)\s+the\s+$")
"""What stands before the adjective of a country with the name of a place behind it ("in the Peruvian Andes")."""


def misplaced(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for a country in a part of which the event is said to have been, and which no other article names."""
    here, usual = countries(subject.reading), _usual(subject.others)
    if usual is None:
        return
    local = {m.value.names[0] for o in subject.others for m, country in countries(o) if country == usual}
    borne = [m for m, country in here if country == usual or m.value.names[0] in local]
    told = {country for other in subject.others for _, country in countries(other)}
    count = Counter(country for _, country in here)
    for mention, country in here:
        odd = country not in told | {usual} and count[country] == 1
        if odd and borne and _is_first(mention, borne, subject.reading) and _is_site(mention, subject.reading):
            yield _flag(mention, borne[0], usual, subject)


@lru_cache(maxsize=128)
def countries(reading: Reading) -> Sequence[tuple[PlaceMention, str | None]]:
    """Return the places that an article mentions, each with the country that it is or lies in, None where that is not known."""
    return tuple((m, member(m.value, "country")) for m in reading.places)


def _usual(others: Sequence[Reading]) -> str | None:
    """Return the country of which more articles name a place than of any other, adjectives left out."""
    named = ({country for m, country in countries(o) if country and not m.adjectival} for o in others)
    ranked = Counter(country for own in named for country in own).most_common(2)
    return ranked[0][0] if ranked and len({n for _, n in ranked}) == len(ranked) else None


def _is_first(mention: PlaceMention, borne: Sequence[PlaceMention], reading: Reading) -> bool:
    """Return whether the places that all articles tell of stand in later sentences alone: behind them a neighbour is told of."""
    sentence = reading.parsed.sentence(reading.doc[mention.first])
    return sentence is not None and all(m.first >= sentence.tokens.end for m in borne)


def _is_site(mention: PlaceMention, reading: Reading) -> bool:
    """Return whether an article begins by saying that something was in a part of a country."""
    token, text = reading.doc[mention.first], reading.article.text
    at = reading.parsed.sentence(token)
    if mention.value.type != "country" or at is None or at not in reading.sentences[:OPENING]:
        return False
    before = text[at.span.start : token.idx]
    named = any(m.first == mention.last + 1 for m in reading.places)
    return LAND.search(before) is not None and named if mention.adjectival else SITE.search(before) is not None


def _flag(doubtful: PlaceMention, other: PlaceMention, usual: str, subject: Subject) -> Flag:
    articles = sum(any(country == usual for _, country in countries(o)) for o in subject.others)
    here, there = (subject.location(m.first, m.last) for m in (doubtful, other))
    return Flag(
        check="entity-swap",
        severity="high",
        confidence="high",
        message=f"“{here.quote}” here alone, “{there.quote}” {witnesses(1, articles)}: is {here.quote} meant?",
        primary=here,
        related=(there,),
    )
