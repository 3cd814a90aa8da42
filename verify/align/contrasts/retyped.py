"""Sentences of two articles that are copies but for one word: the way in which a slip in retyping shows.

A near-copy is no second origin, but where it differs in a number, a day, a country or state, a person's name or a "not", one of the two was
typed wrong. The words are compared as they stand; only words of these closed sorts count, and only where the rest of the sentence is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from verify.align.comparison import NEARLY_SAME
from verify.align.contrasts.base import Contrast, is_closed
from verify.claims.framed import framed
from verify.claims.quantity.numerals import numerals
from verify.language.gazetteer import country_name, country_of, state_of
from verify.language.grammar.assertion import negations
from verify.language.parsed import Sentence
from verify.language.reading import Reading
from verify.model import Claim, Kind, Value
from verify.values.extent import interval
from verify.values.name import Name, same_person, titles
from verify.values.period import WEEKDAYS, weekday
from verify.values.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAST_LETTERS = 4
LIKENESS, LEAST_WORDS, MOST_EDITS, GRAM, ALIKE = 0.8, 6, 2, 4, 70
ONE_WORD = "one word of it is another"
NOTE = "one sentence, but for this word"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Line:
    """A sentence with its words, blanks left out."""

    reading: Reading
    sentence: Sentence
    tokens: tuple[Token, ...]
    words: tuple[str, ...]


def find_retyped(readings: Sequence[Reading], near: Iterable[tuple[int, int]]) -> tuple[Contrast, ...]:
    """Return the words that copies of one sentence in two articles write differently, of the pairs of articles given."""
    lines = [list(_lines(r)) for r in readings]
    found = (r for i, j in near for left, right in _copies(lines[i], lines[j]) for r in _slips(left, right))
    return tuple(found)


def _lines(reading: Reading) -> Iterator[Line]:
    for sentence in reading.sentences:
        tokens = tuple(t for t in sentence.tokens if not t.is_space and not t.is_punct)
        if len(tokens) >= LEAST_WORDS:
            yield Line(reading=reading, sentence=sentence, tokens=tokens, words=tuple(t.lower_ for t in tokens))


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
            scored = [(Indel.normalized_similarity(line.words, right[i].words), -i) for i in near]
            best, index = max(scored)
            if best >= LIKENESS:
                yield line, right[-index]


def _grams(line: Line) -> set[tuple[str, ...]]:
    return {line.words[i : i + GRAM] for i in range(len(line.words) - GRAM + 1)}


def _slips(left: Line, right: Line) -> Iterator[Contrast]:
    """Yield what differs, if it is little and of a closed sort."""
    edits = [o for o in SequenceMatcher(None, left.words, right.words, autojunk=False).get_opcodes() if o[0] != "equal"]
    if len(edits) > MOST_EDITS or any(
        _counts(left.tokens[a:b]) != _counts(right.tokens[c:d]) for _, a, b, c, d in edits
    ):
        return
    for _, a, b, c, d in edits:
        pair = _pair(left, right, (a, b), (c, d))
        if pair is not None:
            at = left.tokens[max(a - 1, 0) : b + 1]
            yield Contrast(left=pair[0], right=pair[1], labels=(NEARLY_SAME, ONE_WORD), note=NOTE, closed=_closed(at))


def _counts(words: Sequence[Token]) -> bool:
    """Return whether words hold a number: one that only one copy has is no slip, and what it counts is told otherwise."""
    return any(_number([t]) is not None for t in words)


def _closed(words: Sequence[Token]) -> bool:
    """Return whether the words at an edit stand at a verb of which no later day can tell otherwise."""
    return any(is_closed(v) for t in words for v in (t, t.head))


def _pair(left: Line, right: Line, here: tuple[int, int], there: tuple[int, int]) -> tuple[Claim, Claim] | None:
    ours, theirs = left.tokens[slice(*here)], right.tokens[slice(*there)]
    if not ours or not theirs:
        return _polarity(left, right, here, there)
    for kind, value in READERS:
        a, b = value(ours), value(theirs)
        if a is not None and b is not None and a != b and not is_spelling(a, b):
            return _claims(kind, (left, ours, a), (right, theirs, b))
    return None


def _claims(
    kind: Kind, ours: tuple[Line, Sequence[Token], Value], theirs: tuple[Line, Sequence[Token], Value]
) -> tuple[Claim, Claim] | None:
    made = [
        framed(
            kind,
            (tokens[0].i, tokens[-1].i),
            value,
            line.reading,
            head=tokens[-1],
            subject=value.label() if kind == "person" else None,
        )
        for line, tokens, value in (ours, theirs)
    ]
    return (made[0], made[1]) if made[0] and made[1] else None


def _polarity(left: Line, right: Line, here: tuple[int, int], there: tuple[int, int]) -> tuple[Claim, Claim] | None:
    """Return the word after a negation that one copy has and the other lacks, as an event and its denial."""
    extra = (left.tokens[slice(*here)], right.tokens[slice(*there)])
    if [t.lower_ for t in (extra[0] or extra[1])] not in [[n] for n in negations()]:
        return None
    at = [line.tokens[i] if i < len(line.tokens) else None for line, i in ((left, here[1]), (right, there[1]))]
    if at[0] is None or at[1] is None:
        return None
    found = _claims("event", (left, [at[0]], _event(at[0])), (right, [at[1]], _event(at[1])))
    if found is None:
        return None
    return replace(found[0], negated=bool(extra[0])), replace(found[1], negated=bool(extra[1]))


def _event(token: Token) -> Name:
    return Name(name=token.lower_, type="event")


def _number(tokens: Sequence[Token]) -> Value | None:
    if len(tokens) != 1:
        return None
    found = [
        n for n in numerals(tokens[0].text) if n.end - n.start == len(tokens[0].text) and not n.vague and n.high is None
    ]
    return interval(found[0].number) if found else None


def _weekday(tokens: Sequence[Token]) -> Value | None:
    return weekday(tokens[0].text) if len(tokens) == 1 and tokens[0].text in WEEKDAYS else None


def _territory(tokens: Sequence[Token]) -> Value | None:
    text = " ".join(t.text for t in tokens)
    code, state = country_of(text), state_of(text)
    if not text[0].isupper() or not (code or state):
        return None
    return Place(names=(country_name(code) if code else str(state),), type="country" if code else "state")


def _person(tokens: Sequence[Token]) -> Value | None:
    """Return the name of a person, where every word is a part of one."""
    if len(tokens) > 2 or not all(t.pos_ == "PROPN" and t.text[0].isupper() for t in tokens):
        return None
    return (
        Name(name=" ".join(t.text for t in tokens), type="person")
        if any(t.ent_type_ == "PER" for t in tokens)
        else None
    )


def _name(tokens: Sequence[Token]) -> Value | None:
    """Return one capitalised word of any other name ("Courier" of a newspaper's); titles, initials and short forms are none."""
    if len(tokens) != 1 or tokens[0].pos_ != "PROPN" or not tokens[0].ent_type_:
        return None
    word = tokens[0].text
    whole = len(word) >= LEAST_LETTERS and word[0].isupper() and word[1:].islower()
    return Name(name=word, type="name") if whole and word.lower() not in titles() else None


def is_spelling(a: Value, b: Value) -> bool:
    """Return whether two names can be one in two spellings, or of one stem."""
    if not isinstance(a, Name) or not isinstance(b, Name):
        return False
    return ratio(a.name.lower(), b.name.lower()) >= ALIKE or same_person(a.name, b.name) in {
        "same",
        "variant",
        "partial",
    }


READERS: tuple[tuple[Kind, Callable[[Sequence[Token]], Value | None]], ...] = (
    ("count", _number),
    ("date", _weekday),
    ("place", _territory),
    ("person", _person),
    ("event", _name),
)
