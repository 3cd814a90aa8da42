"""When something happened: "on Sunday", "Friday's attack"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from verify.claims.base import AS_READ, DATES, ClaimKind, Slot
from verify.claims.figures.context import MONETARY
from verify.claims.framed import NOMINAL, about, beside_another, framed, tells_event
from verify.claims.labels import of_clause
from verify.claims.quantity.names import in_title
from verify.claims.quantity.scan import quantities
from verify.language.date_bounds import attributive
from verify.language.date_forms import deictic
from verify.language.grammar.arguments import case_of
from verify.language.grammar.governor import event_of, path_to, verb_above
from verify.model import Claim, Relation
from verify.values.masking import DAY, MASK
from verify.values.period import LONG, WEEKDAYS, Period
from verify.values.period import compare as compare_periods
from verify.values.units import convertible

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from verify.language.dates import DateMention
    from verify.language.reading import Reading

POINTING = re.compile(r"['’]s\b|[^\w\s]")
DEICTIC = frozenset(
    {"today", "tonight", "yesterday", "tomorrow", "week", "month", "year", "weekend", *(d.lower() for d in WEEKDAYS)}
)
DAYS = frozenset({"day", "part", "hour", "minute", "weekday", "clock"})
YEAR = re.compile(r"\b\d{4}\b")
A_WEEK = 7
PERIOD = "period"
"""The topic of a year or a month that a figure is of: another one tells of another figure."""
SAID = "said"
"""The topic of a day on which something was said: outlets of two days report two statements."""
AGO = re.compile(r"\bago\b", re.IGNORECASE)
SPEAKER_DAYS = frozenset({"today", "tonight", "yesterday", "tomorrow"})


def extract(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each date or time that dates an event; of a verb with two dates that exclude each other, one
    belongs to something else, so neither is held against other articles; nor is the date of one of several times.
    """
    dated: dict[Token, list[tuple[DateMention, Token]]] = {}
    figures = _figures(reading)
    for mention in reading.dates:
        words = reading.doc[mention.first : mention.last + 1]
        event = _event(words)
        loose = _spoken(words, reading) or _perfect(event, mention, words) or _ends_span(words.root)
        if not loose and not _in_title(words):
            dated.setdefault(event, []).append((mention, words.root))
    for event, mentions in dated.items():
        apart = (compare_periods(a.value, b.value) == "disjoint" for (a, _), (b, _) in combinations(mentions, 2))
        torn = any(apart) or _once_of_several(event)
        for mention, head in mentions:
            period = PERIOD if event in figures and mention.value.granularity in LONG else None
            topic = period or (None if tells_event(event) else SAID)
            yield from (replace(c, topic=topic) for c in _claim(event, mention, head, reading, torn=torn))


def _in_title(words: Span) -> bool:
    """Return whether a year says which event is meant, as a part of its name: "the 2012 Oscars"."""
    return len(words) == 1 and words[0].text.isdecimal() and in_title(words[0])


def _figures(reading: Reading) -> frozenset[Token]:
    """Return the events of sums of money and percentages: a year or a month beside them is the period that they are of."""
    found = (q for q in quantities(reading) if q.sort in MONETARY)
    return frozenset(event_of(reading.doc[q.head]) for q in found)


def _event(words: Span) -> Token:
    """Return what a date dates: the noun that it stands before, its event, or the verb of the clause below the event that it stands in."""
    event = event_of(words.root)
    if event != words.root.head and attributive(words):
        return words.root.head
    return event if path_to(words.root, event) is not None else verb_above(words.root)


def _spoken(words: Span, reading: Reading) -> bool:
    """Return whether a date is the "today" of a quotation: nobody knows on which day the words were said."""
    named = {t.lower_ for t in words}
    return bool(named & SPEAKER_DAYS) and reading.speech.at(words.root).direct


def _ends_span(date: Token) -> bool:
    """Return whether a date is the end of a stretch of time: "the three months to September"."""
    return case_of(date) == "to" and convertible(date.head.lemma_.lower(), "day")


def _perfect(event: Token, mention: DateMention, words: Span) -> bool:
    """Return whether a past day stands by a verb with "has", which it cannot date: "the man hurt on Monday has died"."""
    day = (
        mention.value.bound is None
        and mention.value.granularity in DAYS
        and SPEAKER_DAYS.isdisjoint(t.lower_ for t in words)
    )
    return day and any(c.dep_ == "aux" and c.lower_ in {"has", "have", "'ve", "’ve"} for c in event.children)


def _once_of_several(event: Token) -> bool:
    """Return whether a verb tells one of several times at which something was done: "filed again", "filed a third time"."""
    times = (c for c in event.children if c.lemma_.lower() == "time")
    ordinal = any("NumType=Ord" in str(g.morph) for c in times for g in c.children)
    return ordinal or any(c.dep_ == "advmod" and c.lower_ in {"again", "once", "twice"} for c in event.children)


def _claim(event: Token, mention: DateMention, head: Token, reading: Reading, *, torn: bool) -> Iterator[Claim]:
    where = event if event.pos_ in NOMINAL else head
    thing = None if torn else about(event, head, reading)
    words = (mention.first, mention.last)
    claim = framed("date", words, _as_told(mention, reading), reading, head=where, event=event, thing=thing)
    if claim is not None:
        yield claim


def _as_told(mention: DateMention, reading: Reading) -> Period:
    """Return the period of a date, by name the day as told where the day of the week beside it is not that of the date ("Monday, Oct. 11")."""
    days, told = mention.value.days(), _weekdays(reading.doc[mention.first : mention.last + 1].text)
    if not days or days[0] != days[1] or len(told) != 1 or WEEKDAYS[days[0].weekday()] in told:
        return mention.value
    return replace(mention.value, name=f"{min(told)}, {mention.value.label()}")


def _weekdays(words: str) -> frozenset[str]:
    return frozenset(d for d in WEEKDAYS if d in words)


def compare(left: Claim, right: Claim) -> Relation:
    """Return how the two periods lie in time, to the day where one tells no more; the same words that point from two days of publication
    ("tonight") do not contradict each other, for one text may be a copy of the other. A day told with another's weekday contradicts
    those who tell the weekday, not those who tell the date.
    """
    if not isinstance(left.value, Period) or not isinstance(right.value, Period):
        return "unknown"
    by_weekday = _by_weekday(left, right)
    if by_weekday is not None:
        return by_weekday
    relation = compare_periods(left.value, right.value)
    if relation == "disjoint" and not {PERIOD, SAID}.isdisjoint((left.topic, right.topic)):
        return "unknown"
    days = left.value.days()
    other_day = days != right.value.days()
    if (
        relation == "contains"
        and not other_day
        and days
        and days[0] == days[1]
        and "day" in {p.granularity for p in (left.value, right.value)}
    ):
        return "equal"
    if relation != "disjoint" or not other_day:
        return relation
    if _same_pointing(left, right):
        return "unknown"
    return "overlaps" if days and _alike_as_told(left, right) else relation


def _by_weekday(left: Claim, right: Claim) -> Relation | None:
    """Return how a day that is told with another's weekday lies to one that is told by its weekday, None for all others."""
    periods = [c.value for c in (left, right) if isinstance(c.value, Period)]
    values = [v for v in periods if v.granularity == "day" and v.bound is None]
    told = [_weekdays(c.location.quote) for c in (left, right)]
    days = [span for v in values if (span := v.days())]
    if len(days) < 2 or {*map(len, told)} != {1} or all(v.name is None for v in values):
        return None
    if told[0] == told[1]:
        return "equal" if abs((days[0][0] - days[1][0]).days) < A_WEEK else None
    return "disjoint" if days[0] == days[1] else None


def _meets(left: Claim, right: Claim) -> bool:
    """Return whether two dates can be of one fact: the day of a saying, or the period of a figure, is not another day's."""
    return {PERIOD, SAID}.isdisjoint((left.topic, right.topic)) or compare(left, right) != "unknown"


def _same_pointing(left: Claim, right: Claim) -> bool:
    """Return whether two claims name their days by the same words, without figures."""
    a, b = (POINTING.sub("", c.location.quote.lower()) for c in (left, right))
    return not any(ch.isdigit() for ch in a + b) and set(a.split()) & set(b.split()) & DEICTIC != set()


def _alike_as_told(left: Claim, right: Claim) -> bool:
    """Return whether two days differ in nothing that both texts state: the year is told by one alone, or one tells the day of the week alone."""
    a, b = (c.value.days() for c in (left, right) if isinstance(c.value, Period))
    if not a or not b or a[0] != a[1] or b[0] != b[1]:
        return False
    quotes = left.location.quote, right.location.quote
    if (a[0].month, a[0].day) == (b[0].month, b[0].day):
        return not all(YEAR.search(quote) for quote in quotes)
    return abs((a[0] - b[0]).days) == A_WEEK and any(deictic(quote) for quote in quotes)


def _plain(claim: Claim) -> bool:
    """Return whether a date is not counted back from a day of speaking that is not told."""
    return not AGO.search(claim.location.quote)


KIND = ClaimKind(
    name="date",
    focus="time",
    extract=extract,
    values=compare,
    slots=(
        Slot.EVENT,
        Slot.OCCASION,
        Slot.DAY,
        Slot.LEAD,
        Slot.PLACE,
        Slot.NAMES,
        Slot.ARTICLES,
        Slot.BRIEF,
        Slot.SENTENCE,
        *AS_READ,
    ),
    blocks=(Slot.EVENT,),
    title=of_clause,
    plain=_plain,
    meets=_meets,
    contested=beside_another,
    masked=lambda _: f"{MASK} {DAY}",
    stakes=DATES,
)
