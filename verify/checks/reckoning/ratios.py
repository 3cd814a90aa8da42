"""Shares beside "so many of so many", margins beside their score, and changes whose figures go the other way ("raised to 15 from 16")."""

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
from verify.language.grammar.assertion import is_negated
from verify.language.opposites import opposite
from verify.model import Claim, Span
from verify.values.amounts import figures
from verify.values.interval import Interval

FIGURE = r"\d{1,3}(?:,\d{3})+|\d+"
OF = re.compile(
    rf"(?<![\d.,$€£])(?P<part>{FIGURE}) (?:out )?of (?:the |its |their |all )?(?P<whole>{FIGURE})(?![\d.%])"
    r"(?P<between>[^.;%]{0,40}?[,(] ?(?:or |that is |about |around |some |nearly )*)(?P<share>\d+(?:\.\d+)?) ?(?:percent|per cent|%)"
)
OF_WHOLE = re.compile(
    rf"\b[Oo]f (?:the |its |their |all )?(?P<whole>{FIGURE}) [^.;%\d]{{0,60}}?(?P<part>{FIGURE})(?![\d.%])"
    r"(?P<between>[^.;%\d]{0,60}?[,(–—] ?(?:or |that is |about |around |some |nearly )+)(?P<share>\d+(?:\.\d+)?) ?(?:percent|per cent|%)"
)
MARGIN = re.compile(
    r"\bby (?P<margin>[a-z]+|\d+) (?:percentage )?(?P<unit>[a-z]+),? \(?(?P<more>\d{1,3})%? ?(?:to |-|–) ?(?P<less>\d{1,3})\b(?![.,]\d)"
)
SHIFT = re.compile(r"\b(?P<way>up|down)\s+from\s+(?:an?\s+[a-z]+\s+(?:of\s+)?)?$", re.I)
LED_FROM = re.compile(r"\bfrom\b", re.I)
TO, FROM = re.compile(r"\bto\s+(?:an?\s+)?$", re.I), re.compile(r"\bfrom\s+(?:an?\s+)?$", re.I)
ROUNDING = 1.0
"""Percentage points by which a share may be rounded."""


def misfit_ratios(subject: Subject) -> Iterator[Misfit]:
    """Yield the shares, margins and changes of an article that the figures beside them contradict."""
    for sentence, group in groupby(subject.claims, key=lambda c: c.sentence):
        claims = list(group)
        yield from _shares(sentence, claims, subject)
        yield from _margins(sentence, claims, subject)
        yield from _shifts(claims, subject)
        yield from _moves(sentence, claims, subject)


def _shares(sentence: Span, claims: list[Claim], subject: Subject) -> Iterator[Misfit]:
    text = subject.reading.article.text
    for m in (m for found in (OF, OF_WHOLE) for m in found.finditer(text, sentence.start, sentence.end)):
        part, whole = (int(m[name].replace(",", "")) for name in ("part", "whole"))
        claim = next((c for c in claims if c.location.start <= m.start("share") < c.location.end), None)
        if claim is not None and 0 < part <= whole and abs(100 * part / whole - float(m["share"])) > ROUNDING:
            ends = sorted((*m.span("part"), *m.span("whole")))
            span = Span(start=ends[0], end=ends[-1])
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


def _moves(sentence: Span, claims: list[Claim], subject: Subject) -> Iterator[Misfit]:
    """Yield the figure from which another moves "to … from …" or "from … to …", where the verb before them says the other way."""
    text = subject.reading.article.text
    for claim in claims:
        ends = claim.value.stated if isinstance(claim.value, Interval) and claim.value.bound == "range" else None
        moved = isinstance(ends, tuple) and LED_FROM.search(claim.location.quote) is not None
        if isinstance(ends, tuple) and moved and (ends[1] - ends[0]) * _way(sentence, claim, subject) < 0:
            span = Span(start=claim.location.start, end=claim.location.end)
            yield Misfit(claim=claim, span=span, makes="a rise" if ends[1] > ends[0] else "a fall")
    for a, b in pairwise(c for c in claims if isinstance(c.value, Interval)):
        led = [(_led(c, TO, text), _led(c, FROM, text)) for c in (a, b)]
        if led not in ([(True, False), (False, True)], [(False, True), (True, False)]):
            continue
        now, before = (a, b) if led[0][0] else (b, a)
        way = _way(sentence, a, subject)
        x, y = (c.value.number if isinstance(c.value, Interval) else None for c in (now, before))
        alike = kind_of(now).number is kind_of(before).number and a.value.unit == b.value.unit  # type: ignore[attr-defined]
        if way and alike and x is not None and y is not None and (x - y) * way < 0:
            span = Span(start=a.location.start, end=b.location.end)
            yield Misfit(claim=before, span=span, makes=f"{'a rise' if x > y else 'a fall'} to {figures(x)}")


def _led(claim: Claim, by: re.Pattern[str], text: str) -> bool:
    return ends_before(by, text, claim.location.start) is not None


def _way(sentence: Span, claim: Claim, subject: Subject) -> int:
    """Return whither the nearest verb before a figure moves it: 1 up, -1 down, 0 where none does, or the verb is denied."""
    tokens = subject.reading.doc.char_span(sentence.start, claim.location.start, alignment_mode="contract")
    verbs = [t for t in tokens or () if t.pos_ == "VERB"]
    if not verbs or is_negated(verbs[-1]):
        return 0
    lemma = verbs[-1].lemma_.lower()
    return opposite(lemma, "fall") - opposite(lemma, "rise")
