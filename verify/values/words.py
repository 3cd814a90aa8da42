"""Quoted words, and how faithfully two quotations give the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from verify.model import Relation
from verify.values.collation import LEAST, Block, collate, content, is_one_utterance, is_phrase, negations, reported
from verify.values.name import alike
from verify.values.wording import Word, masks, split

Grade = Literal[
    "exact", "typographic", "elided", "bracketed", "reported", "shortened", "altered", "polarity-altered", "different"
]

GRADES: tuple[Grade, ...] = (
    "exact",
    "typographic",
    "elided",
    "bracketed",
    "reported",
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
    "reported": "equal",
    "shortened": "contains",
    "altered": "overlaps",
    "polarity-altered": "disjoint",
    "different": "unknown",
}
CLOSE = 0.8
"""Share of the shorter quotation's words that the other must have to tell of a "not"."""

SHORTENED = re.compile(r"['’ʼ][sd]$", re.I)
SHORTENING = frozenset({"is", "has", "us", "had", "would"})
"""What "'s" and "'d" can stand for."""

NAMED = 4
"""Least letters of a name that has several spellings."""


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


def content_words(text: str) -> int:
    """Return how many words of a text carry content."""
    return content(split(text))


def negation_words(text: str) -> int:
    """Return how many words of a text turn it round."""
    return negations(split(text))


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
    if [w.key for w in a] == [w.key for w in b]:
        same = [w.text for w in a] == [w.text for w in b]
        told = content(a) >= LEAST or is_phrase(a)
        return Comparison(grade=("exact" if same else "typographic") if told else "different")
    if not is_one_utterance(left.words, right.words):
        return Comparison(grade="different")
    blocks = collate(a, b)
    changes = tuple(_change(block, left.words, right.words) for block in blocks if not block.equal)
    worst = max((c.grade for c in changes), key=GRADES.index)
    return Comparison(
        grade="different" if worst == "polarity-altered" and not _close(blocks) else worst, changes=changes
    )


def _close(blocks: Sequence[Block]) -> bool:
    """Return whether two quotations share so much of what neither left out that a negation must have been lost or gained."""
    inner = [x for x in blocks if x.equal or not (x.cut_off or x.edited)]
    words = min(sum(len(x.left) for x in inner), sum(len(x.right) for x in inner))
    return sum(len(x.left) for x in blocks if x.equal) >= CLOSE * words


def _change(block: Block, left: str, right: str) -> Change:
    grade: Grade = "shortened" if block.cut_off else _graded(block.left, block.right)
    return Change(left=_printed(block.left, left), right=_printed(block.right, right), grade=grade)


def _printed(words: Sequence[Word], text: str) -> str:
    """Return words as they stand in their text, with the marks between them."""
    return text[words[0].start : words[-1].end] if words else ""


def _graded(left: Sequence[Word], right: Sequence[Word]) -> Grade:
    """Return what kind of difference stands between words that both quote."""
    if negations(left) != negations(right):
        return "polarity-altered"
    if _spelled_alike(left, right):
        return "typographic"
    if any(w.ellipsis for w in (*left, *right)) and not (_spoken(left) and _spoken(right)):
        return "elided"
    if any(w.bracketed for w in (*left, *right)):
        return "bracketed"
    return "reported" if reported(left, right) else "altered"


def _spelled_alike(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Return whether words are the same but for blanks, masked letters or the spelling of a name from another
    alphabet.
    """
    if "".join(w.key for w in left) == "".join(w.key for w in right) or _shortened(left, right):
        return True
    pairs = list(zip(left, right, strict=False))
    return len(left) == len(right) and all(a.key == b.key or masks(a.text, b.text) or _one_name(a, b) for a, b in pairs)


def _shortened(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Return whether words are the same but for what "'s" or "'d" shortens in one of them ("it's", "it is")."""
    short = any(SHORTENED.search(w.text) for w in (*left, *right))
    return short and _spelled_out(left) == _spelled_out(right)


def _spelled_out(words: Sequence[Word]) -> tuple[str, ...]:
    bare = [SHORTENED.sub("", w.text).lower() if SHORTENED.search(w.text) else w.key for w in words]
    return tuple(w for w in bare if w not in SHORTENING)


def _one_name(left: Word, right: Word) -> bool:
    """Return whether two words are spellings of one name; a name of few letters has none."""
    named = all(w.text[:1].isupper() and len(w.text) >= NAMED for w in (left, right))
    return named and alike(left.key, right.key) != "different"


def _spoken(words: Sequence[Word]) -> bool:
    return any(w.key for w in words if not w.ellipsis)
