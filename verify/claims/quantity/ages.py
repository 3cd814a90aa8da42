"""Which amounts are ages, and whose they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verify.claims.quantity.amount import Written
from verify.claims.quantity.lexicon import ends_before
from verify.claims.quantity.things import people
from verify.values.name import PERSON

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading

TIMES = {"year", "month", "week", "day"}
BEHIND = re.compile(r"[-–\s]{0,2}olds?\b|\s+of\s+age\b|[-–\s]?y/?o\b", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:aged|ages?(?:\s+of)?|aged?\s+between|turned|turning)\s+$", re.IGNORECASE)
CLOSED = re.compile(r"\s*(?:[,;:)—–]|\.(?!\d)|$|\s(?:of|from|and|was|is|were|who)\b)")
WHO_IS = re.compile(r",\s+who(?:\s+(?:is|was)|['’]s)\s+$")
EACH = re.compile(r"\w,\s+(?:both|all|each)\s+$")
SET_OFF = re.compile(r"(?:,|\()\s*(?:(?:then|now|just|only)\s+)?$", re.IGNORECASE)
TIMED = {"then", "now", "just", "only"}
GENERATIONS = {"Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"}
OLDEST = 115
WHOSE = {"the", "his", "her", "their", "a", "an", "'s", "’s"}
INSIDE = {"-", "–", "old", "named", "called", "identified", "as", "of", "'s", "’s"}
"""Words between an age and the name behind it."""
LINKS = {"a", "an", "the", "aged", "age", "who", "is", "was", "only", "just", "both", "all", "each", "then", "now"}
"""Words between a name and the age behind it."""


def is_age(text: str, amount: Written, doc: Doc, first: int) -> bool:
    """Return whether an amount is an age: "31 years old", "aged 31", or a number set off behind a name."""
    if amount.unit in TIMES:
        return BEHIND.match(text, amount.end) is not None
    if (
        amount.unit
        or amount.sort != "count"
        or not isinstance(amount.number.number, int)
        or not 0 < amount.number.number <= OLDEST
    ):
        return False
    if ends_before(WHO_IS, text, amount.core) and re.match(r"\s*[,.;]", text[amount.end :]):
        return True
    if ends_before(BEFORE, text, amount.core) or re.match(r"[-–\s]?y/?o\b", text[amount.end :]):
        return True
    if _of_one(doc, first):
        return True
    if ends_before(EACH, text, amount.core):
        return CLOSED.match(text, amount.end) is not None
    return (
        amount.start == amount.core
        and not amount.number.words
        and CLOSED.match(text, amount.end) is not None
        and (_behind_person(text, amount, doc, first) or _behind_noun(text, amount, doc, first))
    )


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


def _behind_person(text: str, amount: Written, doc: Doc, first: int) -> bool:
    """Return whether a comma or bracket and before it a person's name stand before a number."""
    if first < 3 or not ends_before(SET_OFF, text, amount.core):
        return False
    at = first - 3 if doc[first - 1].lower_ in TIMED else first - 2
    name = doc[at - 1] if doc[at].text in GENERATIONS else doc[at]
    if name.pos_ != "PROPN" or not name.text[:1].isupper() or not re.fullmatch(r"[^\W\d_][\w.'’-]*", name.text):
        return False
    return name.ent_type_ in {"PER", "PERSON", ""} and _full(doc, name.i)


def _behind_noun(text: str, amount: Written, doc: Doc, first: int) -> bool:
    """Return whether a number stands between commas behind "the victim", "his wife" or the like."""
    if first < 3 or not ends_before(SET_OFF, text, amount.core) or not re.match(r"\s*[,)]", text[amount.end :]):
        return False
    noun, before = doc[first - 2], doc[first - 3]
    return noun.tag_ == "NN" and noun.lemma_.lower() in people() and before.lower_ in WHOSE


def _full(doc: Doc, at: int) -> bool:
    """Return whether a name of two words, or one that the pipeline takes for a person's, ends at a token."""
    return doc[at].ent_type_ in {"PER", "PERSON"} or (
        at > 0 and doc[at - 1].text[:1].isupper() and doc[at - 1].pos_ == "PROPN"
    )


def bearers(reading: Reading, first: int, last: int) -> tuple[Token, ...]:
    """Return the last token of the name of each person whose age stands between two tokens, none where nobody is named.

    It is the name behind "31-year-old", the names before ", 31," or ", both 31", or the subject that is said to be 31.
    """
    doc = reading.doc
    sentence = reading.parsed.sentence(doc[first])
    if sentence is None:
        return ()
    people = people_in(reading, sentence)
    found = (
        _behind(doc, last, sentence.tokens.end, people)
        or name_before(doc, first, people)
        or _said_of(doc, last, people)
    )
    if found is None:
        return ()
    return (*joined(found, people), found) if doc[first - 1].lower_ in {"both", "all", "each"} else (found,)


def people_in(reading: Reading, sentence: Sentence) -> list[Span]:
    """Return the names of persons in a sentence: those the pipeline marks, and those the article shows to be persons."""
    tokens = sentence.tokens
    marked = [e for e in tokens.ents if e.label_ in {"PER", "PERSON"}]
    taken = {i for e in marked for i in range(e.start, e.end)}
    for entity in reading.entities.all:
        for first, last in entity.mentions if entity.type == PERSON else ():
            if tokens.start <= first and last < tokens.end and not taken & set(range(first, last + 1)):
                marked.append(reading.doc[first : last + 1])
    return sorted(marked, key=lambda e: e.start)


def _behind(doc: Doc, last: int, end: int, people: list[Span]) -> Token | None:
    """Return the name in the phrase behind an age: "31-year-old plumber John Smith", "his 9-year-old son, Tom,"."""
    at, comma = last + 1, False
    starts = {p.start: p for p in people}
    while at < end and at <= last + 9:
        token = doc[at]
        if at in starts:
            return (
                _run_end(doc, at, end) if not comma or starts[at].end >= end or doc[starts[at].end].is_punct else None
            )
        if token.text == "," and doc[at - 1].pos_ == "NOUN" and not comma:
            comma = True
        elif comma or not (token.pos_ in {"ADJ", "NOUN", "PROPN"} or token.lower_ in INSIDE):
            return None
        if _begins_name(doc, at, end) and not comma:
            return _run_end(doc, at, end)
        at += 1
    return None


def _begins_name(doc: Doc, at: int, end: int) -> bool:
    """Return whether two capitalised words of no known place or group begin here."""
    pair = doc[at : min(at + 2, end)]
    return len(pair) == 2 and all(t.pos_ == "PROPN" and t.text[:1].isupper() and not t.ent_type_ for t in pair)


def _run_end(doc: Doc, at: int, end: int) -> Token:
    while at + 1 < end and (
        doc[at + 1].pos_ == "PROPN" or doc[at + 1].dep_ == "flat" or doc[at + 1].text in {"“", "”", '"'}
    ):
        at += 1
    return doc[at] if doc[at].pos_ == "PROPN" else doc[at - 1]


def name_before(doc: Doc, first: int, people: list[Span]) -> Token | None:
    """Return the name right before an age: "John Smith, 31", "John Smith, a 31-year-old", "John Smith, aged 31"."""
    for person in reversed(people):
        between = doc[person.end : first]
        owner = bool(between) and between[0].dep_ == "case"
        near = person.end <= first and len(between) <= 5 and not owner
        if near and all(t.is_punct or t.lower_ in LINKS for t in between):
            return None if _begins_clause(doc[first], between) else person[-1]
    bare = first >= 2 and doc[first - 1].text in {",", "("} and doc[first - 2].pos_ == "PROPN"
    return doc[first - 2] if bare else None


def _begins_clause(age: Token, between: Span) -> bool:
    """Return whether the words behind a name are the subject of a clause: "According to Lee, the 4-year-old ran"."""
    noun = age
    while noun.dep_ in {"nummod", "amod", "compound", "nmod:unmarked", "obl:unmarked"} and noun.head.i > noun.i:
        noun = noun.head
    article = any(t.lower_ in {"a", "an", "the"} for t in between)
    return article and noun.dep_ in {"nsubj", "nsubj:pass"} and noun.head.i > noun.i


def joined(last: Token, people: list[Span]) -> tuple[Token, ...]:
    """Return the names before the last in "X and Y, both 31"."""
    doc = last.doc
    found: list[Token] = []
    start = next((p.start for p in people if p.end - 1 == last.i), last.i)
    for person in reversed(people):
        if (
            person.end <= start
            and all(t.lower_ in {"and", ",", "&"} for t in doc[person.end : start])
            and person.end < start
        ):
            found.insert(0, person[-1])
            start = person.start
    return tuple(found)


def _said_of(doc: Doc, last: int, people: list[Span]) -> Token | None:
    """Return the name of which an age is the predicate, or of which its noun is an apposition."""
    at = doc[last]
    while (
        at.dep_ in {"nummod", "amod", "compound", "nmod:unmarked", "obl:unmarked", "obl:npmod", "advmod", "punct"}
        and at.head.i != at.i
    ):
        at = at.head
    near = [c for c in at.children if c.dep_ == "appos"]
    if any(c.dep_ == "cop" for c in at.children):
        near += [c for c in at.children if c.dep_ == "nsubj"]
    near += [at.head] if at.dep_ == "appos" else []
    if at.head.lower_ in {"turned", "turns", "turning"}:
        near += [c for c in at.head.children if c.dep_ == "nsubj"]
    for token in near:
        for person in people:
            if person.start <= token.i < person.end:
                return person[-1]
    return None
