"""The place and the time that hold for a word: its own, else its event's, else its clause's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from verify.language.dates import DateMention
from verify.language.events import event_group
from verify.language.grammar.governor import above
from verify.language.places import PlaceMention
from verify.model import Value

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

STANDARD = frozenset({"to", "from", "than", "after", "against", "above", "below", "over"})
"""Prepositions before what a number is held against."""

M = TypeVar("M", PlaceMention, DateMention)


def place_around(token: Token, event: Token, reading: Reading) -> Value | None:
    """Return where the thing or its event is; coordinated places are one ("in Iraq and Syria")."""
    from verify.values.place import union

    mentions = [m for m in _near(reading.places, token, reading) if not m.adjectival and m.relation]
    for root in dict.fromkeys([token, event, *above(event)]):
        found = [m for m in mentions if _hangs(reading.parsed.doc[m.last], root)]
        if found:
            first = found[0]
            joined = [
                m
                for m in found
                if m is first or _coordinated(reading.parsed.doc[m.last], reading.parsed.doc[first.last])
            ]
            return union([m.value for m in joined])
    return None


def time_around(token: Token, event: Token, reading: Reading) -> Value | None:
    """Return when the event is."""
    doc = reading.parsed.doc
    mentions = _near(reading.dates, token, reading)
    for root in dict.fromkeys([token, event, *above(event)]):
        for mention in mentions:
            if any(_hangs(doc[i], root) and not _of_standard(doc[i], root) for i in (mention.first, mention.last)):
                return mention.value
    return None


def _of_standard(day: Token, root: Token) -> bool:
    """Return whether a day is that of what a number is held against: "18 percent to Monday's price", "after $1.10 for 2023"."""
    day = day.head if day.dep_ == "case" else day
    noun = day.head
    if noun == root or not any(t.dep_ == "case" and t.lower_ in STANDARD for t in noun.lefts):
        return False
    return noun.pos_ in {"SYM", "NUM"} or (day.dep_ == "nmod:poss" and event_group(noun.lemma_.lower()) is None)


def _near(mentions: Sequence[M], token: Token, reading: Reading) -> Sequence[M]:
    """Return the mentions, which come in the order of the text, that stand in the sentence of a token."""
    sentence = reading.parsed.sentence(token)
    if sentence is None:
        return ()
    low = bisect_left(mentions, sentence.tokens.start, key=lambda m: m.first)
    return mentions[low : bisect_left(mentions, sentence.tokens.end, key=lambda m: m.first)]


def _hangs(token: Token, root: Token) -> bool:
    """Return whether a token hangs on a root by a chain of nominals, no clause between."""
    at = token
    for _ in range(8):
        if at.head == root:
            return at.dep_.split(":")[0] in {
                "nmod",
                "obl",
                "advmod",
                "compound",
                "appos",
                "conj",
                "flat",
                "nummod",
                "advcl",
                "amod",
            }
        if at.head == at or at.head.pos_ in {"VERB", "AUX"}:
            return False
        at = at.head
    return False


def _coordinated(token: Token, first: Token) -> bool:
    return token.dep_ == "conj" and (token.head == first or token.head.head == first)
