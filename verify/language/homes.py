"""Where people are from: the place after a name, over an age ("Ann Lee, 34, of Leeds", "Ann Lee of Leeds")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.language.entities import Entities
from verify.language.places import PlaceMention
from verify.values.name import PERSON
from verify.values.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from verify.language.parsed import Parsed

LIVED_IN = frozenset({"city", "county", "state", "country", "region", "place"})


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
