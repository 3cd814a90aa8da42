"""Percentages that cannot be: shares of one whole beyond a hundred, a rise that its own figures do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from verify.checks.base import Subject
from verify.checks.reckoning.misfit import Misfit
from verify.checks.twice import word_lists
from verify.claims import Number, kind_of
from verify.claims.quantity.lexicon import ends_before
from verify.model import Claim, Span
from verify.values.amounts import figures
from verify.values.figures import grain_of
from verify.values.interval import Interval

LEVELS = frozenset({Number.COUNT, Number.AMOUNT})
BETWEEN = re.compile(r"[\s,(]*(?:[a-z]+[\s,]+){0,4}")
FROM_TO = re.compile(r"from\b", re.I)
FROM, TO = re.compile(r"\bfrom\s+(?:an?\s+\w+\s+)?$", re.I), re.compile(r"\bto\s+(?:an?\s+\w+\s+)?$", re.I)
CHANGE = re.compile(
    r"\b(?:r[io]se|rises|risen|rising|increas\w+|gr[eo]w\w*|growth|jump\w*|climb\w*|gain\w*|up|surg\w+|soar\w*"
    r"|f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|down|cut|plung\w+|slump\w*|shr[aiu]nk\w*)\b",
    re.I,
)
NOUN = re.compile(r"\s+(?:(?:were|are|was|is)\s+)?([a-z]+)\b")
GROUP = re.compile(r"\b(?:of|among|for|in) [^,;.]{1,40},\s*$", re.I)
"""A whole of its own, named right before a share ("; of those under 35, ")."""
MULTIPLE = 0.2
"""By how much of itself a multiple may be off."""
ROUNDING, POINT, PART = 1.0, 1.0, 0.06
"""Percentage points that rounding of two shares may add; how far a stated change may be off, in points and of itself."""


def misfit_shares(subject: Subject) -> Iterator[Misfit]:
    """Yield the percentages of an article that the figures of their sentence do not allow."""
    for _, group in groupby(subject.claims, key=lambda c: c.sentence):
        claims = list(group)
        yield from _beyond_a_hundred(claims, subject)
        yield from _changes(claims, subject)
        yield from _multiples(claims, subject)


def _beyond_a_hundred(claims: Sequence[Claim], subject: Subject) -> Iterator[Misfit]:
    """Yield the second of two percentages that stand for opposite answers and make more than a hundred."""
    text = subject.reading.article.text
    for a, b in pairwise(c for c in claims if kind_of(c).number is Number.SHARE):
        x, y = _number(a), _number(b)
        first, second = text[a.location.end : b.location.start], text[b.location.end : a.sentence.end]
        if x is None or y is None or not 100 + ROUNDING < x + y <= 200 or GROUP.search(first):
            continue
        if _halves(first, second) or (_opposite(first, second) and _of(second) in {_of(first), None}):
            whole = Span(start=a.location.start, end=b.location.end)
            yield Misfit(claim=b, span=whole, makes=f"{figures(x + y)} percent")


def _changes(claims: Sequence[Claim], subject: Subject) -> Iterator[Misfit]:
    """Yield a change in percent where the figures "from … to …" of its sentence make another."""
    percents = [c for c in claims if kind_of(c).number is Number.SHARE]
    stated = _number(percents[0]) if len(percents) == 1 else None
    text = subject.reading.article.text
    if stated is None or not CHANGE.search(text[percents[0].sentence.start : percents[0].sentence.end]):
        return
    for first, last, span in _ends(claims, text):
        if min(first, last) <= 0 or not _beside(percents[0], span, text):
            continue
        change = abs(last - first) / first * 100
        error = 50 * (grain_of(first) / first + grain_of(last) / last)
        if abs(change - abs(stated)) > max(POINT, PART * change) + error:
            yield Misfit(claim=percents[0], span=span, makes=f"{change:.0f} percent")


def _multiples(claims: Sequence[Claim], subject: Subject) -> Iterator[Misfit]:
    """Yield "doubled" where the figures "from … to …" right behind it are another multiple."""
    text = subject.reading.article.text
    for claim in claims:
        times = _number(claim) if isinstance(claim.value, Interval) and claim.value.unit == "times" else None
        for first, last, span in _ends(claims, text) if times else ():
            apart = min(first, last) <= 0 or abs(last / first - (times or 0)) <= MULTIPLE * (times or 0)
            if not apart and _beside(claim, span, text):
                yield Misfit(claim=claim, span=span, makes=f"{last / first:.1f} times as much")


def _beside(percent: Claim, span: Span, text: str) -> bool:
    """Return whether a change and the figures that it leads from and to stand side by side."""
    ends = sorted(((percent.location.start, percent.location.end), (span.start, span.end)))
    return BETWEEN.fullmatch(text, ends[0][1], ends[1][0]) is not None


def _ends(claims: Sequence[Claim], text: str) -> Iterator[tuple[float, float, Span]]:
    """Yield the figures from which and to which something moves, and where they stand."""
    levels = [(c, c.value) for c in claims if kind_of(c).number in LEVELS and isinstance(c.value, Interval)]
    for claim, value in levels:
        if isinstance(value.stated, tuple) and value.bound == "range" and FROM_TO.match(claim.location.quote):
            yield *value.stated, Span(start=claim.location.start, end=claim.location.end)
    start = [(c, v) for c, v in levels if v.number and ends_before(FROM, text, c.location.start)]
    end = [(c, v) for c, v in levels if v.number and ends_before(TO, text, c.location.start)]
    if len(start) == len(end) == 1 and start[0][1].unit == end[0][1].unit:
        places = sorted((c.location.start, c.location.end) for c, _ in (start[0], end[0]))
        yield start[0][1].number or 0, end[0][1].number or 0, Span(start=places[0][0], end=places[1][1])


def _number(claim: Claim) -> float | None:
    value = claim.value
    return value.number if isinstance(value, Interval) and value.bound in {"exact", "about"} else None


def _opposite(first: str, second: str) -> bool:
    """Return whether two texts speak of two answers that exclude each other."""
    a, b = ({_stem(w) for w in re.findall(r"[a-z]+", t.lower())} for t in (first, second))
    return any((x in a and y in b) or (y in a and x in b) for x, y in word_lists()["opposite"]["answers"])


def _halves(first: str, second: str) -> bool:
    """Return whether two shares are said right before the names of two halves ("were women and", "men")."""
    nouns = [m[1] if (m := NOUN.match(t)) else "" for t in (first, second)]
    return sorted(nouns) in [sorted(pair) for pair in word_lists()["opposite"]["halves"]]


def _stem(word: str) -> str:
    return re.sub(r"(?<=\w{4})(?:es|ed|d|s|ing|e)$", "", word).rstrip("e")


def _of(text: str) -> str | None:
    """Return the whole that a share names ("of voters"), None where it names none."""
    found = re.match(r"\s*of (?:the |all )?([a-z]+)", text)
    return found[1] if found else None
