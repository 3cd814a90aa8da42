"""Quoted words, and how faithfully two quotations give the same words."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any, Literal

from verify.model import Relation
from verify.values.atlas import DATA
from verify.values.wording import Word, split

Grade = Literal["exact", "typographic", "elided", "bracketed", "shortened", "altered", "polarity-altered", "different"]

GRADES: tuple[Grade, ...] = (
    "exact",
    "typographic",
    "elided",
    "bracketed",
    "shortened",
    "altered",
    "polarity-altered",
    "different",
)
"""From the most faithful to quotations of other words."""

RELATION: dict[Grade, Relation] = {
    "exact": "equal",
    "typographic": "equal",
    "elided": "equal",
    "bracketed": "equal",
    "shortened": "contains",
    "altered": "overlaps",
    "polarity-altered": "disjoint",
    "different": "unknown",
}
LEAST = 3
"""Content words that two quotations must share; fewer are shared by chance."""

ALIKE = 0.6
"""Share of the shorter quotation's words that must stand in the other, for the two to be one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a quotation as printed, without the quotation marks around them."""

    words: str

    def to_dict(self) -> dict[str, Any]:
        """Return the words."""
        return {"words": self.words}

    def label(self) -> str:
        """Return the words between quotation marks, cut where they are many."""
        words = self.words.split()
        return f"“{' '.join(words[:12])}{'…' if len(words) > 12 else ''}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One place where two quotations differ: the words of each as printed, and what kind of difference it is."""

    left: str
    right: str
    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The grade of two quotations and where they differ."""

    grade: Grade
    changes: tuple[Change, ...] = ()


@cache
def _lists() -> dict[str, frozenset[str]]:
    table = tomllib.loads((DATA / "function_words.toml").read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in table.items()}


def content_words(text: str) -> int:
    """Return how many words of a text carry content."""
    return _content(split(text))


def _content(words: Sequence[Word]) -> int:
    return sum(1 for w in words if w.key and w.key not in _lists()["words"])


def compare(left: Words, right: Words) -> Relation:
    """Return `equal` for the same words, `contains` where one is cut short, `disjoint` where a negation was lost or
    gained.
    """
    return RELATION[grade(left, right).grade]


@cache
def grade(left: Words, right: Words) -> Comparison:
    """Return how faithfully two quotations give the same words, and where they differ."""
    a, b = split(left.words), split(right.words)
    if min(_content(a), _content(b)) < LEAST:
        return Comparison(grade="different")
    if [w.key for w in a] == [w.key for w in b]:
        same = [w.text for w in a] == [w.text for w in b]
        return Comparison(grade="exact" if same else "typographic")
    blocks = SequenceMatcher(None, [w.key for w in a], [w.key for w in b], autojunk=False).get_opcodes()
    if not _same_words(a, b, blocks):
        return Comparison(grade="different")
    changes = tuple(_change(a, b, block) for block in blocks if block[0] != "equal")
    return Comparison(grade=max((c.grade for c in changes), key=GRADES.index), changes=changes)


Block = tuple[str, int, int, int, int]


def _same_words(a: Sequence[Word], b: Sequence[Word], blocks: Sequence[Block]) -> bool:
    """Return whether two quotations share so many words that one of them must come from the other's source."""
    runs = [a[i:j] for tag, i, j, _, _ in blocks if tag == "equal"]
    shared = sum(_content(run) for run in runs)
    return (
        shared >= LEAST and shared >= ALIKE * min(_content(a), _content(b)) and max(map(len, runs), default=0) >= LEAST
    )


def _change(a: Sequence[Word], b: Sequence[Word], block: Block) -> Change:
    _, i, j, k, end = block
    left, right = a[i:j], b[k:end]
    at_end = (i == 0 and k == 0 and not (left and right)) or (j == len(a) and end == len(b) and not (left and right))
    text = (" ".join(w.text for w in left), " ".join(w.text for w in right))
    return Change(left=text[0], right=text[1], grade=_graded(left, right, at_end=at_end))


def _graded(left: Sequence[Word], right: Sequence[Word], *, at_end: bool) -> Grade:
    """Return what kind of difference stands at one place; a negation counts as lost only between words that both
    quote.
    """
    turned = _negations(left) != _negations(right)
    if at_end:
        return "shortened"
    if turned:
        return "polarity-altered"
    if any(w.ellipsis for w in (*left, *right)) and not (_spoken(left) and _spoken(right)):
        return "elided"
    if any(w.bracketed for w in (*left, *right)):
        return "bracketed"
    return "altered"


def _spoken(words: Sequence[Word]) -> bool:
    return any(w.key for w in words if not w.ellipsis)


def _negations(words: Sequence[Word]) -> int:
    return sum(1 for w in words if w.key in _lists()["negations"])
