"""Look for a date that no calendar has, that fell on another day of the week than the one written with it, or that is told as past but was to come.

"Sunday, Dec. 28, 2019" was a Saturday: either the day or the date is wrong, and a reader who plans by it goes astray. A date without its year
is held against the year that puts it nearest to the day of publication, where that is known; beyond a month of it, a weekday that fits the year
before is left alone.
An event told in the past tense cannot bear a date, with its year or the weekday that fits, after that day.

Flags: "The hearing is set for Monday, March 4, 2025." (a Tuesday)
Flags: "The bridge opened on Feb. 30, 2018." (no such day)
Flags: "The bridge opened on May 9, 2024." (in an article published on May 2, 2024)
Silent: "The hearing is set for Tuesday, March 4, 2025."
Silent: "He died on a Monday in March 1972." (no day of the month)

It cannot see a wrong date whose weekday fits, or a weekday that stands in another sentence than its date.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name, monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from verify.checks.base import Check, Subject
from verify.language.clauses import told
from verify.language.grammar.assertion import is_ahead
from verify.language.reading import Reading
from verify.model import Flag, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

GRACE, FAR = timedelta(days=1), timedelta(days=366)
"""Publication may lie a day behind; a date far ahead is a forecast or a typing error of another sort."""

MONTHS = {m.lower()[:3]: i for i, m in enumerate(month_name) if m}
NEWS, AHEAD = timedelta(days=31), timedelta(days=7)
"""Days before and after publication within which a date without its year is of this one."""
WEEKDAY = r"\b(?:(?P<day_of_week>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:(?:s|nes|rs|ur)?day|s?\.?),? \(?(?:the )?)?"
MONTH = (
    r"(?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b\.?"
)
DAY = r"(?P<day>\d{1,2})(?!\d|:|,\d{3})(?:st|nd|rd|th)?"
YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
DATES = (
    re.compile(rf"{WEEKDAY}{MONTH} {DAY}{YEAR}"),
    re.compile(rf"(?<![\d.,:-]){WEEKDAY}(?<![\d.,:/–-]){DAY}(?: of)? {MONTH}{YEAR}"),
)
WEEK = {name[:3]: name for name in day_name}


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each date that is not on the calendar as written, or too late for what is told of it."""
    article = subject.reading.article
    for sentence in subject.reading.sentences:
        for m in (m for d in DATES for m in d.finditer(article.text, sentence.span.start, sentence.span.end)):
            ahead = _is_said_ahead(m, subject.reading)
            message = fault(m, published=article.published, ahead=ahead) or lateness(m, subject.reading)
            if message:
                where = article.location(Span(start=m.start(), end=m.end()))
                yield Flag(
                    check="weekday-date",
                    severity="medium",
                    confidence="high" if m["year"] else "medium",
                    message=message,
                    primary=where,
                )


def lateness(m: re.Match[str], reading: Reading) -> str | None:
    """Return what is wrong with the date of an event that is told as past and lies after the day of publication."""
    published, tokens = reading.article.published, reading.doc.char_span(m.start(), m.end(), alignment_mode="expand")
    if published is None or tokens is None:
        return None
    month, day = MONTHS[m["month"].lower()[:3]], int(m["day"])
    told = date(int(m["year"] or nearest_year(month, day, published) or published.year), month, day)
    known = m["year"] or (m["day_of_week"] and day_name[told.weekday()] == WEEK[m["day_of_week"]])
    if not known or not GRACE < told - published < FAR or not _is_past(tokens.root):
        return None
    return f"{month_name[month]} {day} is told as past in an article of {month_name[published.month]} {published.day}: which date is meant?"


def _is_said_ahead(m: re.Match[str], reading: Reading) -> bool:
    """Return whether a date is told as one to come: "next" stands before it, or "will" beside the verb above it."""
    tokens = reading.doc.char_span(m.start(), m.end(), alignment_mode="expand")
    if tokens is None:
        return False
    before = reading.doc[tokens.start - 1].lower_ if tokens.start else ""
    verb = next((t for t in tokens.root.ancestors if t.pos_ == "VERB"), None)
    return before in {"next", "coming"} or (verb is not None and any(c.lower_ == "will" for c in verb.children))


def _is_past(token: Token) -> bool:
    """Return whether a date says when something happened: it stands alone or after "on" beside a verb of the past that plans nothing."""
    case = [c.lower_ for c in token.children if c.dep_ == "case"]
    verb = token.head
    if token.dep_.split(":")[0] not in {"obl", "nmod"} or verb.pos_ != "VERB" or any(c != "on" for c in case):
        return False
    passive = verb.tag_ == "VBN" and any(c.lower_ in {"was", "were"} for c in verb.children)
    words = {verb.lemma_.lower(), *(c.lower_ for c in verb.children)}
    return (verb.tag_ == "VBD" or passive) and not is_ahead(verb) and not words & told("moved")


def fault(m: re.Match[str], *, published: date | None, ahead: bool = False) -> str | None:
    """Return what is wrong with a date, None where nothing is or where its year is not known; one that lies ahead is of no year before."""
    month, day = MONTHS[m["month"].lower()[:3]], int(m["day"])
    year = int(m["year"]) if m["year"] else nearest_year(month, day, published)
    if not 1 <= day <= (monthrange(year, month)[1] if year else (29 if month == 2 else monthrange(2000, month)[1])):
        return f"{month_name[month]} has no day {day}{f' in {year}' if m['year'] else ''}: which date is meant?"
    if year is None or m["day_of_week"] is None:
        return None
    actual = day_name[date(year, month, day).weekday()]
    before = date(year - 1, month, min(day, monthrange(year - 1, month)[1]))
    sure = (
        m["year"]
        or (ahead and published and date(year, month, day) >= published)
        or (published is not None and -AHEAD <= published - date(year, month, day) <= NEWS)
    )
    stated = WEEK[m["day_of_week"]]
    if stated in ({actual} if sure else {actual, day_name[before.weekday()]}):
        return None
    return f"{month_name[month]} {day}, {year} was a {actual}, not a {stated}: is the day or the date meant?"


def nearest_year(month: int, day: int, published: date | None) -> int | None:
    """Return the year in which a day of a month lies nearest to the day of publication, None where that is not known."""
    if published is None:
        return None
    near = {
        y: date(y, month, max(1, min(day, monthrange(y, month)[1])))
        for y in (published.year - 1, published.year, published.year + 1)
    }
    return min(near, key=lambda y: abs((near[y] - published).days))


CHECK = Check(name="weekday-date", run=run, doc=__doc__)
