"""Two ages of one bearer: by a role that one person of the article has ("the captain, 44"), of a thing ("the ferry is 31 years old"), or taken up as
"the 61-year-old" or "he is 61".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verify.checks.base import Subject
from verify.checks.twice import word_lists
from verify.model import Flag, Location, Span

BORNE = re.compile(
    r"(?:\b(?P<article>[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?P<role>[a-z]+(?: [a-z]+)?)|\b[A-Z][\w’'-]+), "
    r"(?:(?:who (?:is|turned)|aged) )?(?P<age>[1-9]\d)(?=[,.;)]| (?:in|on|last|this|and)\b)"
    r"|\b[Tt]he (?P<thing>[a-z]+) is (?P<old>[1-9]\d) years old\b"
)
TAKEN_UP = re.compile(
    r"(?<!, )\b[Tt]he (?:[a-z-]+ )?(?P<age>[1-9]\d)-year-old\b(?!,? who was)(?: (?P<noun>[a-z]+))?"
    r"|(?<=[.!?]\s)S?[Hh]e is (?P<now>[1-9]\d)(?=[,.;]| years old| and )"
)
NEAR = 3
"""Years within which an age is taken for another one mistaken: of seven such in our own stories six are, in 505 real articles there are two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """An age and where it stands, with the word for a thing that is so old."""

    years: int
    where: Location
    thing: str | None = None


def two_ages(subject: Subject) -> Iterator[tuple[Location, Location]]:
    """Yield the second and the first age of one bearer whose two ages differ."""
    borne = _borne(subject)
    for ages in borne.values():
        other = next((a for a in ages if a.years != ages[0].years), None)
        if other is not None:
            yield other.where, ages[0].where
    yield from _taken_up([a for ages in borne.values() for a in ages], subject)


def _borne(subject: Subject) -> Mapping[str, Sequence[Aged]]:
    """Return the ages set off behind a name or a role, those of one definite role together."""
    text, out = subject.reading.article.text, defaultdict(list)
    common = word_lists()["people"]["words"]
    for sentence in subject.reading.sentences:
        for m in BORNE.finditer(text, sentence.span.start, sentence.span.end):
            one = (m["article"] or "").lower() == "the" and m["role"].split()[-1] not in common
            out[m["role"] if one else f"{m.start()}"].append(_aged(m, subject, "age" if m["age"] else "old"))
    return out


def _taken_up(known: Sequence[Aged], subject: Subject) -> Iterator[tuple[Location, Location]]:
    """Yield an age that nobody of the article has, by which somebody is taken up who has another, a few years off or with its digits exchanged; of
    "he is 54" whoever was told of last.
    """
    text, common = subject.reading.article.text, word_lists()["people"]["words"]
    for sentence in subject.reading.sentences:
        for m in TAKEN_UP.finditer(text, sentence.span.start, sentence.span.end):
            found = _aged(m, subject, "age" if m["age"] else "now")
            before = sorted(
                (a for a in known if a.thing in {None, m["noun"]} and a.where.start < m.start()),
                key=lambda a: a.where.start,
            )
            near = [a for a in (before[-1:] if m["now"] else before) if _mistaken(a.years, found.years)]
            once = len(re.findall(rf"(?<![\d.,-]){found.years}(?![\d%]|[.,]\d)", text)) == 1
            if once and len({a.years for a in near}) == 1 and (m["noun"] or "") not in common:
                yield found.where, near[0].where


def _mistaken(left: int, right: int) -> bool:
    """Return whether of two ages one may be the other mistaken: a few years off, or with its digits exchanged."""
    return left != right and (abs(left - right) <= NEAR or str(left) == str(right)[::-1])


def _aged(m: re.Match[str], subject: Subject, group: str = "age") -> Aged:
    where = subject.reading.article.location(Span(start=m.start(group), end=m.end(group)))
    return Aged(years=int(m[group]), where=where, thing=m["thing"] if group == "old" else None)


def age_flag(here: Location, there: Location) -> Flag:
    """Return the flag that asks about two ages."""
    return Flag(
        check="role-drift",
        severity="medium",
        confidence="medium",
        message=f"“{here.quote}” here, “{there.quote}” there, of one bearer, it seems: which age is meant?",
        primary=here,
        related=(there,),
    )
