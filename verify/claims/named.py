"""What bears a name and is no person: each organisation, ship, court, prize or place off the map, where an article names it first in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.base import NAMES, ClaimKind, Slot
from verify.claims.framed import framed
from verify.claims.labels import of_subject
from verify.language import gazetteer
from verify.model import Claim, Relation
from verify.values.name import ORGANISATION, Name, same_organisation, words_of

if TYPE_CHECKING:
    from verify.language.reading import Reading

Mention = tuple[int, int]
OF_THINGS = frozenset({ORGANISATION, "other"})
OFF_THE_MAP = frozenset({"place", "site", "street"})
"""Sorts of places that the atlas does not know."""
LEAST = 3
"""Letters of a name that is no acronym; "Tk" and "Rs" are signs of money."""


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each thing with a name, at the first of its mentions in full."""
    first: dict[tuple[str, ...], tuple[str, Mention]] = {}
    for name, mention in sorted(_named(reading), key=lambda row: row[1]):
        said = words_of(reading.doc[mention[0] : mention[1] + 1].text)
        if said == words_of(name) and _tells(name, reading.doc[mention[0]].ent_type_):
            first.setdefault(said, (name, mention))
    for name, mention in first.values():
        head = reading.doc[mention[0] : mention[1] + 1].root
        claim = framed("name", mention, Name(name=name, type=ORGANISATION), reading, head=head, subject=name)
        if claim is not None:
            yield claim


def _tells(name: str, label: str) -> bool:
    """Return whether a name is more than a capitalised word or a sign of a unit: a lone word has a label of the pipeline."""
    letters = sum(map(str.isalpha, name))
    return name[0].isalpha() and (letters >= LEAST or name.isupper()) and (" " in name or bool(label))


def _named(reading: Reading) -> Iterator[tuple[str, Mention]]:
    """Yield each mention of a thing with a name, and the fullest name that the article has for it."""
    for entity in reading.entities.all:
        if entity.type in OF_THINGS:
            yield from ((entity.name, mention) for mention in entity.mentions)
    for place in reading.places:
        name = place.value.names[0]
        small = place.value.type in OFF_THE_MAP and not place.value.within
        if (small or place.value.around() == gazetteer.city_of(name) != ()) and not gazetteer.capital_of(name):
            yield name, (place.first, place.last)


def compare(left: Claim, right: Claim) -> Relation:
    """Return whether two names are of one thing; a longer one may say more before it ("Heroes Stadium", "National Heroes Stadium")."""
    a, b = left.value.label(), right.value.label()
    found = same_organisation(a, b)
    short, long = sorted((words_of(a), words_of(b)), key=len)
    if found == "partial":
        return "contains" if len(short) > 1 and long[-len(short) :] == short else "unknown"
    return "equal" if found in {"same", "variant"} else "unknown"


def _of_one(left: Claim, right: Claim) -> bool:
    return compare(left, right) != "unknown"


KIND = ClaimKind(
    name="name",
    focus="name",
    extract=extract,
    values=compare,
    slots=(Slot.SUBJECT, Slot.ARTICLES),
    blocks=(Slot.WORDS, Slot.SUBJECT),
    family="name",
    title=of_subject(lambda _: "name"),
    meets=_of_one,
    fuller=True,
    stakes=NAMES,
)
