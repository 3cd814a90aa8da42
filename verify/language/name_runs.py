"""Runs of capitalised words that may belong to one name, small words inside them included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from verify.language.name_types import word_list
from verify.values.name import particles
from verify.values.period import MONTHS, SHORT_MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.language.parsed import Sentence

DETERMINERS = frozenset({"the", "a", "an"})
NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM"})
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
"""The number of a street, which stands in its name ("East 14th Street")."""

HEADLINE = 0.6
"""Share of capitalised words from which on a sentence is set like a headline, and capitals tell nothing."""


def is_headline(sentence: Sentence) -> bool:
    """Return whether a sentence is set in capitals that mark no names: its verbs have them or, without verbs, its
    nouns.
    """
    words = [t for t in sentence.tokens[1:] if t.is_alpha and len(t) > 3 and not t.ent_type_]
    verbs = [t for t in words if t.pos_ in {"VERB", "ADV"}]
    told = verbs or [t for t in words if t.pos_ in {"NOUN", "ADJ"}]
    return len(told) > (0 if verbs else 2) and sum(t.text[0].isupper() for t in told) >= HEADLINE * len(told)


def runs(doc: Doc, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield first and last token of each run of words of a sentence that may belong to one name."""
    headline = is_headline(sentence)
    i, end = sentence.tokens.start, sentence.tokens.end
    while i < end:
        if not _is_part(doc[i], starts=i == sentence.tokens.start, headline=headline):
            i += 1
            continue
        last = i
        while (following := _next_part(doc, i, last, end, headline=headline)) is not None:
            last = following
        yield i, last
        i = last + 1


@cache
def _calendar() -> frozenset[str]:
    return frozenset(w.lower() for w in (*MONTHS, *SHORT_MONTHS, *WEEKDAYS))


def _is_part(token: Token, *, headline: bool, starts: bool = False) -> bool:
    """Return whether a token can stand in a name: it is capitalised, and not only because it begins the sentence."""
    if ORDINAL.fullmatch(token.text):
        return token.i + 1 < len(token.doc) and token.nbor().text in word_list("streets")
    if not token.text[0].isupper() or token.lower_ in DETERMINERS:
        return False
    if token.lower_ in _calendar() and token.ent_type_ != "PER":
        return False
    if token.ent_type_:
        return True
    if headline:
        return False
    return token.pos_ == "PROPN" if starts else token.pos_ in NOMINAL


def _next_part(doc: Doc, first: int, last: int, end: int, *, headline: bool) -> int | None:
    """Return the token with which a run goes on: the next word, or one beyond "of", "al-", an ampersand or a hyphen."""
    i = last + 1
    while i < end and doc[i].is_space:
        i += 1
    if i >= end or "\n" in doc[last:i].text:
        return None
    if _is_part(doc[i], headline=headline):
        return i
    if (beyond := _beyond_nickname(doc, i, end)) is not None:
        return beyond
    if i + 1 >= end or not _joins(doc, first, last, i):
        return None
    k = i + 1
    while k < end and not doc[k].text[0].isupper() and _is_small(doc, k):
        k += 1
    if k < end and _is_part(doc[k], headline=headline):
        return k
    return i + 1 if doc[i].text == "-" and doc[i + 1].pos_ == "PROPN" and k > i + 1 else None


def _beyond_nickname(doc: Doc, i: int, end: int) -> int | None:
    """Return the surname behind a nickname in quotation marks that begins at a token: "Enrique “Ricky” Lamere"."""
    if doc[i].text not in {"“", '"'} or i == 0 or doc[i - 1].pos_ != "PROPN":
        return None
    close = next((k for k in range(i + 2, min(i + 6, end - 1)) if doc[k].text in {"”", '"'}), None)
    if close is None or not doc[i + 1].text[0].isupper():
        return None
    return close + 1 if doc[close + 1].pos_ == "PROPN" and doc[close + 1].text[0].isupper() else None


def _is_small(doc: Doc, k: int) -> bool:
    """Return whether a word without capital can stand inside a name: "al", "the" after "of", the "a" of "Stoke-a-
    Bray".
    """
    return (
        doc[k].lower_ in {"the", "-"} or doc[k].lower_ in particles() or (doc[k - 1].text == "-" and len(doc[k]) <= 3)
    )


def _joins(doc: Doc, first: int, last: int, i: int) -> bool:
    """Return whether a small word or sign may stand inside a name."""
    token = doc[i]
    if token.lower_ in {"of", "for"}:
        return any(doc[k].text in word_list("joined") for k in range(first, last + 1))
    if token.lower_ in particles():
        return token.text.islower()
    if token.lower_ in {"'s", "’s"}:
        return i + 1 < len(doc) and doc[i + 1].text in word_list("owned")
    if token.text == "&":
        return True
    return token.text in {"-", "–"} and not token.whitespace_ and not doc[last].whitespace_
