"""Shares beside "so many of so many", margins beside their score, and "down from" a lower figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, groupby

from verify.checks.base import Subject
from verify.checks.reckoning.misfit import Misfit
from verify.checks.twice import word_lists
from verify.claims import kind_of
from verify.claims.quantity.lexicon import ends_before
from verify.claims.quantity.numerals import numerals
from verify.model import Claim, Span
from verify.values.amounts import figures
from verify.values.interval import Interval

FIGURE = r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}"
SHARE = (
    r"[^.;%]{0,40}?[,(] ?(?:or |that is |about |around |some |nearly )*(?P<share>\d+(?:\.\d+)?) ?(?:percent|per cent|%)"
)
OF = re.compile(
    rf"(?<![\d.,$€£])(?P<part>{FIGURE}) (?:out )?of (?:the |its |their |all )?(?P<whole>{FIGURE})(?![\d.%]){SHARE}"
)
OF_FIRST = re.compile(
    rf"\b[Oo]f (?:the |its |their |all )?(?P<whole>{FIGURE})(?![\d.%])(?: [a-z]+){{0,5}}, (?P<part>{FIGURE})(?![\d.%]){SHARE}"
)
MARGIN = re.compile(
    r"\bby (?P<margin>[a-z]+|\d+) (?:percentage )?(?P<unit>[a-z]+),? \(?(?P<more>\d{1,3})%? ?(?:to |-|–) ?(?P<less>\d{1,3})\b(?![.,]\d)"
)
MAJORITY = re.compile(
    rf"\b(?:majority|margin) of (?P<margin>{FIGURE}|[a-z]+)(?!\d| ?(?:percent|per cent|%)|[-.,]\d|-[a-z]| to )"
)
SIDES = (
    re.compile(
        rf"(?<![\d.,/-])(?P<more>{FIGURE})(?: [a-z]+)? (?:in favou?r|for|yes)\b[^.;]{{0,20}}?"
        rf"(?<![\d.,/-])(?P<less>{FIGURE})(?: [a-z]+)? (?:against|opposed|no)\b"
    ),
    re.compile(
        rf"(?<![\d.,/-])(?<![Ff]rom )(?<![Bb]etween )(?<![Aa]ged )(?P<more>{FIGURE})(?: votes)? to (?P<less>{FIGURE})(?![\d%]|[.,]\d| [a-z])"
    ),
)
"""The two sides of a vote: "98 in favour and 71 against", "52 to 36"."""
SHIFT = re.compile(r"\b(?P<way>up|down)\s+from\s+(?:an?\s+[a-z]+\s+(?:of\s+)?)?$", re.I)
ROUNDING = 1.0
"""Percentage points by which a share may be rounded."""


def misfit_ratios(subject: Subject) -> Iterator[Misfit]:
    """Yield the shares, margins and changes of an article that the figures beside them contradict."""
    for sentence, group in groupby(subject.claims, key=lambda c: c.sentence):
        claims = list(group)
        yield from _shares(sentence, claims, subject)
        yield from _margins(sentence, claims, subject)
        yield from _shifts(claims, subject)


def _shares(sentence: Span, claims: list[Claim], subject: Subject) -> Iterator[Misfit]:
    text = subject.reading.article.text
    for m in chain(*(p.finditer(text, sentence.start, sentence.end) for p in (OF, OF_FIRST))):
        part, whole = _whole(m["part"]), _whole(m["whole"])
        claim = next((c for c in claims if c.location.start <= m.start("share") < c.location.end), None)
        if claim is not None and 0 < part <= whole and abs(100 * part / whole - float(m["share"])) > ROUNDING:
            ends = sorted((m.span("part"), m.span("whole")))
            span = Span(start=ends[0][0], end=ends[1][1])
            yield Misfit(claim=claim, span=span, makes=f"{100 * part / whole:.0f} percent")


def _margins(sentence: Span, claims: list[Claim], subject: Subject) -> Iterator[Misfit]:
    for m in MARGIN.finditer(subject.reading.article.text, sentence.start, sentence.end):
        stated = next((n.number for n in numerals(m["margin"])), None)
        claim = next((c for c in claims if c.location.start <= m.start("margin") < c.location.end), None)
        apart = abs(int(m["more"]) - int(m["less"]))
        if claim is not None and stated != apart and m["unit"] in word_lists()["opposite"]["margins"]:
            yield Misfit(claim=claim, span=Span(start=m.start("more"), end=m.end("less")), makes=str(apart))
    yield from _majorities(sentence, claims, subject)


def _majorities(sentence: Span, claims: list[Claim], subject: Subject) -> Iterator[Misfit]:
    """Yield a majority that the two sides of its sentence do not make."""
    text = subject.reading.article.text
    stated = list(MAJORITY.finditer(text, sentence.start, sentence.end))
    sides = list(chain(*(p.finditer(text, sentence.start, sentence.end) for p in SIDES)))
    if len(stated) != 1 or len(sides) != 1:
        return
    margin = next((n.number for n in numerals(stated[0]["margin"])), None)
    apart = abs(_whole(sides[0]["more"]) - _whole(sides[0]["less"]))
    claim = next((c for c in claims if c.location.start <= stated[0].start("margin") < c.location.end), None)
    if claim is not None and margin is not None and margin != apart:
        yield Misfit(claim=claim, span=Span(start=sides[0].start(), end=sides[0].end()), makes=str(apart))


def _whole(number: str) -> int:
    return int(number.replace(",", ""))


def _shifts(claims: list[Claim], subject: Subject) -> Iterator[Misfit]:
    """Yield a figure from which another is said to be up or down, where no figure before it in the sentence is."""
    text = subject.reading.article.text
    for i, before in enumerate(claims):
        shift, value = ends_before(SHIFT, text, before.location.start), before.value
        if shift is None or not isinstance(value, Interval) or value.number is None:
            continue
        earlier = [(c, n) for c in claims[:i] if (n := _alike(c, before)) is not None]
        down = shift["way"].lower() == "down"
        if earlier and all(n > value.number if down else n < value.number for _, n in earlier):
            now, number = earlier[-1]
            if not _told_between(now, shift.start(), subject):
                span = Span(start=now.location.start, end=before.location.end)
                yield Misfit(claim=before, span=span, makes=f"{'a rise' if down else 'a fall'} to {figures(number)}")


def _alike(claim: Claim, other: Claim) -> float | None:
    """Return the number of a figure that has unit and kind of another one."""
    a, b = claim.value, other.value
    if not isinstance(a, Interval) or not isinstance(b, Interval) or a.unit != b.unit:
        return None
    return a.number if kind_of(claim).number is kind_of(other).number else None


def _told_between(now: Claim, end: int, subject: Subject) -> bool:
    """Return whether a verb or pronoun stands between a figure and an offset: what follows may then be of another figure."""
    tokens = subject.reading.doc.char_span(now.location.end, end, alignment_mode="contract")
    return tokens is not None and any(t.pos_ in {"VERB", "PRON"} for t in tokens)
