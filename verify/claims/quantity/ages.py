"""Whose an age is that stands beside the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verify.language.gazetteer import is_adjective
from verify.language.grammar.arguments import stands_for, subject, subject_beside
from verify.language.grammar.governor import has_copula
from verify.values.name import PERSON

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading

INSIDE = {"-", "–", "old", "named", "called", "identified", "as", "of", "'s", "’s"}
"""Words between an age and the name behind it."""
AGED = {"aged", "age"}
LINKS = {
    "a",
    "an",
    "the",
    "aged",
    "age",
    "who",
    "is",
    "was",
    "only",
    "just",
    "both",
    "all",
    "each",
    "then",
    "now",
    "in",
}
"""Words between a name and the age behind it."""


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
    marked = [e for e in tokens.ents if e.label_ in {"PER", "PERSON"} and not is_adjective(e.text)]
    taken = {i for e in marked for i in range(e.start, e.end)}
    for entity in reading.entities.all:
        for first, last in entity.mentions if entity.type == PERSON and not is_adjective(entity.name) else ():
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
    if (bearer := aged(doc[last])) is not None:
        near += [bearer, *(c for c in bearer.children if c.dep_ in {"appos", "flat"})]
    if has_copula(at):
        near += [c for c in at.children if c.dep_ == "nsubj"]
    near += [at.head] if at.dep_ == "appos" else []
    if at.head.lower_ in {"turned", "turns", "turning"}:
        near += [c for c in at.head.children if c.dep_ == "nsubj"]
    for token in near:
        for person in people:
            if person.start <= token.i < person.end:
                return person[-1]
    return None


def aged(age: Token) -> Token | None:
    """Return of whom a clause tells that they do something "aged 43" or "at the age of 43", None for other ages."""
    at = age
    while (
        at.head != at
        and at.lower_ not in AGED
        and at.dep_ in {"nummod", "nmod", "xcomp", "obl", "obj", "obl:unmarked", "fixed"}
    ):
        at = at.head
    if at.lower_ not in AGED or at.head.pos_ != "VERB":
        return None
    found = subject(at.head)
    return stands_for(found) if found is not None else None


def said_of(age: Token) -> Token:
    """Return the subject of which a number is said ("she was 31"), or who died or the like "at 31"; the number where there is none."""
    verb = age if has_copula(age) else age.head
    return subject_beside(verb) or age if age.pos_ == "NUM" else age
