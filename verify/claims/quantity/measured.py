"""What is measured, paid or shared: the noun around an amount, or the subject of its clause."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from verify.claims.quantity.measure_words import listed as listed_measures
from verify.claims.quantity.measures import measure_of
from verify.claims.quantity.things import NOMINAL, Phrase, counted, listed, phrase_of
from verify.language.grammar.arguments import case_of, stands_for, subject_beside
from verify.language.grammar.governor import top
from verify.values.units import currencies, units

if TYPE_CHECKING:
    from spacy.tokens import Doc


def measured(doc: Doc, first: int, last: int, start: int, end: int, *, figure: bool) -> Phrase | None:
    """Return what an amount from token `first` to `last` measures, in the sentence from `start` to `end`.

    It is the noun for the measure of a `figure` (money or a percentage), else the noun right behind ("a 5 kW system"), behind or before "of",
    or the subject of the clause.
    """
    behind = last + 1
    measure = measure_of(doc, first, last) if figure else None
    if measure is not None and measure.word.pos_ != "VERB":
        return phrase_of(measure.word)
    if behind < end and (doc[behind].pos_ in NOMINAL | {"ADJ"} or doc[behind].text == "-"):
        found = counted(doc, behind, end, many=False, joined=False)
        if found and found.head.lower_ not in listed("times"):
            return found
    if behind + 1 < end and doc[behind].lower_ == "of":
        found = named_before(doc, first, start, {"of"})
        if found and found.head.lemma_.lower() not in listed_measures("neutral", "words"):
            return found
        found = counted(doc, behind + 1, end, many=False, joined=False)
        if found:
            return found
    before = (
        named_before(doc, first, start, {"of", "worth", "for"})
        or _object(doc, behind, end)
        or _set_off(doc, first, start)
    )
    return before or _holder(doc, first, last) or _subject(doc, first, last) or _heading(doc, first)


def _set_off(doc: Doc, first: int, start: int) -> Phrase | None:
    """Return the noun before a comma and a change: "shares in the bank, down 3 percent"."""
    at = first - 1
    while at > start and doc[at].lower_ in {
        "up",
        "down",
        "by",
        "about",
        "around",
        "nearly",
        "more",
        "than",
        "$",
        "US$",
        "£",
        "€",
    }:
        at -= 1
    changed = any(t.lower_ in {"up", "down"} for t in doc[at + 1 : first])
    return (
        phrase_of(doc[at - 1])
        if changed and at > start and doc[at].text == "," and doc[at - 1].pos_ in NOMINAL
        else None
    )


def _heading(doc: Doc, first: int) -> Phrase | None:
    """Return the noun that a line without a verb is about."""
    root = doc[first].sent.root
    known = root.pos_ in NOMINAL and root.i < first and root.lower_ not in unit_words()
    return phrase_of(root) if known else None


def _object(doc: Doc, behind: int, end: int) -> Phrase | None:
    """Return what a price is for: "$12,000 for a new roof", "$50 off a coat"."""
    if behind + 1 < end and doc[behind].lower_ in {"for", "off"}:
        at = behind + 1
        while at < end and (doc[at].pos_ in {"DET", "NUM", "SYM"} or doc[at].lower_ in unit_words()):
            at += 1
        found = counted(doc, at, end, many=False, joined=False)
        return found if found and found.head.lower_ not in listed("times") else None
    return None


@cache
def unit_words() -> frozenset[str]:
    """Return the words and signs of units and currencies, in lower case."""
    money = (w for c in currencies().values() for w in c.words)
    return frozenset(w.lower() for w in (*(w for u in units().values() for w in (*u.words, *u.signs)), *money))


def _holder(doc: Doc, first: int, last: int) -> Phrase | None:
    """Return the noun that an amount hangs on: "wavelengths at least 2 microns long", "a four-year, $90 million deal"."""
    at = top(doc, first, last)
    head = at.head
    if head.lower_ in unit_words() or head.pos_ not in NOMINAL:
        return None
    before = head.i < first and at.dep_ in {"nmod", "appos", "nmod:desc", "nmod:unmarked", "nummod"}
    behind = head.i > last and at.dep_ in {"compound", "amod", "nummod", "nmod:unmarked"} and not case_of(head)
    return phrase_of(head) if before or behind else None


def named_before(doc: Doc, first: int, start: int, links: set[str]) -> Phrase | None:
    """Return the noun before a link such as "of" and the number: "an altitude of 30 feet", "land worth $2 million"."""
    at = first - 1
    while at > start and (doc[at].lower_ in listed("between") or doc[at].pos_ == "SYM"):
        at -= 1
    linked = at > start and doc[at].lower_ in links
    at = at - 1 if linked and doc[at - 1].text == "," else at
    return phrase_of(doc[at - 1]) if linked and doc[at - 1].pos_ in NOMINAL else None


def _subject(doc: Doc, first: int, last: int) -> Phrase | None:
    """Return the subject of the nearest clause around an amount, None for a pronoun."""
    at = top(doc, first, last)
    subjects = (
        s for word in (at, *at.ancestors) if (s := subject_beside(word)) is not None and not first <= s.i <= last
    )
    found = stands_for(next(subjects, at))
    return phrase_of(found) if found != at and found.pos_ in NOMINAL else None
