"""Results of contests and votes: "won 3-1", "by 54 votes to 31", "a majority of 23"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from verify.claims.base import ClaimKind, Slot
from verify.claims.framed import about, framed
from verify.claims.labels import of_clause
from verify.claims.quantity.lexicon import either, small_numbers
from verify.language.grammar.arguments import case_of, clause_subject, objects, parties
from verify.lists import load
from verify.model import Claim, Relation, Thing
from verify.values.tally import PAIR, Tally
from verify.values.tally import compare as compare_tallies

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from verify.language.reading import Reading

DEEDS = frozenset({"xcomp", "advcl"})
MOST = 6
"""Words above a result within which what was won or voted on stands."""


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of `tallies.toml`."""
    return frozenset(load("tallies")[name])


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the grammar of results, numbers of all sides with a hyphen, "to", or "for" and "against", or a margin; and that of a number."""
    number = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})*|{either(small_numbers())})\b"
    side = rf"{number}(?:\s+{either(listed('units'))}\b)?"
    score = r"[0-9]{1,3}(?:[-–][0-9]{1,3}){1,2}"
    scores = rf"{score}(?:,?\s(?:and\s)?{score})*"
    told = rf"{side}\s+to\s+{side}|{side}\s+(?:in\s+favou?r|for)(?:,|,?\s+and|\s+to)\s+{side}\s+against"
    margin = rf"{either(listed('margins'))}\s+of\s+{side}"
    closed = r"(?![\w%]|[-–.,:/][0-9]|-[a-z]|\s?(?:%|per\s?cent))"
    whole = rf"(?<![\w$£€.,:/–-])(?<!from )(?<!between )(?:{scores}|{told}|{margin}){closed}"
    return re.compile(whole, re.IGNORECASE), re.compile(number, re.IGNORECASE)


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield the results that the words around them say are of a contest or a vote."""
    for span, word, numbers in results(reading):
        sort = _sort(word)
        sides = _sides(word, sort, reading)
        value = _value(numbers, sort, sides)
        votes = sort == "voted" or any(t.lemma_.lower() == "vote" for t in span)
        thing = _matter(word, span, reading) if votes else _match(sides)
        made = framed("tally", (span.start, span.end - 1), value, reading, head=word, thing=thing)
        if made is not None:
            standing = word.lemma_.lower() in listed("standing")
            yield replace(made, predicate="vote" if votes else "lead" if standing else "win")


def results(reading: Reading) -> Iterator[tuple[Span, Token, tuple[int, ...]]]:
    """Yield the words of each result, the word for what was won or voted on, and the numbers."""
    whole, single = _patterns()
    for sentence in reading.sentences:
        for match in whole.finditer(reading.article.text, sentence.span.start, sentence.span.end):
            span = reading.doc.char_span(*match.span(), alignment_mode="expand")
            word = _word(span) if span else None
            if span and word is not None and not _of_others(span):
                yield span, word, tuple(_number(n) for n in single.findall(match[0]))


def _number(text: str) -> int:
    known = small_numbers().get(text.lower())
    return known if known is not None else int(text.replace(",", ""))


def _word(span: Span) -> Token | None:
    """Return the nearest word above a result, or before it, that says what was won or voted on."""
    above = [t for t in (span.root, *span.root.ancestors) if not span.start <= t.i < span.end]
    return next((t for t in above[:MOST] if _sort(t)), None)


def _sort(word: Token) -> str | None:
    lemma = word.lemma_.lower()
    if word.pos_ == "NOUN" and lemma in listed("suffered"):
        return "lost"
    return next((sort for sort in ("won", "lost", "level", "voted") if lemma in listed(sort)), None)


def _of_others(span: Span) -> bool:
    """Return whether a noun behind the numbers is what they count ("won 20-30 seats")."""
    behind = span.doc[span.end] if span.end < len(span.doc) else None
    return behind is not None and behind.pos_ == "NOUN" and _sort(behind) is None and span.root.head == behind


def _value(numbers: tuple[int, ...], sort: str | None, sides: tuple[str, ...]) -> Tally:
    """Return a result by the winner's number first, where one side is told to have won."""
    won = sort in {"won", "lost"} and len(numbers) == PAIR
    return Tally(numbers=tuple(sorted(numbers, reverse=True)) if won else numbers, sides=sides)


def _sides(word: Token, sort: str | None, reading: Reading) -> tuple[str, ...]:
    """Return the names of both sides, the winner's first; none where either is not told."""
    if sort not in {"won", "lost", "level"}:
        return ()
    verb = word.pos_ in {"VERB", "AUX"}
    own, other = parties(word, word) if verb else (clause_subject(word)[0], None)
    own = own if verb else next((c for c in word.children if c.dep_ == "nmod:poss"), own)
    if other is None or not reading.entities.name_of(other):
        other = next((c for c in word.children if case_of(c) in listed("against")), None)
    names = [reading.entities.name_of(t) if t is not None else None for t in (own, other)]
    if not names[0] or not names[1]:
        return ()
    return (names[1], names[0]) if sort == "lost" else (names[0], names[1])


def _match(sides: tuple[str, ...]) -> Thing | None:
    """Return those who play as what a result is of, whoever wins."""
    if not sides:
        return None
    return Thing(text=" and ".join(sides), head=" ".join(sorted(name.split()[-1].lower() for name in sides)))


def _matter(word: Token, span: Span, reading: Reading) -> Thing | None:
    """Return what is voted on: what the vote is to do it to ("voted to close the pool"), else of what the verb tells."""
    deed = next((c for c in word.children if c.dep_ in DEEDS and c.pos_ == "VERB"), word)
    return about(deed, next(iter(objects(deed)), span.root), reading)


def meets(left: Claim, right: Claim) -> bool:
    """Return whether two results can be of one matter: not of two that bear other names or descriptions."""
    a, b = left.thing, right.thing
    if a is None or b is None:
        return True
    told = [frozenset(t.modifiers) for t in (a, b)]
    return a.head == b.head and (not all(told) or bool(told[0] & told[1]))


def compare(left: Claim, right: Claim) -> Relation:
    """Return how two results compare, each as a whole."""
    if not isinstance(left.value, Tally) or not isinstance(right.value, Tally):
        return "unknown"
    return compare_tallies(left.value, right.value)


KIND = ClaimKind(
    name="tally",
    focus="number",
    extract=extract,
    values=compare,
    slots=(
        *(Slot.THING, Slot.MODIFIERS, Slot.EVENT, Slot.PARTIES, Slot.PLACE, Slot.TIME),
        *(Slot.NAMES, Slot.ARTICLES, Slot.SENTENCE),
    ),
    blocks=(Slot.EVENT,),
    title=of_clause,
    meets=meets,
)
