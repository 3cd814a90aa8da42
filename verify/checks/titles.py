"""Numbers of an article's title that its text gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.align import Described, describe
from verify.align.comparable import plain, states_number
from verify.align.ladder import climb
from verify.align.levels import of_one_slot
from verify.articles import zones
from verify.checks.base import Subject
from verify.checks.spelling import a_letter_off
from verify.checks.twice import several
from verify.claims import extract, relation
from verify.claims.quantity.numerals import Numeral, numerals
from verify.language.reading import read
from verify.model import Article, Claim, Flag, Location, Span
from verify.values.interval import Interval

JOINED = re.compile(r"[\w/:–-]|\.(?=\d)")
NOUN = re.compile(r"[\s-]+([a-z]{2,}s)\b")
YEARS = range(1800, 2101)
GENERAL = frozenset({"people", "person"})
"""Nouns of which an article counts many sorts."""
LEAST_FIGURES = 3
APART = 1.5
"""How many times the other a number may be that is taken for it: in 320 stories of our own five false flags have numbers further apart, and none of
the true ones."""
ROUNDED = 0.06
"""By how much of itself a number of a title may be rounded."""


def untold_in_text(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each number of the title of which the text has another, a figure off or of the one thing that both count."""
    title, text = subject.reading.article.title or "", subject.reading.article.text
    if not title or title in text:
        return
    numbers = [n for n in numerals(title) if _alone(n, title)]
    told = list(_told_otherwise(title, subject)) if numbers else []
    for number in numbers:
        counted = (rival for where, rival in told if where.start <= number.start < where.end)
        unborne = (rival for rival in counted if not _borne_out(number, subject))
        rival = _figure_off(number, subject) or _counted(number, title, subject) or next(unborne, None)
        if rival is not None:
            yield _flag(title, title[number.start : number.end], rival)


def _borne_out(number: Numeral, subject: Subject) -> bool:
    """Return whether the text, or any other article of the story, has a number of the title."""
    others = (f"{o.article.title or ''} {o.article.text}" for o in subject.others)
    return any(number.number == n.number for text in (subject.reading.article.text, *others) for n in numerals(text))


def _told_otherwise(title: str, subject: Subject) -> Iterator[tuple[Location, Location]]:
    """Yield where a number of the title stands, and the number of its thing and event in the lead, where no such number of the text fits."""
    article = subject.reading.article
    named = Article(id=article.id, text=title, published=article.published)
    reading = read(named.with_zones(zones(named)), aliases=subject.reading.aliases)
    text = [d for d in describe([subject.reading], [subject.claims]) if _states(d)]
    for d in describe([reading], [extract(reading)]):
        rivals = [o for o in text if of_one_slot(frozenset(climb(d, o)))] if _states(d) else []
        lead = [o for o in rivals if o.claim.zone == "lead"]
        if lead and all(relation(d.claim, o.claim) == "disjoint" for o in rivals):
            yield d.claim.location, lead[0].claim.location


def _states(d: Described) -> bool:
    """Return whether a claim plainly counts several, in numbers."""
    value = d.claim.value
    return isinstance(value, Interval) and (value.number or 0) > 1 and states_number(d.claim) and plain(d)


def _alone(number: Numeral, title: str) -> bool:
    """Return whether a number is exact, no year, and no part of a name, score or address."""
    around = title[max(0, number.start - 1) : number.start] + title[number.end : number.end + 2]
    year = number.number in YEARS and number.end - number.start == 4
    return not (number.vague or number.share or year or number.number <= 1 or JOINED.match(around))


def _figure_off(number: Numeral, subject: Subject) -> Location | None:
    """Return where the text has a number as long with one figure other or two exchanged, the title's own standing nowhere."""
    article, wanted = subject.reading.article, _figures(number)
    found = [n for n in numerals(article.text) if not n.vague]
    if (len(wanted) < LEAST_FIGURES and number.scale == 1) or any(_near(float(n.number), number) for n in found):
        return None
    for n in found:
        figures = _figures(n)
        if len(figures) == len(wanted) and n.scale == number.scale and a_letter_off(figures, wanted):
            return article.location(Span(start=n.start, end=n.end))
    return None


def _figures(number: Numeral) -> str:
    return f"{float(number.number) / number.scale:g}"


def _near(value: float, number: Numeral) -> bool:
    """Return whether a number of the text is that of the title but for rounding."""
    wanted = float(number.number)
    return abs(value - wanted) <= max(ROUNDED * wanted, float(number.grain) / 2)


def _counted(number: Numeral, title: str, subject: Subject) -> Location | None:
    """Return where the text counts or measures the thing behind a number of the title, with one other number alone."""
    noun = NOUN.match(title, number.end)
    if noun is None or number.sign or noun[1] in GENERAL:
        return None
    claims = [c for c in subject.claims if _is_of(noun[1].rstrip("s"), c)]
    values = {c.value.number for c in claims if isinstance(c.value, Interval)}
    value = next(iter(values)) if len(values) == 1 else None
    if value is None or _near(value, number) or several(*claims):
        return None
    return claims[0].location if max(value, number.number) <= APART * min(value, number.number) else None


def _is_of(noun: str, claim: Claim) -> bool:
    if not isinstance(claim.value, Interval):
        return False
    head = claim.thing.head.lower() if claim.thing else ""
    return noun in {head.rstrip("s"), (claim.value.unit or "").rstrip("s")}


def _flag(title: str, words: str, rival: Location) -> Flag:
    return Flag(
        check="headline-body",
        severity="high",
        confidence="medium",
        message=f"“{words}” in the title “{title}”, “{rival.quote}” in the text: is it one fact, and which number is meant?",
        primary=rival,
    )
