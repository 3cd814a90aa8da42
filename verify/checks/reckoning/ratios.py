"""Shares beside "so many of so many", margins beside their score, and "down from" a lower figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from verify.checks.base import Subject
from verify.checks.reckoning.misfit import Misfit
from verify.checks.twice import word_lists
from verify.claims import kind_of
from verify.claims.quantity.lexicon import ends_before
from verify.claims.quantity.numerals import numerals
from verify.model import Claim, Span
from verify.values.amounts import figures
from verify.values.interval import Interval

FIGURE = r"\d{1,3}(?:,\d{3})+|\d+"
OF = re.compile(
    rf"(?<![\d.,$€£])(?P<part>{FIGURE}) (?:out )?of (?:the |its |their |all )?(?P<whole>{FIGURE})(?![\d.%])"
    r"(?P<between>[^.;%]{0,40}?[,(] ?(?:or |that is |about |around |some |nearly )*)(?P<share>\d+(?:\.\d+)?) ?(?:percent|per cent|%)"
)
MARGIN = re.compile(
    r"\bby (?P<margin>[a-z]+|\d+) (?:percentage )?(?P<unit>[a-z]+),? \(?(?P<more>\d{1,3})%? ?(?:to |-|–) ?(?P<less>\d{1,3})\b(?![.,]\d)"
)
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
    for m in OF.finditer(subject.reading.article.text, sentence.start, sentence.end):
        part, whole = (int(m[name].replace(",", "")) for name in ("part", "whole"))
        claim = next((c for c in claims if c.location.start <= m.start("share") < c.location.end), None)
        if claim is not None and 0 < part <= whole and abs(100 * part / whole - float(m["share"])) > ROUNDING:
            span = Span(start=m.start("part"), end=m.end("whole"))
            yield Misfit(claim=claim, span=span, makes=f"{100 * part / whole:.0f} percent")


def _margins(sentence: Span, claims: list[Claim], subject: Subject) -> Iterator[Misfit]:
    for m in MARGIN.finditer(subject.reading.article.text, sentence.start, sentence.end):
        stated = next((n.number for n in numerals(m["margin"])), None)
        claim = next((c for c in claims if c.location.start <= m.start("margin") < c.location.end), None)
        apart = abs(int(m["more"]) - int(m["less"]))
        if claim is not None and stated != apart and m["unit"] in word_lists()["opposite"]["margins"]:
            yield Misfit(claim=claim, span=Span(start=m.start("more"), end=m.end("less")), makes=str(apart))


def _shifts(claims: list[Claim], subject: Subject) -> Iterator[Misfit]:
    """Yield a figure from which another is said to be up or down, where it is not."""
    text = subject.reading.article.text
    for now, before in pairwise(c for c in claims if isinstance(c.value, Interval)):
        shift = ends_before(SHIFT, text, before.location.start)
        if shift is None or not isinstance(now.value, Interval) or not isinstance(before.value, Interval):
            continue
        x, y = now.value.number, before.value.number
        alike = now.value.unit == before.value.unit and kind_of(now).number is kind_of(before).number
        if alike and x is not None and y is not None and (x >= y) == (shift["way"].lower() == "down"):
            span = Span(start=now.location.start, end=before.location.end)
            yield Misfit(claim=before, span=span, makes=f"{'a rise' if x > y else 'a fall'} to {figures(x)}")
