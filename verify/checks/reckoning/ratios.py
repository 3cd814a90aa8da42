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
OF_BEHIND = re.compile(
    rf"(?<![\d.,])(?P<share>\d+(?:\.\d+)?) ?(?:percent|per cent|%)[^.;%\d]{{0,20}}?[,(:] ?(?:or |that is )?"
    rf"(?P<part>{FIGURE}) (?:out )?of (?:the |its |all )?(?P<whole>{FIGURE})(?![\d.%])"
)
MARGIN = re.compile(
    r"\bby (?P<margin>[a-z]+|\d+) (?:percentage )?(?P<unit>[a-z]+),? \(?(?P<more>\d{1,3})%? ?(?:to |-|–) ?(?P<less>\d{1,3})\b(?![.,]\d)"
)
SHIFT = re.compile(r"\b(?P<way>up|down)\s+from\s+(?:an?\s+[a-z]+\s+(?:of\s+)?)?$", re.I)
FRACTION_OF, PART_BEHIND = (
    re.compile(r" of (?:the |its |their |all )?"),
    re.compile(r" [a-z]+(?: [a-z]+)?,? ?[,(–—] ?(?:or |that is )?"),
)
OFF = 0.1
"""By how much of itself a part may miss a fraction."""
ROUNDING = 1.0
"""Percentage points by which a share may be rounded."""


def misfit_ratios(subject: Subject) -> Iterator[Misfit]:
    """Yield the shares, margins and changes of an article that the figures beside them contradict."""
    for sentence, group in groupby(subject.claims, key=lambda c: c.sentence):
        claims = list(group)
        yield from _shares(sentence, claims, subject)
        yield from _fractions(sentence, claims, subject)
        yield from _margins(sentence, claims, subject)
        yield from _shifts(claims, subject)


def _shares(sentence: Span, claims: list[Claim], subject: Subject) -> Iterator[Misfit]:
    text = subject.reading.article.text
    for m in chain(*(p.finditer(text, sentence.start, sentence.end) for p in (OF, OF_FIRST, OF_BEHIND))):
        part, whole = _whole(m["part"]), _whole(m["whole"])
        claim = next((c for c in claims if c.location.start <= m.start("share") < c.location.end), None)
        if claim is not None and 0 < part <= whole and abs(100 * part / whole - float(m["share"])) > ROUNDING:
            ends = sorted((m.span("part"), m.span("whole")))
            span = Span(start=ends[0][0], end=ends[1][1])
            yield Misfit(claim=claim, span=span, makes=f"{100 * part / whole:.0f} percent")


def _fractions(sentence: Span, claims: list[Claim], subject: Subject) -> Iterator[Misfit]:
    """Yield the part told behind "a third of the 90 seats" that is another share of them."""
    text = subject.reading.article.text
    found = [n for n in numerals(text[sentence.start : sentence.end]) if not n.vague]
    for share, whole, part in zip(found, found[1:], found[2:], strict=False):
        start = sentence.start
        of = FRACTION_OF.fullmatch(text, start + share.end, start + whole.start)
        behind = PART_BEHIND.fullmatch(text, start + whole.end, start + part.start)
        claim = next((c for c in claims if c.location.start <= start + part.start < c.location.end), None)
        makes = float(share.number) * float(whole.number)
        if (
            share.share
            and 0 < share.number < 1
            and of
            and behind
            and claim
            and abs(makes - float(part.number)) > OFF * makes
        ):
            yield Misfit(claim=claim, span=Span(start=start + share.start, end=start + whole.end), makes=figures(makes))


def _margins(sentence: Span, claims: list[Claim], subject: Subject) -> Iterator[Misfit]:
    for m in MARGIN.finditer(subject.reading.article.text, sentence.start, sentence.end):
        stated = next((n.number for n in numerals(m["margin"])), None)
        claim = next((c for c in claims if c.location.start <= m.start("margin") < c.location.end), None)
        apart = abs(int(m["more"]) - int(m["less"]))
        if claim is not None and stated != apart and m["unit"] in word_lists()["opposite"]["margins"]:
            yield Misfit(claim=claim, span=Span(start=m.start("more"), end=m.end("less")), makes=str(apart))


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
