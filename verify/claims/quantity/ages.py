"""Which amounts are ages, and whose they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verify.claims.quantity.written import Written

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from verify.language.reading import Reading

TIMES = {"year", "month", "week", "day"}
BEHIND = re.compile(r"[-–\s]{0,2}olds?\b|\s+of\s+age\b|[-–\s]?y/?o\b", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:aged|ages?|age\s+of|aged?\s+between|turned|turning)\s+$", re.IGNORECASE)
CLOSED = re.compile(r"\s*(?:[,;:)]|\.(?!\d)|$|\s(?:of|from|and|was|is|were|who)\b)")
OLDEST = 115


def is_age(text: str, amount: Written, doc: Doc, first: int) -> bool:
    """Return whether an amount is an age: "31 years old", "aged 31", or a bare number set off behind a person's name."""
    if amount.unit in TIMES:
        return BEHIND.match(text, amount.end) is not None
    if amount.unit or amount.sort != "count" or not isinstance(amount.number.number, int) or not 0 < amount.number.number <= OLDEST:
        return False
    if BEFORE.search(text[: amount.core]) or re.match(r"[-–\s]?y/?o\b", text[amount.end :]):
        return True
    return amount.start == amount.core and CLOSED.match(text, amount.end) is not None and _behind_person(text, amount, doc, first)


def _behind_person(text: str, amount: Written, doc: Doc, first: int) -> bool:
    """Return whether a comma or bracket and before it a person's name stand before a number."""
    if first < 2 or not re.search(r"(?:,|\()\s*$", text[: amount.core]):
        return False
    name = doc[first - 2]
    if name.pos_ != "PROPN" or not name.text[:1].isupper() or not name.is_alpha and "." not in name.text and "-" not in name.text:
        return False
    return name.ent_type_ in {"PER", "PERSON", ""} and _full(doc, first - 2)


def _full(doc: Doc, at: int) -> bool:
    """Return whether a person's name of two words or more, or one that the pipeline knows as a person, ends at a token."""
    return doc[at].ent_type_ in {"PER", "PERSON"} or (at > 0 and doc[at - 1].text[:1].isupper() and doc[at - 1].pos_ == "PROPN")


def bearer(reading: Reading, first: int, last: int) -> Token | None:
    """Return a token of the name of the person whose age stands between two tokens, None where nobody is named.

    It is the name behind "31-year-old", the name before ", 31,", or the subject that is said to be 31.
    """
    doc = reading.doc
    sentence = reading.parsed.sentence(doc[first])
    if sentence is None:
        return None
    people = [e for e in sentence.tokens.ents if e.label_ in {"PER", "PERSON"}]
    return _name_behind(doc, last, people) or _name_before(doc, first, people) or _said_of(doc, last, people)


def _name_behind(doc: Doc, last: int, people: list[Span]) -> Token | None:
    """Return the name in the noun phrase behind an age: "31-year-old plumber John Smith"."""
    for person in people:
        between = doc[last + 1 : person.start]
        if person.start > last and len(between) <= 8 and all(t.pos_ in {"ADJ", "NOUN", "PROPN"} or t.text in {"-", "–"} or t.lower_ == "old" for t in between):
            return person[-1]
    return None


def _name_before(doc: Doc, first: int, people: list[Span]) -> Token | None:
    """Return the name right before an age: "John Smith, 31", "John Smith, a 31-year-old", "John Smith, aged 31"."""
    for person in reversed(people):
        between = doc[person.end : first]
        if person.end <= first and len(between) <= 5 and all(t.is_punct or t.lower_ in {"a", "an", "the", "aged", "age", "who", "is", "was", "only", "just"} for t in between):
            return person[-1]
    return doc[first - 2] if first >= 2 and doc[first - 1].text in {",", "("} and doc[first - 2].pos_ == "PROPN" else None


def _said_of(doc: Doc, last: int, people: list[Span]) -> Token | None:
    """Return the name of the subject of a clause that says an age, or of the person that the aged one is called."""
    at = doc[last]
    for _ in range(5):
        for child in at.children:
            if child.dep_ in {"nsubj", "appos", "nsubj:pass"} and child.i != last:
                found = next((p for p in people if p.start <= child.i < p.end), None)
                if found is not None:
                    return found[-1]
        if at.head is at or at.pos_ == "VERB":
            return None
        at = at.head
    return None
