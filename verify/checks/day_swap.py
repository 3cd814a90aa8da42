"""Look for one event that an article puts on two days of the week.

A lead that has the fire on Monday where the body has it on Tuesday sends every reader away with one wrong day in two. Two sentences are held
against each other where they name different days; what they have in common (rare words, people, the kind of event, the part of the day) and
how often the article names either day is added up. Where the days can both be meant, because one sentence names both, one is still to come, or
they are dated a week apart, nothing is said.

Flags: "The bakery on Mill Road burned down on Monday night. […] The fire at the bakery on Mill Road on Tuesday night began in the oven."
Silent: "The bakery burned down on Monday night. On Tuesday the baker thanked the firefighters." (two events)
Silent: "The bakery burned down on Monday and will open again on Friday." (one day is still to come)

It cannot see a wrong day that the article gives once only, nor days that are given as dates or as "yesterday".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from verify.align.witnesses import Doubt, doubts, setting
from verify.checks.base import Check, Subject, asked
from verify.language.accounts import Account, account
from verify.language.clauses import told
from verify.language.grammar.assertion import is_ahead
from verify.language.reading import Reading
from verify.model import Flag
from verify.values.period import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTS = frozenset({"morning", "afternoon", "evening", "night"})
OLD, LAST = 2, len(WEEKDAYS) - 1
"""Days before publication from which on a day is no longer that of the news or its eve, and from which on it is as well the next one."""


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each day that another sentence puts elsewhere in the week, the likeliest witness beside it."""
    here = days(subject.reading)
    where = setting(subject.reading, here, [days(r) for r in subject.others])
    for doubt in doubts(here, "day", where, partial(_signs, reading=subject.reading)):
        yield _flag(doubt, subject)


@lru_cache(maxsize=64)
def days(reading: Reading) -> list[Account]:
    """Return the days of the week that an article names."""
    named = (t for s in reading.sentences for t in s.tokens if t.text in WEEKDAYS)
    found = (
        account(t.text, t, t, reading) for t in named if reading.doc[max(0, t.i - 2) : t.i].text.lower() != "as of"
    )
    return [a for a in found if a is not None]


def _to_come(event: Token) -> bool:
    return is_ahead(event) or is_ahead(event.head) or any(c.lower_ == "until" for c in event.children)


def _shift(a: Account) -> str | None:
    before = a.first.doc[a.first.i - 1].lower_ if a.first.i else ""
    return before if before in told("shifts") else None


def _beside(a: Account) -> set[str]:
    """Return the noun before a day ("news conference Monday") and the one it belongs to ("Monday's report")."""
    before = a.first.doc[a.first.i - 1] if a.first.i else a.first
    near = [t for t in (before, a.last.head if a.last.dep_ == "nmod:poss" else before) if t.pos_ == "NOUN"]
    return {t.lemma_.lower() for t in near} - PARTS


def _after(a: Account, within: int) -> list[str]:
    return [t.text for t in a.first.doc[a.last.i + 1 : a.last.i + 1 + within]]


def _dated(a: Account) -> bool:
    return any(word[:3] == m[:3] for word in _after(a, 2) for m in MONTHS if word[:1].isupper())


def _earlier_week(a: Account, reading: Reading) -> bool:
    """Return whether a day bears a date of a week before that of publication, so that a bare day is another."""
    published = reading.article.published
    found = next((d.value.days() for d in reading.dates if d.first <= a.first.i <= d.last), None)
    return _dated(a) and published is not None and found is not None and (published - found[1]).days >= len(WEEKDAYS)


def _signs(doubtful: Account, other: Account, *, reading: Reading) -> list[str] | None:
    """Return what the days themselves say: the words beside them, how far they lie apart and from the day of publication.

    Both are meant where one is still to come, they belong to different weeks, or both bear their dates.
    """
    if _to_come(doubtful.event) != _to_come(other.event) or _shift(doubtful) != _shift(other):
        return None
    if _dated(doubtful) and _dated(other):
        return None
    if _earlier_week(doubtful, reading) != _earlier_week(other, reading):
        return None
    parts = [next((w for w in _after(x, 1) if w in PARTS), None) for x in (doubtful, other)]
    out = ["same part of the day" if parts[0] == parts[1] else "other part of the day"] if all(parts) else []
    a, b = (WEEKDAYS.index(x.value) for x in (doubtful, other))
    signs = {
        "same word beside it": bool(_beside(doubtful) & _beside(other)),
        "the day before or after": (a - b) % len(WEEKDAYS) in {1, LAST},
    }
    return [*out, *(label for label, holds in signs.items() if holds), *_age(a, reading)]


def _age(day: int, reading: Reading) -> Iterator[str]:
    """Yield how long before publication a day of the week was: one that is the next, too, is hardly meant for that of a week ago."""
    published = reading.article.published
    age = (published.weekday() - day) % len(WEEKDAYS) if published is not None else 0
    if age >= OLD:
        yield "the day after publication" if age == LAST else "days before publication"


def _flag(doubt: Doubt, subject: Subject) -> Flag:
    return asked(doubt, subject, check="day-swap", question="is it one event, and on which day was it?")


CHECK = Check(name="day-swap", run=run, doc=__doc__)
