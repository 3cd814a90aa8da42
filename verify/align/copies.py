"""Sentences of two articles that are copies but for one word: the way in which a slip in retyping shows.

A near-copy is no second origin, but where it differs in a number, a day, a country or state, a person's name or a "not", one of the two was
typed wrong. The words are compared as they stand; only words of these closed sorts count, and only where the rest of the sentence is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from verify.claims import relation
from verify.claims.details.retyped import denied, number, value_of, word_claim
from verify.language.grammar.cues import negations
from verify.model import Claim

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

LIKENESS, LEAST_WORDS, MOST_EDITS, GRAM = 0.8, 6, 2, 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """A sentence with its words, blanks left out."""

    reading: Reading
    tokens: tuple[Token, ...]
    words: tuple[str, ...]


def find_copies(readings: Sequence[Reading], near: Iterable[tuple[int, int]]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the words that copies of one sentence in two articles write differently, of the pairs of articles given."""
    lines = [list(_lines(r)) for r in readings]
    for i, j in near:
        for left, right in _copies(lines[i], lines[j]):
            yield from _slips(left, right)


def _lines(reading: Reading) -> Iterator[Line]:
    for sentence in reading.sentences:
        tokens = tuple(t for t in sentence.tokens if not t.is_space and not t.is_punct)
        if len(tokens) >= LEAST_WORDS:
            yield Line(reading=reading, tokens=tokens, words=tuple(t.lower_ for t in tokens))


def _copies(left: Sequence[Line], right: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Yield each sentence with its likeliest copy in the other article; sentences that stand in both unchanged are left out."""
    same = {line.words for line in left} & {line.words for line in right}
    grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, line in enumerate(right):
        for gram in _grams(line):
            grams[gram].append(i)
    for line in left:
        near = {i for gram in _grams(line) for i in grams.get(gram, ()) if right[i].words not in same}
        if line.words not in same and near:
            best, index = max((Indel.normalized_similarity(line.words, right[i].words), -i) for i in near)
            if best >= LIKENESS:
                yield line, right[-index]


def _grams(line: Line) -> set[tuple[str, ...]]:
    return {line.words[i : i + GRAM] for i in range(len(line.words) - GRAM + 1)}


def _slips(left: Line, right: Line) -> Iterator[tuple[Claim, Claim]]:
    """Yield what differs, if it is little and of a closed sort."""
    edits = [o for o in SequenceMatcher(None, left.words, right.words, autojunk=False).get_opcodes() if o[0] != "equal"]
    told = [(left.tokens[a:b], right.tokens[c:d]) for _, a, b, c, d in edits]
    if len(edits) > MOST_EDITS or any(_counts(ours) != _counts(theirs) for ours, theirs in told):
        return
    for (_, _, b, _, d), (ours, theirs) in zip(edits, told, strict=True):
        pair = _replaced(left, right, ours, theirs) if ours and theirs else _denial(left, right, (ours, theirs), (b, d))
        if pair is not None and relation(*pair) == "disjoint":
            yield pair


def _counts(words: Sequence[Token]) -> bool:
    """Return whether words hold a number: one that only one copy has is no slip, and what it counts is told otherwise."""
    return any(number([t]) is not None for t in words)


def _replaced(left: Line, right: Line, ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[Claim, Claim] | None:
    values = value_of(ours), value_of(theirs)
    if values[0] is None or values[1] is None:
        return None
    made = word_claim(ours, values[0], left.reading), word_claim(theirs, values[1], right.reading)
    return (made[0], made[1]) if made[0] and made[1] else None


def _denial(
    left: Line, right: Line, extra: tuple[Sequence[Token], Sequence[Token]], ends: tuple[int, int]
) -> tuple[Claim, Claim] | None:
    """Return the word after a negation that one copy has and the other lacks, as an event and its denial."""
    if [t.lower_ for t in (extra[0] or extra[1])] not in [[n] for n in negations()]:
        return None
    made = []
    for line, words, end in zip((left, right), extra, ends, strict=True):
        if end >= len(line.tokens):
            return None
        word, negated = line.tokens[end], bool(words)
        made.append(word_claim([word], denied(word), line.reading, negated=negated))
    return (made[0], made[1]) if made[0] and made[1] else None
