"""In which respect an amount is told: of which dimension ("wide", "a depth of"), as a change over which span ("year on year"), as what
another is compared with ("63 a year earlier"), of a whole country ("31 dead nationwide"), or as how far a count has come.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from verify.claims.quantity.lexicon import either
from verify.claims.quantity.measure_words import listed, word_lists
from verify.claims.quantity.things import is_time
from verify.claims.quantity.things import listed as counted_words
from verify.language.events import event_group
from verify.language.grammar.governor import above
from verify.model import Claim

if TYPE_CHECKING:
    from verify.claims.quantity.scan import Quantity
    from verify.language.reading import Reading

BASE = re.compile(
    r"\b(?:(?:compared|up|down|risen|fallen|rose|fell) (?:with|to|from)|from|than|versus|against)(?: (?:about|some|just|only|the))?\s$",
    re.IGNORECASE,
)
"""What stands before a number that another is compared with."""
EARLIER, EVERYWHERE = "earlier", "everywhere"
WHOLE = "whole of those that "
"""Before the event that happened to some of a whole: "the 45" of "18 of the 45 houses were destroyed"."""
COUNTED = "counted"
COUNTING = frozenset({"count", "report", "tally", "process"})
"""Verbs that tell how far a count has come: "with 40 percent of precincts reporting"."""
NEAR = 2
"""Tokens behind an amount in which its dimension stands ("30 metres in length")."""


def respect_of(quantity: Quantity, reading: Reading) -> str | None:
    """Return the dimension of a length, the span over which a share changed, that it tells how far a count has come, or that a count is one of before
    or of a whole country.
    """
    if quantity.sort == "count":
        return EARLIER if _is_base(quantity, reading) else EVERYWHERE if _is_whole(quantity, reading) else None
    if quantity.sort == "percent":
        return COUNTED if _is_progress(quantity, reading) else _span(quantity, reading)
    return _dimension(quantity, reading) if quantity.sort == "measure" else None


def one_respect(left: Claim, right: Claim) -> bool:
    """Return whether two amounts can be told in one respect; a count of before is held against one of before or of its own time alone, one of
    a whole country against none of a part, a whole against none of those that did what a part of it did, how far a count has come against no share.
    """
    if any(_is_whole_of(a, b) for a, b in ((left, right), (right, left))):
        return False
    ours, theirs = (None if (c.topic or "").startswith(WHOLE) else c.topic for c in (left, right))
    topics = {ours, theirs}
    if COUNTED in topics:
        return len(topics) == 1
    if EARLIER in topics:
        return len(topics) == 1 or (left.time is not None and left.time == right.time)
    if topics == {EVERYWHERE, None}:
        return left.place is None and right.place is None
    return ours is None or theirs is None or ours == theirs


def _is_whole_of(whole: Claim, part: Claim) -> bool:
    """Return whether a count is the whole of which some did, or had done to them, what the other counts."""
    told = whole.topic or ""
    events = {part.predicate, event_group(part.predicate)} - {None}
    return told.startswith(WHOLE) and bool(events & {*told.removeprefix(WHOLE).split("/")})


def whole_of(predicate: str | None) -> str | None:
    """Return the respect in which a whole is told of which only some came to an event."""
    return WHOLE + "/".join(filter(None, (predicate, event_group(predicate)))) if predicate else None


def _is_base(quantity: Quantity, reading: Reading) -> bool:
    """Return whether a count is what another is compared with, of a time that is told right behind it."""
    start = quantity.sentence.span.start
    if BASE.search(reading.article.text[start : start + quantity.amount.start]) is None:
        return False
    behind = (quantity.phrase.last if quantity.phrase else quantity.last) + 1
    dated = any(behind <= d.first <= behind + 1 for d in reading.dates)
    return dated or is_time(reading.doc, behind, quantity.sentence.tokens.end)


def _is_progress(quantity: Quantity, reading: Reading) -> bool:
    """Return whether a share tells how far a count has come, beside what it says so far."""
    share = reading.doc[quantity.head]
    verb = share.head
    beside = share.dep_.startswith("nsubj") and any(c.dep_ == "mark" and c.lower_ == "with" for c in verb.children)
    return beside and verb.lemma_.lower() in COUNTING


def _is_whole(quantity: Quantity, reading: Reading) -> bool:
    """Return whether a count is told of a whole country or more: "6 million homes nationwide"."""
    head = reading.doc[quantity.head]
    return any(c.lower_ in counted_words("everywhere") for t in (head, *above(head)) for c in t.children)


@cache
def _dimensions() -> dict[str, str]:
    return {word: name for name, words in word_lists()["dimensions"].items() for word in words}


def _dimension(quantity: Quantity, reading: Reading) -> str | None:
    """Return the dimension of the words right behind an amount, or of the noun that it measures."""
    behind = [t.lower_ for t in reading.doc[quantity.last + 1 : quantity.last + 1 + NEAR]]
    named = [quantity.thing.head] if quantity.thing else []
    return next((_dimensions()[w] for w in (*behind, *named) if w in _dimensions()), None)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the ways to tell over which span of time something changed."""
    unit = either(listed("spans", "units"))
    ways = (
        rf"\b(?P<on>{unit})[\s-](?:on|over)[\s-](?P=on)\b",
        rf"\bon (?:the|an?) (?P<the>{unit})\b",
        rf"\b(?:from|than|with|against|over|versus) (?:an?|one|the (?:previous|preceding|prior|same|past|last)|last) (?P<ago>{unit})\b",
        rf"\b(?P<word>{either(w for u in ('year', 'month', 'quarter') for w in listed('spans', u))})\b",
    )
    return re.compile("|".join(ways), re.IGNORECASE)


def _span(quantity: Quantity, reading: Reading) -> str | None:
    """Return the span told between an amount and the next one, else the only one of its sentence."""
    text, end = reading.article.text, quantity.sentence.span.end
    behind = [
        m
        for m in _pattern().finditer(text, quantity.span.end, end)
        if not _figures(text[quantity.span.end : m.start()])
    ]
    told = {_unit(m) for m in _pattern().finditer(text, quantity.sentence.span.start, end)}
    if behind:
        return _unit(behind[0])
    return next(iter(told)) if len(told) == 1 else None


def _figures(text: str) -> bool:
    return re.search(r"\d\s?(?:%|per)", text) is not None


def _unit(match: re.Match[str]) -> str:
    word = (match["on"] or match["the"] or match["ago"] or match["word"]).lower()
    return next((u for u in ("year", "month", "quarter") if word in listed("spans", u)), word)
