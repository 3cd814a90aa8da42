"""Places that an article mentions: countries and states of the atlas, cities with what the article says lies around
them, streets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.language import gazetteer
from verify.language.name_types import land_type
from verify.language.names import NameSpan, name_spans
from verify.language.place_relations import (
    PlaceMention,
    coordinations,
    land_follows,
    preposition,
    related,
    street_words,
    words,
)
from verify.values.place import CLOSED, Place, union

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from verify.language.parsed import Parsed

__all__ = ["PlaceMention", "coordinations", "joined", "places"]


def places(parsed: Parsed) -> tuple[PlaceMention, ...]:
    """Return the places of an article in the order of its text; a place inside another name is none."""
    found = sorted(_found(parsed), key=lambda m: m.first)
    merged = _with_surroundings(parsed.doc, found)
    return related(parsed.doc, merged)


def joined(mentions: Sequence[PlaceMention]) -> Place:
    """Return several mentions as one place ("Iraq and Syria")."""
    return union(m.value for m in mentions)


def _found(parsed: Parsed) -> Iterator[PlaceMention]:
    """Yield the mentions one by one, without what stands around them."""
    doc = parsed.doc
    spans = name_spans(parsed)
    owner = {i: span for span in spans for i in range(span.first, span.last + 1)}
    taken: set[int] = set()
    for sentence in parsed.sentences:
        i = sentence.tokens.start
        while i < sentence.tokens.end:
            last, value, adjectival = _atlas(doc, i, sentence.tokens.end)
            if value is not None and not _inside_name(doc, owner, i, last):
                taken.update(range(i, last + 1))
                if value.type != "region" or i - 1 <= sentence.tokens.start or doc[i - 1].text != "The":
                    side = adjectival or _modifies(doc, i, last)
                    yield PlaceMention(first=i, last=last, value=_as_state(doc, last, value), adjectival=side)
            i = last + 1
    for span in spans:
        text = doc[span.first : span.last + 1].text
        if gazetteer.is_adjective(text) or _stopped(doc, span.last):
            continue
        if span.type == "place" and not taken & set(range(span.first, span.last + 1)):
            yield PlaceMention(
                first=span.first,
                last=span.last,
                value=_local(doc, span),
                adjectival=_modifies(doc, span.first, span.last),
            )


def _atlas(doc: Doc, i: int, end: int) -> tuple[int, Place | None, bool]:
    """Return the last token, the place and whether it is an adjective, for the longest name of the atlas that begins
    at a token.
    """
    most = gazetteer.starts().get(doc[i].text.replace("’", "'"), 0)
    for last in range(min(i + most, end) - 1, i - 1, -1):
        text = doc[i : last + 1].text
        if gazetteer.is_people(text):
            return last, None, True
        if gazetteer.is_abbreviation(text):
            return last, None, False
        if gazetteer.is_region(text):
            return last, Place(names=(text,), type="region"), False
        if gazetteer.is_ambiguous(text) or gazetteer.state_of(text):
            return last, _state(text), False
        if code := gazetteer.country_of(text):
            return last, Place(names=(gazetteer.country_name(code),), type="country"), gazetteer.is_adjective(text)
    return i, None, False


def _state(text: str) -> Place | None:
    """Return a state; Washington and New York, being cities as well, are left open."""
    name = gazetteer.state_of(text)
    type_ = "place" if name in words("cities") else "state"
    return Place(names=(name,), type=type_, within=((gazetteer.AMERICA,),)) if name else None


def _as_state(doc: Doc, last: int, value: Place) -> Place:
    """Return "Washington state" as the state, which alone may be a city."""
    return replace(value, type="state") if value.within and doc[last + 1 : last + 2].text == "state" else value


def _inside_name(doc: Doc, owner: dict[int, NameSpan], first: int, last: int) -> bool:
    """Return whether the words belong to a longer name that is no place."""
    span = owner.get(first)
    if span is None or (span.first == first and span.last == last):
        return doc[first].ent_type_ == "PER" and doc[first].text not in {"US", "U.S."}
    if span.type in {"person", "organisation"}:
        return True
    return span.type == "place" and span.first < first


def _modifies(doc: Doc, first: int, last: int) -> bool:
    """Return whether a place stands before a noun as its modifier: "U.S. officials", "Iraq's army", "Iran-backed"."""
    following = doc[last + 1] if last + 1 < len(doc) else None
    if following is None or land_follows(doc, last):
        return False
    if following.lower_ in {"'s", "’s", "'", "’"} or (following.text == "-" and not doc[last].whitespace_):
        return True
    head = doc[last].head
    return head.i > last and doc[last].dep_ in {"compound", "amod", "nmod:poss"} and head.i - last < 5


def _local(doc: Doc, span: NameSpan) -> Place:
    """Return a place that the atlas does not know, typed by its last word."""
    text = " ".join(doc[span.first : span.last + 1].text.split())
    text = text.title() if text.isupper() and len(text) > 3 else text
    kind = land_type(doc, span.first, span.last) or "place"
    return Place(names=(_whole_street(text) if kind == "street" else text,), type=kind)


def _whole_street(name: str) -> str:
    """Return the name of a street without abbreviations ("S. Main St." is "South Main Street")."""
    *before, last = name.split()
    short = street_words()
    first = [short.get(w.rstrip("."), w) if i == 0 and len(w.rstrip(".")) < 3 else w for i, w in enumerate(before)]
    return " ".join([*first, short.get(last.rstrip("."), last)])


def _with_surroundings(doc: Doc, found: list[PlaceMention]) -> list[PlaceMention]:
    """Join "Kirkuk, Iraq" and "Temple, Tex." into one mention, and give later mentions of the name what lies around
    it.
    """
    cities = list(_paired(doc, found, comma=True))
    out = list(_paired(doc, cities, comma=False))
    known = {m.value.names[0]: m.value for m in reversed(out) if m.value.within and m.value.type != "state"}
    lands = {m.value.names[0] for m in found if m.value.type in CLOSED}
    return [replace(m, value=_settled(doc, _known(m.value, known, lands))) for m in out]


def _settled(doc: Doc, value: Place) -> Place:
    """Return a name of a state and of a country as the country, where the article names its people or its towns."""
    name = value.names[0]
    if value.type != "state" or not gazetteer.is_ambiguous(name):
        return value
    abroad = gazetteer.belongings(name)
    return Place(names=(name,), type="country") if any(t.text in abroad for t in doc) else value


def _known(value: Place, known: dict[str, Place], lands: set[str]) -> Place:
    """Return a place with its surroundings: as said elsewhere in the article, else of the atlas, which knows large
    cities by their name, and capitals and provinces where the article names the country.
    """
    if value.within or value.type in {"country", "state"}:
        return value
    name = value.names[0]
    if name in known:
        return known[name]
    if value.type == "place" and (around := gazetteer.city_of(name, lands)):
        return replace(value, type="city", within=(around,))
    code = gazetteer.capital_of(name) or gazetteer.province_of(name)
    if code is None or gazetteer.country_name(code) not in lands:
        return value
    return replace(
        value, type="city" if gazetteer.capital_of(name) else "region", within=((gazetteer.country_name(code),),)
    )


def _paired(doc: Doc, found: Sequence[PlaceMention], *, comma: bool) -> Iterator[PlaceMention]:
    """Yield the mentions, a name and the state or country after its comma, or the place after "in", as one."""
    i = 0
    while i < len(found):
        mention = found[i]
        following = found[i + 1] if i + 1 < len(found) else None
        outer = _after_comma(doc, mention, following) if comma else _after_in(doc, mention, following)
        if outer is None or mention.value.type in {"country", "state", "region"}:
            yield mention
            i += 1
            continue
        last, around = outer
        kind = "city" if comma and mention.value.type not in {"street", "county", "site"} else mention.value.type
        value = replace(mention.value, type=kind, within=(around,))
        yield replace(mention, last=last, value=value, adjectival=False)
        i += 2 if following is not None and following.first <= last else 1


def _after_comma(doc: Doc, mention: PlaceMention, following: PlaceMention | None) -> tuple[int, tuple[str, ...]] | None:
    """Return the last token and the chain of the places after a comma."""
    i = mention.last + 1
    if i + 1 >= len(doc) or doc[i].text != ",":
        return None
    short = _stopped(doc, i + 1) or doc[i + 1].text
    if gazetteer.is_abbreviation(short) and (state := gazetteer.state_of(short)):
        return i + 1 + (short != doc[i + 1].text), (state, gazetteer.AMERICA)
    if (
        following is None
        or following.first != i + 1
        or following.adjectival
        or following.value.type not in {"state", "country"}
    ):
        return None
    return following.last, (*following.value.names, *following.value.around())


def _after_in(doc: Doc, mention: PlaceMention, following: PlaceMention | None) -> tuple[int, tuple[str, ...]] | None:
    """Return the last token and the chain of the places after "in": "at Lake Tower in Dayton"."""
    if following is None or following.adjectival or preposition(doc, mention) not in words("exact"):
        return None
    between = [t.lower_ for t in doc[mention.last + 1 : following.first]]
    if between[:1] != ["in"] or not set(between[1:]) <= words("between"):
        return None
    return following.last, (*following.value.names, *following.value.around())


def _stopped(doc: Doc, i: int) -> str | None:
    """Return the abbreviation of a state that a token and the full stop after it make, None where they make none."""
    text = doc[i : i + 2].text
    return text if text.endswith(".") and len(doc[i : i + 2]) == 2 and gazetteer.is_abbreviation(text) else None
