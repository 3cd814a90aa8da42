"""Which amounts are ages: "31 years old", "aged 31", a number set off behind somebody, said of them, or at which they died."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verify.claims.details.around import is_person
from verify.claims.quantity.amount import Written
from verify.claims.quantity.lexicon import ends_before, words
from verify.claims.quantity.things import people
from verify.language.gazetteer import capital_of, country_of, province_of, state_of
from verify.language.grammar.arguments import subject_beside
from verify.language.grammar.governor import has_copula
from verify.values.name import particles

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TIMES = {"year", "month", "week", "day"}
BEHIND = re.compile(r"[-–\s]{0,2}olds?\b|\s+of\s+age\b|[-–\s]?y/?o\b", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:aged|ages?(?:\s+of)?|aged?\s+between|turned|turning)\s+$", re.IGNORECASE)
CLOSED = re.compile(r"\s*(?:[,;:)—–]|\.(?!\d)|$|\s(?:of|from|and|was|is|were|who)\b)")
SAID = re.compile(r"\s*(?:[,;:)—–]|\.(?!\d)|$|\s(?:when|and|but|at|as|while|then|now|last|this)\b)")
"""What may stand behind "she was 31"."""
WHO_IS = re.compile(r",\s+who(?:\s+(?:is|was)|['’]s)\s+$")
EACH = re.compile(r"\w,\s+(?:both|all|each)\s+$")
SET_OFF = re.compile(r"(?:,|\()\s*(?:(?:then|now|just|only)\s+)?$", re.IGNORECASE)
TIMED = {"then", "now", "just", "only"}
GENERATIONS = {"Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"}
OLDEST = 115
HOURS = 24
"""Up to which a number behind "at" can be an hour of the day."""
WHOSE = {"the", "his", "her", "their", "a", "an", "'s", "’s"}
ONE, SEVERAL = {"he", "she", "who"}, {"they", "who"}
PLACES = (country_of, state_of, capital_of, province_of)
ADDED = re.compile(r"\s*(?:,|and|, and)\s*$")


def is_age(text: str, amount: Written, doc: Doc, first: int) -> bool:
    """Return whether an amount is an age."""
    if amount.unit in TIMES:
        return BEHIND.match(text, amount.end) is not None
    number = amount.number.number
    if amount.unit or amount.sort != "count" or not isinstance(number, int) or not 0 < number <= OLDEST:
        return False
    if ends_before(WHO_IS, text, amount.core) and re.match(r"\s*[,.;]", text[amount.end :]):
        return True
    if ends_before(BEFORE, text, amount.core) or re.match(r"[-–\s]?y/?o\b", text[amount.end :]):
        return True
    if _of_one(doc, first):
        return True
    if amount.start != amount.core:
        return False
    closed = CLOSED.match(text, amount.end) is not None
    if ends_before(EACH, text, amount.core):
        return closed
    off = closed and not amount.number.words and ends_before(SET_OFF, text, amount.core) is not None
    return (off and _behind_somebody(doc, first)) or _said(text, amount, doc[first]) or _reached(doc, first, number)


def is_further_age(text: str, amount: Written, doc: Doc, first: int, end: int) -> bool:
    """Return whether an amount is the second of "ages 28 and 22", where the first ends at an offset."""
    if amount.unit or amount.start != amount.core or not ADDED.fullmatch(text[end : amount.core]):
        return False
    behind, head = doc[first + 1 : first + 2], doc[first].head
    return not (head.i > first and doc[first].dep_ == "nummod") and not any(t.tag_ == "NNS" for t in behind)


def age_words(text: str, amount: Written) -> tuple[int, int]:
    """Return the range of an age with the words that make it one: "aged 31", "31-year-old"."""
    before, behind = ends_before(BEFORE, text, amount.core), BEHIND.match(text, amount.end)
    start = before.start() if before and amount.unit is None else amount.start
    return start, behind.end() if behind else amount.end


def _of_one(doc: Doc, first: int) -> bool:
    """Return whether a number of no noun tells how old one is: "a boy of 7"."""
    if first < 2 or doc[first - 1].lower_ != "of" or doc[first - 2].lower_ not in {"man", "woman", "boy", "girl"}:
        return False
    return first + 1 == len(doc) or doc[first + 1].pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _behind_somebody(doc: Doc, first: int) -> bool:
    """Return whether the name of a person, or a noun for one, stands before the comma or bracket before a number."""
    at = first - 3 if first > 2 and doc[first - 1].lower_ in TIMED else first - 2
    if at > 0 and doc[at].text in GENERATIONS:
        at -= 1
    if at < 0:
        return False
    return _ends_name(doc, at) or _is_somebody(doc[at])


def _ends_name(doc: Doc, at: int) -> bool:
    """Return whether a name of two words that is no place's, or one that the pipeline takes for a person's, ends at a token."""
    start = at
    while start > 0 and (doc[start - 1].pos_ == "PROPN" or (start > 1 and _within_name(doc, start - 1))):
        start -= 1
    name, last = doc[start : at + 1], doc[at]
    if last.pos_ != "PROPN" or not name[0].text[:1].isupper() or not re.fullmatch(r"[^\W\d_][\w.'’-]*", last.text):
        return False
    if any(t.ent_type_ in {"PER", "PERSON"} for t in name):
        return last.ent_type_ in {"PER", "PERSON", ""}
    placed = last.ent_type_ == "LOC" and not any(known(name.text) for known in PLACES)
    full = sum(t.text[:1].isupper() for t in name) > 1
    return full and (last.ent_type_ == "" or (placed and doc[start].dep_ in {"nsubj", "nsubj:pass"}))


def _within_name(doc: Doc, at: int) -> bool:
    """Return whether a hyphen or a particle ties two parts of one name ("Jean-Luc", "Anna van der Berg")."""
    if doc[at].text in particles():
        return True
    return doc[at].text in {"-", "‐"} and doc[at - 1].pos_ == "PROPN" and not doc[at].whitespace_


def _is_somebody(noun: Token) -> bool:
    """Return whether a noun for one person stands with an article or whose they are: "the victim", "a German woman", "his wife"."""
    known = noun.tag_ == "NN" and (noun.lemma_.lower() in people() or is_person(noun))
    before = noun.nbor(-1).lower_ if noun.i else ""
    return known and (before in WHOSE or any(c.dep_ in {"det", "nmod:poss"} for c in noun.children))


def _said(text: str, amount: Written, age: Token) -> bool:
    """Return whether a number is said of somebody: "she was 31", "they were four and six"."""
    if amount.number.words.lower() == "one" or not SAID.match(text, amount.end):
        return False
    if not has_copula(age):
        return False
    subject = subject_beside(age)
    if subject is None:
        return False
    others = any(c.dep_ == "conj" and c.pos_ == "NUM" for c in age.children)
    named = subject.pos_ == "PROPN" and subject.ent_type_ in {"PER", "PERSON"}
    return subject.lower_ in (SEVERAL if others else ONE) or named or _is_somebody(subject)


def _reached(doc: Doc, first: int, number: int) -> bool:
    """Return whether somebody died, retired or the like "at" a number that is no hour."""
    verb = doc[first].head
    told = number > HOURS and first > 0 and doc[first - 1].lower_ == "at" and doc[first].dep_ == "obl"
    return told and verb.pos_ == "VERB" and verb.lemma_.lower() in words("lives")
