"""One statement and its denial or its opposite: "the council approved the plan" beside "did not approve" or "rejected the plan".

A statement is known again by its verb, or the noun of its event, and by two of its arguments at least in the same parts. Where they stand in
sentences of two times or places, or where an article says both itself, nothing is made of it. Rises and falls of a measure in a stated period
are compared by measure and period instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from verify.align.contrasts.base import Contrast, is_closed, is_future
from verify.align.contrasts.retyped import LIKENESS
from verify.align.contrasts.surroundings import (
    Edge,
    arguments,
    asserted,
    is_person,
    known_again,
    part,
    surroundings,
)
from verify.align.contrasts.trends import is_trend
from verify.claims.framed import framed
from verify.language.content_words import key, telling
from verify.language.grammar.assertion import assertion, is_none
from verify.language.opposites import has_opposite, opposite
from verify.language.reading import Reading
from verify.language.reporting import reporting_verb
from verify.model import Claim
from verify.values.name import Name
from verify.values.period import Period
from verify.values.period import compare as compare_periods
from verify.values.place import Place
from verify.values.place import compare as compare_places

if TYPE_CHECKING:
    from spacy.tokens import Token

UNDOING = frozenset({"fail", "refuse", "decline", "forget", "neglect"})
INTENDING = frozenset({"plan", "intend", "mean", "vow", "pledge", "promise"})
UNCERTAIN = frozenset(
    {"if", "whether", "unless", "would", "could", "may", "might", "should", "can", "cannot", "must", "until"}
)
UNDONE_BEFORE = frozenset({"of", "from", "without", "against", "for", "about"})
"""Prepositions before a gerund that leave open whether it was done: "short of endorsing", "accused of taking"."""
FURTHER = frozenset({"more", "other", "another", "further", "additional", "any", "only", "yet", "just"})
PARTLY = frozenset({"some", "many", "several", "few", "most", "half"})
DENIED = ("the same word", "the same words around it", "one of them denied")
SWAPPED = ("the same word", "the same words around it", "each in the other's part")
NOTE = "said of the same matter"
OPPOSED = ("the same words around it", "words that exclude each other")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Statement:
    """A verb, or a noun that names a change, with its arguments and whether it is denied."""

    reading: Reading
    word: Token
    negated: bool
    future: bool
    under: str | None
    around: frozenset[Edge]


def find_statements(left: Sequence[Statement], right: Sequence[Statement], *, least: int) -> Iterator[Contrast]:
    """Yield the statements of two articles of which one denies the other or says its opposite."""
    theirs, seen = _by_edge(right), set()
    for a in left:
        near = {id(b): b for edge in (*a.around, *_turned(a.around)) for b in theirs.get(edge, ())}
        for b in near.values():
            labels = _labels(a, b, least)
            if not labels or _says(left, b) or _says(right, a) or (claims := _claims(a, b, labels)) is None:
                continue
            said = (labels, *(key(s.word) for s in (a, b)), a.around & b.around)
            if said not in seen:
                seen.add(said)
                closed = any(s.negated and is_closed(s.word) for s in (a, b))
                yield Contrast(left=claims[0], right=claims[1], labels=labels, note=NOTE, closed=closed)


def _by_edge(found: Sequence[Statement]) -> dict[Edge, list[Statement]]:
    out: dict[Edge, list[Statement]] = defaultdict(list)
    for statement in found:
        for edge in statement.around:
            out[edge].append(statement)
    return out


def _turned(around: frozenset[Edge]) -> Iterator[Edge]:
    other = {"who": "whom", "whom": "who"}
    yield from ((other[part], word) for part, word in around if part in other)


def _labels(a: Statement, b: Statement, least: int) -> tuple[str, ...]:
    """Return how two statements exclude each other, nothing where they do not."""
    if _swapped(a, b):
        return SWAPPED
    if (a.future, a.under) != (b.future, b.under) or a.word.pos_ != b.word.pos_:
        return ()
    if not known_again(a.word, a.around, b.word, b.around, least):
        return ()
    if key(a.word) == key(b.word) and not opposite(a.word.lemma_.lower(), b.word.lemma_.lower()):
        opposed = a.negated != b.negated and a.word.lemma_ == b.word.lemma_
        return DENIED if opposed and _none_of(a) <= b.around and _none_of(b) <= a.around else ()
    return OPPOSED if opposite(a.word.lemma_.lower(), b.word.lemma_.lower()) and a.negated == b.negated else ()


def _none_of(statement: Statement) -> frozenset[Edge]:
    """Return the objects of a statement of which there are none: "caused no deaths" denies no injuries."""
    return frozenset(("whom", key(c)) for c in statement.word.children if part(c) == "whom" and is_none(c))


def _swapped(a: Statement, b: Statement) -> bool:
    """Return whether who and whom have changed places at one verb."""
    if a.word.lemma_ != b.word.lemma_ or a.negated != b.negated:
        return False
    ours, theirs = ({part: word for part, word in s.around if part in {"who", "whom"}} for s in (a, b))
    both = len(ours) == len(theirs) == 2 and ours["who"] != ours["whom"]
    return both and ours["who"] == theirs["whom"] and ours["whom"] == theirs["who"]


def _says(own: Sequence[Statement], other: Statement) -> bool:
    """Return whether an article says itself what the other article's statement says."""
    return any(
        s.negated == other.negated
        and s.word.lemma_ == other.word.lemma_
        and s.around & other.around
        and not _swapped(s, other)
        for s in own
    )


def _claims(a: Statement, b: Statement, labels: tuple[str, ...]) -> tuple[Claim, Claim] | None:
    """Return the two statements as claims, where neither their times nor their places tell them apart.

    Copies of one sentence are held against each other word by word elsewhere.
    """
    left, right = _claim(a, labels), _claim(b, labels)
    if left is None or right is None or _apart(left, right) or _copies(a, b):
        return None
    return left, right


def _copies(a: Statement, b: Statement) -> bool:
    """Return whether two statements are one sentence twice, but for words that are compared elsewhere: not "signed" and "did not sign"."""
    if a.negated != b.negated and a.word.lower_ != b.word.lower_:
        return False
    sides = [[t.lower_ for t in s.word.sent if not t.is_space] for s in (a, b)]
    return Indel.normalized_similarity(*sides) >= LIKENESS


def _claim(statement: Statement, labels: tuple[str, ...]) -> Claim | None:
    word = statement.word
    parties = {name: next((c for c in word.children if part(c) == name), None) for name in ("who", "whom")}
    words = [parties["who"], word, parties["whom"]] if labels == SWAPPED else [word]
    name = " ".join(t.text if t.pos_ == "PROPN" else t.lower_ for t in words if t is not None)
    made = framed("event", (word.i, word.i), Name(name=name, type="event"), statement.reading, head=word)
    return replace(made, negated=statement.negated) if made else None


def _apart(a: Claim, b: Claim) -> bool:
    times = isinstance(a.time, Period) and isinstance(b.time, Period) and compare_periods(a.time, b.time) == "disjoint"
    places = (
        isinstance(a.place, Place) and isinstance(b.place, Place) and compare_places(a.place, b.place) == "disjoint"
    )
    return times or places


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Return the statements of an article that are plainly asserted and have arguments enough to be known by."""
    found = (_statement(token, reading) for sentence in reading.sentences for token in sentence.tokens)
    return tuple(s for s in found if s is not None and s.around)


def _statement(token: Token, reading: Reading) -> Statement | None:
    change = token.pos_ == "NOUN" and has_opposite(token.lemma_.lower()) and not is_person(token)
    if not (token.pos_ == "VERB" or change) or not (telling(token) or _acts(token)) or not _plain(token, reading):
        return None
    if is_trend(token, reading):
        return None
    intended = _is_intended(token)
    return Statement(
        reading=reading,
        word=token,
        negated=assertion(token).negated,
        future=intended or is_future(token) or _is_announced(token),
        under=None if intended else _under(token),
        around=arguments(token) if token.pos_ == "VERB" else surroundings(token),
    )


def _is_intended(token: Token) -> bool:
    """Return whether somebody means to do what a verb tells: "plans to appeal"."""
    return token.dep_ == "xcomp" and token.head.lemma_.lower() in INTENDING


def _is_announced(token: Token) -> bool:
    """Return whether what a verb tells was announced: "said that it would appeal", with no condition and not "would have"."""
    marks = {c.lower_ for c in token.children if c.dep_ == "aux"}
    reported = token.dep_ in {"ccomp", "parataxis"} and reporting_verb(token.head) is not None
    clauses = (c for c in token.children if c.dep_ == "advcl")
    conditional = any(g.lower_ in UNCERTAIN for c in clauses for g in c.children if g.dep_ == "mark")
    return reported and "would" in marks and "have" not in marks and not conditional


def _under(token: Token) -> str | None:
    """Return the verb on which a statement depends, as what is wanted, planned, begun or stopped short of; None where it stands by itself."""
    above = token.head
    if token.dep_ not in {"xcomp", "ccomp", "advcl", "acl"} or above.pos_ == "AUX":
        return None
    lemma = above.lemma_.lower()
    return None if reporting_verb(above) is not None or lemma in UNDOING else lemma


def _acts(verb: Token) -> bool:
    """Return whether a verb that can report tells a deed of its own: "rejected the bill", not "rejected that it was late"."""
    parts = {c.dep_ for c in verb.children}
    return (
        verb.pos_ == "VERB"
        and has_opposite(verb.lemma_.lower())
        and "obj" in parts
        and not parts & {"ccomp", "parataxis"}
    )


def _plain(token: Token, reading: Reading) -> bool:
    """Return whether a word is asserted of a whole: not hedged, not in a quotation, no condition, question, wish or possibility,
    nor said of a part ("in many wards").
    """
    if not asserted(token, reading):
        return False
    before = {c.lower_ for c in token.children if c.dep_ in {"aux", "mark", "case"}}
    if before & (UNCERTAIN - {"would"} if _is_announced(token) else UNCERTAIN) or (
        token.tag_ == "VBG" and before & UNDONE_BEFORE
    ):
        return False
    return not any(g.lower_ in FURTHER | PARTLY for c in token.children for g in (c, *c.children))
