"""Which one of a row: "finished third", "her 11th victory", "the second-largest supplier", "win No. 10"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind
from verify.claims.framed import framed
from verify.claims.kinship import Kinship, kinship
from verify.claims.labels import of_clause
from verify.claims.quantity.make import QUANTITY, compared, grown
from verify.claims.quantity.names import in_title
from verify.claims.quantity.scan import quantities
from verify.language.calendar import words
from verify.language.events import event_group
from verify.model import Claim, Thing
from verify.values.extent import Interval
from verify.values.masking import MASK

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

FIGURES = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
NUMBERED = frozenset({"no", "number"})
HYPHENS = frozenset({"-", "–"})
ENDINGS = {1: "st", 2: "nd", 3: "rd"}
TEENS = range(11, 14)
WORDS = frozenset({"ADJ", "ADV", "NOUN", "PROPN"})
IN_TIME = frozenset({"time", "instance", "place"})
"""Nouns with which "first" tells when, not which one: "for the first time", "in the first place"."""
PERIODS = frozenset({"quarter", "half", "decade", "century"})
"""Periods that are told by their number."""
APART: frozenset[Kinship] = frozenset({"sibling", "different", "exclusive"})
"""How things lie to each other that do not stand in one row."""
REACH = 3
"""Words behind an ordinal within which its noun stands."""


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield each ordinal that says which of a row something is; days of the month and parts of a whole are none, nor are those of a name ("the 79th
    Academy Awards"), which say of which one the article speaks.
    """
    taken = {i for q in quantities(reading) for i in range(q.first, q.last + 1)}
    taken |= {i for d in reading.dates for i in range(d.first, d.last + 1)}
    for sentence in reading.sentences:
        for token in sentence.tokens:
            number = _ordinal(token)
            if number is None or token.i in taken or _tells_when(token) or in_title(token):
                continue
            noun = token.head if token.dep_ == "amod" else None
            thing = Thing(text=noun.text, head=noun.lemma_.lower()) if noun is not None else None
            made = framed("rank", _span(token), rank(number), reading, head=noun or token, thing=thing)
            if made is not None:
                yield made


def rank(number: int) -> Interval:
    """Return a place in a row as a value."""
    ending = "th" if number % 100 in TEENS else ENDINGS.get(number % 10, "th")
    return Interval(stated=number, low=number, high=number, words=f"{number}{ending}")


def _first(token: Token) -> int:
    """Return the first token of an ordinal: that of "twenty-first", the "No." before a figure."""
    back = token.i - 1 - (token.i > 1 and token.nbor(-1).text == ".")
    before = token.doc[back].lower_ if token.i else ""
    if before in HYPHENS:
        return max(back - 1, 0)
    return back if before in NUMBERED and token.text.isdecimal() else token.i


def _ordinal(token: Token) -> int | None:
    """Return the number of an ordinal, of one joined to a superlative, too ("second-largest"), or of a figure behind "No."."""
    if found := FIGURES.fullmatch(token.lower_):
        return int(found[1])
    first = _first(token)
    if token.text.isdecimal():
        return int(token.text) if first < token.i and len(token.text) < len("1000") else None
    written = token.doc[first : token.i + 1].text.lower() if first < token.i else token.lower_.partition("-")[0]
    return words()["ordinals"].get(written) if token.pos_ in WORDS else None


def _tells_when(token: Token) -> bool:
    """Return whether an ordinal names a period ("third quarter"), "first" orders deeds ("first reported"), or "second" is a unit of time."""
    unit = any(c.dep_ in {"det", "nummod"} and c.lower_ != "the" for c in token.children)
    early = token.head.lemma_.lower() in IN_TIME or (token.dep_ == "advmod" and token.head.i > token.i)
    if token.head.lemma_.lower() in PERIODS:
        return True
    return (token.lower_ == "first" and early) or (token.lower_ == "second" and unit)


def _span(token: Token) -> tuple[int, int]:
    """Return an ordinal with the noun that it stands before."""
    noun = token.head if token.dep_ == "amod" and 0 < token.head.i - token.i <= REACH else token
    return _first(token), noun.i


def meets(left: Claim, right: Claim) -> bool:
    """Return whether two places can be of one row: "her fourth title" is none of "her tenth race"."""
    events = {event_group(c.thing.head) if c.thing else None for c in (left, right)}
    of_one_event = len(events) == 1 and None not in events
    return left.value == right.value or of_one_event or kinship(left.thing, right.thing) not in APART


def hidden(claim: Claim) -> str:
    """Return the words of a rank without its number."""
    ordinal, *noun = claim.location.quote.split()
    return MASK if ordinal.lower().rstrip(".") in NUMBERED else " ".join((MASK, *noun))


KIND = ClaimKind(
    name="rank",
    focus="number",
    extract=extract,
    values=compared,
    slots=QUANTITY,
    blocks=(),
    title=of_clause,
    meets=meets,
    follows=grown,
    masked=hidden,
)
