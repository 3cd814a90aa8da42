"""The measure of an amount: the sales of "sales of $5bn", the price of "bought the mill for $3m", found over the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.claims.quantity.measure_words import listed, moves, noun_measure, verbs
from verify.language.grammar.arguments import case_of, objects, stands_for, subject, subject_beside
from verify.language.grammar.governor import OBJECT, has_subject, top
from verify.language.grammar.referents import thing_meant

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.values.extent import Change

NOMINAL = frozenset({"NOUN", "PROPN", "SYM", "NUM"})
WITHIN = frozenset({"in", "of"})
PERCENT = frozenset({"%", "percent", "cent"})
MOVED = frozenset({"to", "at", "by", "from"})
STEPS = frozenset({"up", "down", "higher", "lower"})
MOST = 6
"""Steps from an amount up to its measure."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measure:
    """What an amount is of: the name of the measure, the noun or verb that tells it, and the words from the amount up to there."""

    name: str
    word: Token
    path: tuple[Token, ...]


def measure_of(doc: Doc, first: int, last: int) -> Measure | None:
    """Return what an amount from token `first` to `last` is of, None where no measure is told: "make up 40 percent of sales" tells a share."""
    at = top(doc, first, last)
    path: tuple[Token, ...] = ()
    if at.lower_ in PERCENT and at.dep_ in OBJECT and last + 1 < len(doc) and doc[last + 1].lower_ == "of":
        return None
    if behind := _behind(at, last):
        return behind
    for _ in range(MOST):
        path = (*path, at)
        if (found := _at(at, path)) is not None:
            return found
        above = _above(at)
        if above is None:
            return None
        at = above
    return None


def stepped(token: Token) -> Change | None:
    """Return which way an adverb or adjective tells a measure to have moved: "3.8 percent lower", "sales were up"."""
    if token.lower_ not in STEPS or token.pos_ not in {"ADV", "ADJ"}:
        return None
    return "up" if token.lower_ in {"up", "higher"} else "down"


def measure_moved(change: Token) -> Measure | None:
    """Return the measure that a noun or verb of change moves: "a decline in sales", "sales fell", "raised the fee"."""
    if change.pos_ != "VERB":
        return _at(change, (change,))
    word = next((t for t in (*objects(change), *_subject(change)) if noun_measure(t)), None)
    return Measure(name=noun_measure(word) or "", word=word, path=(change,)) if word is not None else None


def _behind(at: Token, last: int) -> Measure | None:
    """Return the measure right behind an amount: "$5bn in sales", "$2m of debt"; "5% of sales" is a share of another measure."""
    links = WITHIN - {"of"} if at.lower_ in PERCENT else WITHIN
    doc = at.doc
    if last + 2 >= len(doc) or doc[last + 1].lower_ not in links:
        return None
    head = doc[last + 1].head
    means = head.lemma_.lower() in listed("light", "means")
    name = noun_measure(head) if head.i > last and not means else None
    return Measure(name=name, word=head, path=(at,)) if name else None


def _at(at: Token, path: tuple[Token, ...]) -> Measure | None:
    """Return the measure that the word at the end of a path tells: by itself, by what it hangs on, or by its clause."""
    word = next((t for t in _nouns_at(at) if noun_measure(t)), None)
    if word is not None:
        return Measure(name=noun_measure(word) or "", word=word, path=path)
    verb = at.head
    if at.head == at or verb.pos_ != "VERB":
        return None
    part = {"": "object", "for": "for", "at": "at"}.get(case_of(at))
    direct = part != "object" or at.dep_ in OBJECT or at.dep_ == "xcomp"
    part = None if at.lower_ in PERCENT else part
    name = (verbs(part).get(verb.lower_) or verbs(part).get(verb.lemma_.lower())) if part and direct else None
    if (
        name is None
        and verb.lemma_.lower() == "pay"
        and at.dep_ in OBJECT
        and any(t.pos_ == "PROPN" for t in paid_for(verb))
    ):
        name = "deal"
    return Measure(name=name, word=verb, path=path) if name else None


def paid_for(verb: Token) -> Iterator[Token]:
    """Yield what somebody pays an amount for: "paid $3bn for Tessel"."""
    for token in (verb, *objects(verb)):
        yield from (c for c in token.children if c.dep_ in {"obl", "nmod"} and case_of(c) == "for")


def _nouns_at(at: Token) -> Iterator[Token]:
    """Yield the nouns that can be the measure of an amount or of the change that it tells, the nearest first."""
    head = at.head
    if head != at and head.pos_ in NOMINAL and not at.dep_.startswith("nsubj"):
        yield head
    if moves(at):
        yield from (c for c in at.children if c.dep_ in {"compound", "nmod"} and case_of(c) in {"", "in", "of"})
    if head != at and head.pos_ == "VERB" and head.dep_.startswith("acl") and not has_subject(head):
        yield head.head
    if head.lower_ == "worth":
        yield head.head
    if booked := _booked(at):
        yield booked
    clause = at if has_subject(at) else head
    if case_of(at) in MOVED or at.lower_ in STEPS:
        for patient in [c for c in objects(clause) if c != at][:1]:
            yield from (patient, *(c for c in patient.children if c.dep_.startswith("nmod")))
    if not (at.dep_ in OBJECT and clause.lemma_.lower() in listed("light", "including")):
        yield from _subject(clause)


def _booked(at: Token) -> Token | None:
    """Return the noun of a participle with a bare noun between: "sales contracted for delivery of $5bn"."""
    noun, verb = at.head, at.head.head
    bare = (
        noun.pos_ == "NOUN" and case_of(at) == "of" and not any(c.dep_ in {"det", "nmod:poss"} for c in noun.children)
    )
    if not bare or verb.tag_ != "VBN":
        return None
    return verb.head if verb.dep_ == "acl" else next(iter(objects(verb.head)), None) if verb.dep_ == "xcomp" else None


def _subject(word: Token) -> Iterator[Token]:
    """Yield the subject of a clause, or what it stands for, with the noun that a "figure" or "number" is of."""
    found = subject_beside(word) or _right_before(word) or subject(word)
    if found is not None:
        found = thing_meant(found, noun_measure) if found.lower_ == "it" else stands_for(found)
        yield from (found, *_before_light(found))


def _right_before(verb: Token) -> Token | None:
    """Return the measure right before a verb to which the parser gave no subject: "revenue rose 4% and profit fell 2%"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    return before if before is not None and verb.pos_ == "VERB" and noun_measure(before) else None


def measures_in(noun: Token) -> Iterator[Token]:
    """Yield the nouns to which a light one leaves its measure: "the tax rate", "a forecast for revenue"."""
    if noun.lemma_.lower() in listed("light", "nouns"):
        yield from (
            c for c in noun.children if noun_measure(c) and (c.dep_ == "compound" or case_of(c) in {"of", "for"})
        )


def _before_light(noun: Token) -> Iterator[Token]:
    """Yield the noun to which a light one leaves the measure: "the sales figure"."""
    yield from (c for c in noun.children if c.dep_ == "compound" and noun.lemma_ in listed("light", "nouns"))


def _above(at: Token) -> Token | None:
    """Return the next word up from an amount: another amount, a change, what a change hangs on."""
    head = at.head
    if head == at:
        return None
    if head.pos_ in {"SYM", "NUM"} or head.lower_ in {"percent", "%", "cent", "points", "point"}:
        return head
    if moves(head) and head.pos_ == "NOUN":
        return head
    return head if head.pos_ in {"ADV", "ADJ"} and head.lower_ in STEPS | {"more", "less"} else None
