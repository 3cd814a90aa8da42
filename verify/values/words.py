"""Quoted words, and how faithfully two quotations give the same words."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any, Literal, NamedTuple

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

ALIKE, CLOSE = 0.6, 0.8
"""Share of the shorter quotation's words that the other must have, for the two to be one; and to tell of a "not"."""

EDGE = 3
"""Words at an end of both quotations beyond which they are taken to begin, or end, at different places."""


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


def is_function_word(word: str) -> bool:
    """Return whether a word in lower case carries grammar and no content."""
    return word in _lists()["words"]


def content_words(text: str) -> int:
    """Return how many words of a text carry content."""
    return _content(split(text))


def negations(text: str) -> int:
    """Return how many words of a text turn it round."""
    return _negations(split(text))


def _content(words: Sequence[Word]) -> int:
    return sum(1 for w in words if w.key and w.key not in _lists()["words"])


def compare(left: Words, right: Words) -> Relation:
    """Return `equal` for the same words, `contains` where one is cut short, `disjoint` where a negation was lost or
    gained.
    """
    return RELATION[grade(left, right).grade]


@cache
def grade(left: Words, right: Words) -> Comparison:
    """Return how faithfully two quotations give the same words, and where they differ; the same grade both ways."""
    if right.words < left.words:
        mirrored = grade(right, left)
        changes = tuple(Change(left=c.right, right=c.left, grade=c.grade) for c in mirrored.changes)
        return Comparison(grade=mirrored.grade, changes=changes)
    a, b = split(left.words), split(right.words)
    if min(_content(a), _content(b)) < LEAST:
        return Comparison(grade="different")
    if [w.key for w in a] == [w.key for w in b]:
        same = [w.text for w in a] == [w.text for w in b]
        return Comparison(grade="exact" if same else "typographic")
    matcher = SequenceMatcher(None, [w.key for w in a], [w.key for w in b], autojunk=False)
    blocks = [Block(tag == "equal", a[i:j], b[k:m]) for tag, i, j, k, m in matcher.get_opcodes()]
    changes = tuple(_change(block, edge=n in {0, len(blocks) - 1}) for n, block in enumerate(blocks) if not block.equal)
    worst = max((c.grade for c in changes), key=GRADES.index)
    if not _same_words(a, b, blocks, turned=worst == "polarity-altered"):
        return Comparison(grade="different")
    return Comparison(grade=worst, changes=changes)


class Block(NamedTuple):
    """Words of two quotations between which nothing, or everything, is the same."""

    equal: bool
    left: Sequence[Word]
    right: Sequence[Word]


def _same_words(a: Sequence[Word], b: Sequence[Word], blocks: Sequence[Block], *, turned: bool) -> bool:
    """Return whether two quotations share so many words, in order, that they must be of one utterance.

    What one leaves out at its ends does not count; a negation lost or gained asks for more likeness.
    """
    shared = [block.left for block in blocks if block.equal]
    content = sum(map(_content, shared))
    if content < LEAST or max(map(len, shared), default=0) < LEAST or content < ALIKE * min(_content(a), _content(b)):
        return False
    inner = [x for n, x in enumerate(blocks) if x.equal or not (n in {0, len(blocks) - 1} and _cut_off(x))]
    inner = [x for x in inner if x.equal or not _editors(x)]
    words = min(sum(len(x.left) for x in inner), sum(len(x.right) for x in inner))
    return sum(map(len, shared)) >= (CLOSE if turned else ALIKE) * words


def _cut_off(block: Block) -> bool:
    """Return whether two quotations begin, or end, at different places: one has nothing there, or both much else."""
    return not block.left or not block.right or min(len(block.left), len(block.right)) > EDGE


def _editors(block: Block) -> bool:
    """Return whether brackets or an ellipsis explain a difference."""
    return any(w.bracketed or w.ellipsis for w in (*block.left, *block.right))


def _change(block: Block, *, edge: bool) -> Change:
    left, right = " ".join(w.text for w in block.left), " ".join(w.text for w in block.right)
    grade: Grade = "shortened" if edge and _cut_off(block) else _graded(block.left, block.right)
    return Change(left=left, right=right, grade=grade)


def _graded(left: Sequence[Word], right: Sequence[Word]) -> Grade:
    """Return what kind of difference stands between words that both quote."""
    if _negations(left) != _negations(right):
        return "polarity-altered"
    if "".join(w.key for w in left) == "".join(w.key for w in right):
        return "typographic"
    if any(w.ellipsis for w in (*left, *right)) and not (_spoken(left) and _spoken(right)):
        return "elided"
    if any(w.bracketed for w in (*left, *right)):
        return "bracketed"
    return "altered"


def _spoken(words: Sequence[Word]) -> bool:
    return any(w.key for w in words if not w.ellipsis)


def _negations(words: Sequence[Word]) -> int:
    return sum(1 for w in words if w.key in _lists()["negations"])
