"""Two quotations laid side by side, word for word: what both have, and what stands in its place where they differ."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Literal, NamedTuple

from verify.values.atlas import DATA
from verify.values.wording import Word

LEAST = 3
"""Content words that two quotations must share; fewer are shared by chance."""

PHRASE = 4
"""Words of a phrase that two quotations have in common without a difference; it needs one word of content less."""

EDGE = 3
"""Words at an end of both quotations beyond which they are taken to begin, or end, at different places."""


Run = tuple[bool, Sequence[Word], Sequence[Word]]


class Block(NamedTuple):
    """A run of words that two quotations share, or the words of each between two such runs; `edge` at either end."""

    equal: bool
    left: Sequence[Word]
    right: Sequence[Word]
    edge: bool = False

    @property
    def cut_off(self) -> bool:
        """Whether the quotations begin, or end, at different places: one has nothing there, or much else."""
        return (
            self.edge
            and not self.equal
            and (not self.left or not self.right or max(len(self.left), len(self.right)) > EDGE)
        )

    @property
    def edited(self) -> bool:
        """Whether brackets or an ellipsis explain the difference."""
        return any(w.bracketed or w.ellipsis for w in (*self.left, *self.right))


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Return the words that carry no content of their own, and those that negate."""
    table = tomllib.loads((DATA / "function_words.toml").read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in table.items()}


def is_function_word(word: str) -> bool:
    """Return whether a word in lower case carries grammar and no content."""
    return word in function_words()["words"]


def content(words: Sequence[Word]) -> int:
    """Return how many words carry content."""
    return sum(1 for w in words if w.key and not w.ellipsis and w.key not in function_words()["words"])


def is_phrase(words: Sequence[Word]) -> bool:
    """Return whether words are a phrase: several, of which content words enough to be told apart, one at least written small."""
    own = [w.text for w in words if w.key and not is_function_word(w.key)]
    return len(words) >= PHRASE and len(own) >= LEAST - 1 and not all(w[:1].isupper() for w in own)


def negations(words: Sequence[Word]) -> int:
    """Return how many words negate."""
    return sum(1 for w in words if w.key in function_words()["negations"])


def collate(left: Sequence[Word], right: Sequence[Word]) -> tuple[Block, ...]:
    """Return the words of two quotations as blocks in order, equal and unequal by turns.

    What precedes the first run of words that both are sure to share is one block, and so is what follows the last: a stray "will" that
    both have in sentences of their own joins nothing.
    """
    matcher = SequenceMatcher(None, [w.key for w in left], [w.key for w in right], autojunk=False)
    runs = [(tag == "equal", left[i:j], right[k:m]) for tag, i, j, k, m in matcher.get_opcodes()]
    sure = [n for n, (equal, words, _) in enumerate(runs) if equal and _sure(words)]
    first, last = (sure[0], sure[-1]) if sure else (len(runs), len(runs) - 1)
    middle = tuple(Block(*run) for run in runs[first : last + 1])
    return (*_end(runs[:first], outermost=0), *middle, *_end(runs[last + 1 :], outermost=-1))


def _sure(words: Sequence[Word]) -> bool:
    """Return whether a run of shared words is long enough to be of one utterance."""
    return len(words) > 1 and content(words) > 0


def _end(runs: Sequence[Run], *, outermost: Literal[0, -1]) -> tuple[Block, ...]:
    """Return one end of two quotations as blocks: one block where they begin, or end, at different places."""
    if not runs:
        return ()
    equal, words, _ = runs[outermost]
    own = [(a, b) for same, a, b in runs if not same]
    if (equal and len(words) > 1) or max(sum(len(a) for a, _ in own), sum(len(b) for _, b in own)) <= EDGE:
        rim = len(runs) - 1 if outermost else 0
        return tuple(Block(*run, edge=n == rim) for n, run in enumerate(runs))
    left, right = [w for _, a, _ in runs for w in a], [w for _, _, b in runs for w in b]
    return (Block(False, left, right, edge=True),)
