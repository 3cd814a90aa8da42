"""The articles of a story side by side: which are held against each other, and which of them are briefs.

A brief is a few sentences whose words mostly stand in a longer article, one of its names among them. What a brief tells is what the article
tells, so that a statement of it is known again by fewer words than one of two articles that may well be on different things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from verify.align.contrasts.pairs import near_pairs
from verify.align.described import Described
from verify.align.figures import Basis
from verify.language.content_words import CONTENT, key
from verify.language.reading import Reading
from verify.model import Span
from verify.values.name import words_of

LONGEST, TIMES_LONGER, COVERED = 35, 2, 0.45
"""Content words of a brief, how many times as many the article has, and the part of the brief's that the article has too."""
LEAD = 3
"""Sentences at the head of an article that say what it is on, the title among them."""


@dataclass(frozen=True, slots=False, kw_only=True, eq=False)
class Text:
    """An article with its claims and its words."""

    reading: Reading
    described: Sequence[Described]

    @cached_property
    def bases(self) -> dict[Span, Basis]:
        """The bases of the amounts that stand for a measure, by their places."""
        found = ((d.claim.location, d.basis) for d in self.described if d.basis is not None)
        return {Span(start=at.start, end=at.end): basis for at, basis in found}

    @cached_property
    def content(self) -> frozenset[str]:
        """The content words, each by the word under which it is known again."""
        return frozenset(key(t) for s in self.reading.sentences for t in s.tokens if t.pos_ in CONTENT)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of names, as written, days and months left out."""
        dated = {i for d in self.reading.dates for i in range(d.first, d.last + 1)}
        words = (t for s in self.reading.sentences for t in s.tokens if t.pos_ == "PROPN")
        return frozenset(t.text for t in words if t.i not in dated)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, as names are compared by."""
        return frozenset(words_of(self.reading.article.text))

    @cached_property
    def lead_end(self) -> int:
        """The index of the token after the lead."""
        lead = self.reading.sentences[:LEAD]
        return lead[-1].tokens[-1].i + 1 if lead else 0


def is_brief(short: Text, long: Text) -> bool:
    """Return whether a text tells in short what the other tells."""
    ours, theirs = short.content, long.content
    if not 0 < len(ours) <= LONGEST or TIMES_LONGER * len(ours) > len(theirs):
        return False
    return len(ours & theirs) >= COVERED * len(ours) and bool(short.names & long.names)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Texts:
    """The articles of a story, the pairs of indices of those that are near each other, and those of a brief and its article."""

    all: tuple[Text, ...]
    near: tuple[tuple[int, int], ...]
    briefs: tuple[tuple[int, int], ...]

    @property
    def described(self) -> tuple[Described, ...]:
        """The claims of all articles, in order."""
        return tuple(d for text in self.all for d in text.described)


def texts_of(readings: Sequence[Reading], described: Sequence[Described]) -> Texts:
    """Return articles side by side."""
    own: dict[str, list[Described]] = defaultdict(list)
    for d in described:
        own[d.claim.article].append(d)
    texts = tuple(Text(reading=r, described=own[r.article.id]) for r in readings)
    near = tuple(near_pairs(readings))
    return Texts(all=texts, near=near, briefs=tuple(_briefs(texts, near)))


def _briefs(texts: Sequence[Text], near: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    both = ((a, b) for i, j in near for a, b in ((i, j), (j, i)))
    return ((i, j) for i, j in both if is_brief(texts[i], texts[j]))
