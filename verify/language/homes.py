"""Where people are from: the place after a name, over an age ("Ann Lee, 34, of Leeds", "Ann Lee of Leeds"), and whose citizens they are
("Norway's Ann Lee", "Norwegian striker Ann Lee", "Ann Lee, a Norwegian citizen", "Ann Lee (Norway)").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.language import gazetteer
from verify.language.entities import Entities
from verify.language.places import PlaceMention
from verify.values.name import PERSON
from verify.values.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.language.parsed import Parsed

LIVED_IN = frozenset({"city", "county", "state", "country", "region", "place"})

TRADE, APPOSED = 2, 8
"""Words for what somebody does between the adjective and the name, and words behind a comma in which it can stand, at most."""
HYPHENS = frozenset({"-", "–"})
ENDS = frozenset({",", ".", ";", ":", ")", "—", "–"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where a person is from: the tokens of the place and of the name, the place, the fullest name."""

    first: int
    last: int
    place: Place
    person: tuple[int, int]
    name: str


def homes(parsed: Parsed, entities: Entities, places: tuple[PlaceMention, ...]) -> Iterator[Home]:
    """Yield where the people of an article are from, in the order of their names."""
    starts = {p.first: p for p in places if not p.adjectival and p.value.type in LIVED_IN}
    for entity in entities.all:
        for first, last in entity.mentions if entity.type == PERSON else ():
            found = starts.get(_after_name(parsed.doc, last))
            if found is not None:
                yield Home(
                    first=found.first, last=found.last, place=found.value, person=(first, last), name=entity.name
                )


def _after_name(doc: Doc, last: int) -> int:
    """Return where a place must begin to be the home of the person whose name ends at a token; -1 for none."""
    i, comma = last + 1, False
    words = [t.text for t in doc[i : i + 4]]
    if words[:1] == [","]:
        i, comma = i + 1, True
        if len(words) > 2 and words[1].isdigit() and words[2] == ",":
            i += 2
    return i + 1 if i < len(doc) and doc[i].lower_ in ({"of", "from"} if comma else {"of"}) else -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Nationality:
    """Whose citizen a person is: the tokens of the word for the country and of the name, the country, the fullest name."""

    first: int
    last: int
    country: str
    person: tuple[int, int]
    name: str


def nationalities(parsed: Parsed, entities: Entities) -> Iterator[Nationality]:
    """Yield whose citizens the people of an article are, in the order of their names."""
    for entity in entities.all:
        for first, last in entity.mentions if entity.type == PERSON else ():
            for a, b in (_before(parsed.doc, first), _behind(parsed.doc, last)):
                code = gazetteer.country_of(parsed.doc[a : b + 1].text) if a <= b else None
                if code is not None:
                    country = gazetteer.country_name(code)
                    yield Nationality(first=a, last=b, country=country, person=(first, last), name=entity.name)


NOWHERE = (0, -1)


def _before(doc: Doc, first: int) -> tuple[int, int]:
    """Return the country that owns a name, or the adjective before it, over the word for a trade."""
    if first > 1 and doc[first - 1].lower_ in {"'s", "’s"}:
        found = _country(doc, first - 2, named=True)
        return found if found[0] == 0 or doc[found[0] - 1].pos_ not in {"PROPN", "ADP"} else NOWHERE
    i = first - 1
    while i > 0 and first - i <= TRADE and doc[i].tag_ == "NN" and doc[i].text.islower():
        i -= 1
    return _country(doc, i, named=False) if i >= 0 else NOWHERE


def _behind(doc: Doc, last: int) -> tuple[int, int]:
    """Return the country in brackets behind a name, or that of the citizen, or of where the bearer of a trade is from, between commas."""
    i, end = last + 1, len(doc)
    if i + 2 < end and doc[i].text == "(":
        close = next((k for k in range(i + 1, min(end, i + 4)) if doc[k].text == ")"), i)
        return _country(doc, close - 1, named=True, start=i + 1)
    if i + 2 >= end or doc[i].text != ",":
        return NOWHERE
    words = [k for k in range(i + 1, min(end, i + 1 + APPOSED)) if not _is_age(doc[k])]
    if not words or doc[words[0]].lower_ not in {"a", "an", "the"}:
        return NOWHERE
    start = words[0] + 1
    for k in words[1:]:
        token, after = doc[k], doc[k + 1] if k + 1 < end else doc[k]
        if token.lower_ == "from":
            return next(
                (c for n in (k + 2, k + 1) if n < end and (c := _country(doc, n, named=True, start=k + 1))[1] >= 0),
                NOWHERE,
            )
        if (found := _country(doc, k, named=False, start=start))[1] >= 0:
            return found if after.text in ENDS or (after.tag_ == "NN" and after.text.islower()) else NOWHERE
        if not (token.tag_ == "NN" and token.text.islower()) and not _opens_country(token):
            return NOWHERE
    return NOWHERE


def _is_age(token: Token) -> bool:
    return (
        token.pos_ == "NUM"
        or token.lower_ in {"-", "year", "old", "year-old"}
        or (token.text == "," and token.nbor(-1).like_num)
    )


def _opens_country(token: Token) -> bool:
    return token.text in gazetteer.starts()


def _country(doc: Doc, last: int, *, named: bool, start: int = 0) -> tuple[int, int]:
    """Return the tokens of a country that end at one: its name, or the adjective or the word for a citizen; of two joined by a hyphen none."""
    for first in (last - 1, last):
        text = doc[first : last + 1].text if first >= start else ""
        joined = any(0 <= k < len(doc) and doc[k].text in HYPHENS for k in (first - 1, last + 1))
        if (
            text
            and gazetteer.country_of(text)
            and gazetteer.is_adjective(text) != named
            and not gazetteer.is_people(text)
        ):
            return NOWHERE if joined else (first, last)
    return NOWHERE
