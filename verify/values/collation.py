"""Two quotations laid side by side, word for word: what both have, and what stands in its place where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Literal, NamedTuple

from rapidfuzz.distance import LCSseq

from verify.lists import load
from verify.values.wording import Word, split

LEAST = 3
"""Content words that two quotations must share; fewer are shared by chance."""

PHRASE = 4
"""Words of a phrase that two quotations have in common without a difference; it needs one word of content less."""

GRAMMAR = 0.35
"""What a word of grammar weighs in the likeness of two quotations, a word of content weighing one."""

ALIKE, HELD, TELLING = 0.57, 0.8, 2.0
"""Share of both quotations, or of the shorter one, that must be shared for the two to be one utterance, and its least weight; of 230 pairs in
180 stories of our own that are one utterance 222 are found, of 1,480 others none that is two."""

ENDINGS = ("ingly", "edly", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e")
STEM = 3
"""Letters that are left of a word without its ending."""

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
    """Return the words that carry no content of their own, those that negate, and rows of forms."""
    table = load("function_words")
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


@cache
def _forms() -> Mapping[str, str]:
    """Return the words of grammar that reporting changes ("I" for "she", "is" for "was"), each with the first of its row."""
    rows = [row.split() for row in function_words()["forms"]]
    return {word: row[0] for row in rows for word in row}


@cache
def form(word: str) -> str:
    """Return what is left of a word in lower case where person, tense and number are not looked at."""
    if is_function_word(word) or word in _forms():
        return _forms().get(word, word)
    ending = next((e for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= STEM), "")
    return word.removesuffix(ending)


def reported(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Return whether words differ as they do where somebody else reports them: in person and tense of words of grammar alone."""
    return len(left) == len(right) and all(
        a.key == b.key or (a.key in _forms() and form(a.key) == form(b.key)) for a, b in zip(left, right, strict=True)
    )


def is_one_utterance(left: str, right: str) -> bool:
    """Return whether two quotations share so much, in order, person and tense not looked at, that they must give one utterance."""
    (forms, weights), (others, theirs) = _weighed(left), _weighed(right)
    same = LCSseq.opcodes(forms, others)
    shared = sum(weight for o in same if o.tag == "equal" for weight in weights[o.src_start : o.src_end])
    whole, own = sorted(map(sum, (weights, theirs)))[::-1]
    return shared >= TELLING and (shared >= HELD * own or 2 * shared >= ALIKE * (whole + own))


@cache
def _weighed(quotation: str) -> tuple[list[str], list[float]]:
    """Return the words of a quotation without person and tense, what an editor put in left out, and what each weighs."""
    said = [w for w in split(quotation) if w.key and not w.ellipsis and not w.bracketed]
    return [form(w.key) for w in said], [GRAMMAR if is_function_word(w.key) else 1.0 for w in said]


def collate(left: Sequence[Word], right: Sequence[Word]) -> tuple[Block, ...]:
    """Return the words of two quotations as blocks in order, equal and unequal by turns.

    What precedes the first run of words that both are sure to share is one block, and so is what follows the last: a stray "will" that
    both have in sentences of their own joins nothing, a word of content a few words on does.
    """
    runs = list(_runs(left, right))
    sure = [n for n, (equal, words, _) in enumerate(runs) if equal and _sure(words)]
    sure = (
        [*_joined(runs[: sure[0]], step=-1), *sure, *(sure[-1] + 1 + n for n in _joined(runs[sure[-1] + 1 :], step=1))]
        if sure
        else []
    )
    first, last = (sure[0], sure[-1]) if sure else (len(runs), len(runs) - 1)
    middle = tuple(Block(*run) for run in runs[first : last + 1])
    return (*_end(runs[:first], outermost=0), *middle, *_end(runs[last + 1 :], outermost=-1))


def _runs(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Run]:
    """Yield the words that both quotations have, and those of each in between, by turns; forms of one word stand beside each other."""
    pairs: list[tuple[Word | None, Word | None]] = []
    for op in LCSseq.opcodes([form(w.key) for w in left], [form(w.key) for w in right]):
        ours, theirs = left[op.src_start : op.src_end], right[op.dest_start : op.dest_end]
        if op.tag == "equal":
            pairs += zip(ours, theirs, strict=True)
        else:
            pairs += [*((w, None) for w in ours), *((None, w) for w in theirs)]
    for equal, run in groupby(pairs, lambda p: p[0] is not None and p[1] is not None and p[0].key == p[1].key):
        both = list(run)
        yield equal, [a for a, _ in both if a is not None], [b for _, b in both if b is not None]


def _sure(words: Sequence[Word]) -> bool:
    """Return whether a run of shared words is long enough to be of one utterance."""
    return len(words) > 1 and content(words) > 0


def _joined(runs: Sequence[Run], *, step: Literal[1, -1]) -> list[int]:
    """Return which runs go on with the words that both share, next to which they stand: of a word of content, behind a few words or none."""
    found: list[int] = []
    for n in range(len(runs))[::step]:
        equal, ours, theirs = runs[n]
        if max(len(ours), len(theirs)) > EDGE and not equal:
            break
        if equal and content(ours):
            found.append(n)
    return sorted(found)


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
