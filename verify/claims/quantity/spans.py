"""Where "a" counts one span of time: "held up for an hour", not "within a year", "for a day trip", "the first for a century"."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from verify.claims.quantity.amount import Written

if TYPE_CHECKING:
    from spacy.tokens import Doc

ARTICLES = frozenset({"a", "an"})
PARTICIPLES = frozenset({"amod", "compound"})


def lasts(doc: Doc, first: int, last: int, amount: Written, known: Set[int]) -> bool:
    """Return whether an amount, where it is one span of time, tells how long something is; the tokens `known` are of dates."""
    if amount.number.words.lower() not in ARTICLES:
        return True
    return first not in known and doc[last].dep_ != "compound" and not _ranks(doc, first)


def _ranks(doc: Doc, first: int) -> bool:
    """Return whether the noun before a span is the first or the most of its sort in it: "the worst drought for a century"."""
    for token in reversed(doc[doc[first].sent.start : first]):
        if token.pos_ == "VERB" and token.dep_ not in PARTICIPLES:
            return False
        if token.tag_ in {"JJS", "RBS"} or token.lower_ == "first":
            return True
    return False
