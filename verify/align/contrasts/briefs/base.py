"""Whether one article is a brief of another: a few sentences whose words mostly stand in the longer text, one of its names among them.

What a brief tells is what the article tells. A statement of it is known again by fewer words than one of two articles that may well be on
different things, and what it tells but the article does not tells against it where the article has something else in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from verify.align.contrasts.base import Contrast
from verify.align.described import Described
from verify.language.content_words import CONTENT, key
from verify.language.reading import Reading
from verify.model import Claim
from verify.values.name import words_of

LONGEST, TIMES_LONGER, COVERED = 35, 2, 0.45
"""Content words of a brief, how many times as many the article has, and the part of the brief's that the article has too."""
LEAD = 3
"""Sentences at the head of an article that say what it is on, the title among them."""
OFTEN = 3
LACKING = ("a brief of the article", "not in the article")
NOTE = "a brief of the article has it otherwise"


@dataclass(frozen=True, slots=False, kw_only=True, eq=False)
class Text:
    """An article with its claims, as one side of a brief."""

    reading: Reading
    described: Sequence[Described]

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


def lacking(article: Claim | None, brief: Claim | None) -> Contrast | None:
    """Return what a brief has otherwise as a contrast."""
    return Contrast(left=article, right=brief, labels=LACKING, note=NOTE) if article and brief else None
