"""Dates and times that an article mentions, resolved against its date of publication, else against a full date in its
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from verify.language.calendar import Anchor
from verify.language.clock import on_day
from verify.language.date_bounds import bound, narrowed
from verify.language.date_forms import Found, Pattern
from verify.language.date_joins import Dated, joined
from verify.language.date_patterns import patterns, signs_of
from verify.language.date_tense import tense_of
from verify.language.sentences import is_title_case
from verify.values.period import Period

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from verify.language.parsed import Parsed, Sentence

NEAR = 1
"""How many sentences back "that night" and "two days later" look for their day."""
LEAD = 40
"""How many characters before a date are looked at."""
EVER_AGAIN = re.compile(r"(?i)\b(?:every|each)(?: other)? $")
"""What makes of "May" and "Sunday" no date but a habit."""
MODERN = "1900"
"""A year from which on four figures after "in" are one."""
ONE_STORY = timedelta(days=31)
CLOCKED = frozenset({"clock", "hour", "minute"})
"""Granularities whose words "before" and "after" are part of the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date or time in the text, by its first and last token."""

    first: int
    last: int
    value: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A match of a pattern at its place in the text."""

    start: int
    end: int
    match: re.Match[str]
    pattern: Pattern
    sentence: Sentence


def dates(parsed: Parsed) -> tuple[DateMention, ...]:
    """Return the dates and times of an article in the order of the text; what cannot be resolved is left out."""
    anchor = reference(parsed)
    found: list[Dated] = []
    before, at = None, 0
    stretch: Period | None = None
    for spot in sorted(_spots(parsed), key=lambda s: s.start):
        if _in_name(parsed.doc, spot) or EVER_AGAIN.search(parsed.article.text, max(0, spot.start - LEAD), spot.start):
            continue
        near = before if spot.sentence.index - at <= NEAR else None
        lead = parsed.article.text[max(0, spot.start - LEAD) : spot.start]
        words = parsed.doc.char_span(spot.start, spot.end, alignment_mode="expand")
        if words is None or _counts(words, spot):
            continue
        dated = anchor is None or anchor.published
        tense = tense_of(words, lead, spot.sentence.zone) if dated else "nearest"
        found_here = Found(match=spot.match, anchor=anchor, tense=tense, before=near, stretch=stretch, lead=lead)
        value = spot.pattern.make(found_here)
        if value is not None:
            before, at = (value, spot.sentence.index) if value.granularity in {"day", "part"} else (before, at)
            stretch = value if value.granularity in {"month", "year"} else stretch
            value, taken = narrowed(value, lead)
            found.append((spot.start - taken, spot.end, value))
    return tuple(_on_days(_mentions(parsed.doc, joined(parsed.article.text, found)), parsed))


def _on_days(mentions: Iterable[DateMention], parsed: Parsed) -> Iterator[DateMention]:
    """Yield the mentions, a time of day on the one day that its verb has elsewhere: "on Friday the alarm went off at 6.50 a.m."."""
    found = tuple(mentions)
    verbs = [parsed.doc[m.first : m.last + 1].root.head for m in found]
    for mention, verb in zip(found, verbs, strict=True):
        beside = [m for m, v in zip(found, verbs, strict=True) if v == verb and m != mention]
        alone = len(beside) == 1 and beside[0].value.granularity == "day" and verb.pos_ == "VERB"
        yield replace(mention, value=on_day(mention.value, beside[0].value) or mention.value) if alone else mention


def reference(parsed: Parsed) -> Anchor | None:
    """Return the day from which "Sunday" and "last week" count: of publication, else the last of the full dates in
    the text if they lie close.
    """
    if parsed.article.published is not None:
        return Anchor(day=parsed.article.published)
    days = sorted(_full_dates(parsed.article.text))
    return Anchor(day=days[-1], published=False) if days and days[-1] - days[0] <= ONE_STORY else None


def _full_dates(text: str) -> Iterator[date]:
    for pattern in (p for p in patterns() if p.full):
        for match in pattern.regex.finditer(text):
            value = pattern.make(Found(match=match, anchor=None, tense="past"))
            if value is not None and value.start:
                yield date.fromisoformat(value.start)


def _spots(parsed: Parsed) -> Iterator[_Spot]:
    """Yield the matches of the patterns in the sentences; a longer way to write a date covers the shorter in it."""
    text = parsed.article.text
    for sentence in parsed.sentences:
        start, end = sentence.span.start, sentence.span.end
        signs = {sign for sign in signs_of() if sign.search(text, start, end)}
        taken: list[tuple[int, int]] = []
        for pattern in (p for p in patterns() if p.sign in signs):
            for match in pattern.regex.finditer(text, start, end):
                a, b = match.span()
                if any(a < y and x < b for x, y in taken) or (pattern.after and not _led(pattern, text, match)):
                    continue
                taken.append((a, b))
                yield _Spot(start=a, end=b, match=match, pattern=pattern, sentence=sentence)


def _led(pattern: Pattern, text: str, match: re.Match[str]) -> bool:
    """Return whether a lone month or year stands where a date can stand; unmistakable month names need no
    preposition.
    """
    if match.groupdict().get("which"):
        return True
    before = text[max(0, match.start() - LEAD) : match.start()]
    return pattern.after is None or bool(pattern.after.search(before))


def _in_name(doc: Doc, spot: _Spot) -> bool:
    """Return whether a weekday, a month or "today" stands in a name ("Sunday Times"); a date with a figure never does."""
    word = next((name for name in ("weekday", "month", "word") if spot.match.groupdict().get(name)), None)
    if word is None or any(c.isdigit() for c in spot.match[0]):
        return False
    token = doc.char_span(*spot.match.span(word), alignment_mode="expand")
    if token is not None and word == "word":
        return _is_capital(token[0])
    return token is not None and bool(token[0].ent_type_ or _owns(doc, token[0]))


def _is_capital(token: Token) -> bool:
    """Return whether a word that begins in lower case of itself has its capital from a name: "the Today show", "USA Today"."""
    if not token.text[0].isupper() or is_title_case(token.sent.text):
        return False
    return token.dep_ == "compound" or bool(not token.is_sent_start and token.nbor(-1).text[-1].isalnum())


def _owns(doc: Doc, token: Token) -> bool:
    """Return whether a word before a genitive is the name of someone in the text ("Clara May … May's plan")."""
    genitive = any(c.dep_ == "case" and c.i > token.i for c in token.children)
    return genitive and any(t.text == token.text and t.ent_type_ == "PER" for t in doc)


def _counts(words: Span, spot: _Spot) -> bool:
    """Return whether figures that could be a year of old count what follows them ("in 1500 homes")."""
    alone = spot.match[0].isdecimal() and words.root.dep_ == "nummod"
    return alone and words.root.head.i > words.root.i and spot.match[0] < MODERN


def _mentions(doc: Doc, found: Iterable[Dated]) -> Iterator[DateMention]:
    text = doc.text  # put together anew each time that it is asked for
    for start, end, value in found:
        tokens = doc.char_span(start, end, alignment_mode="expand")
        if tokens is None or not len(tokens):
            continue
        if value.granularity not in CLOCKED:
            value = replace(value, bound=bound(tokens, text[max(0, start - LEAD) : start]))
        yield DateMention(first=tokens.start, last=tokens.end - 1, value=value)
