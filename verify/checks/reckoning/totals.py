"""Totals and majorities that the numbers beside them miss by a figure: "214 passengers and a crew of 27 … the 251 people on board".

That a number is a total, or a difference, is told by the words beside it; that it is wrong by the numbers of its sentence and those beside it, of
which none make it and some make one that is a figure off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verify.checks.base import Subject
from verify.checks.reckoning.factors import SCALE_WORDS
from verify.checks.reckoning.misfit import Misfit
from verify.checks.spelling import a_letter_off
from verify.claims import Number, kind_of
from verify.claims.quantity.lexicon import ends_before
from verify.claims.quantity.numerals import Numeral, numerals
from verify.model import Claim, Span
from verify.values.amounts import figures
from verify.values.comparison import converted
from verify.values.interval import Interval

TOTAL_BEFORE = re.compile(
    r"\b(?:total of|combined|mak(?:es?|ing)|adds? up to|(?:bring(?:s|ing)|brought|takes|taking) (?:the|its) (?:total|number|toll) to)\s+(?:about )?$",
    re.I,
)
TOTAL_BEHIND = re.compile(r"(?: [a-z]+)?,? (?:in all|in total|altogether|combined|on board|aboard)\b")
MAJORITY = re.compile(
    r"\b(?:majority|margin) of (?P<margin>[\d,]*\d|[a-z]+)(?!\d| ?(?:percent|per cent|%)|[-.,]\d|-[a-z]| to )"
)
MOST_PARTS, NEAR = 5, 2
"""Parts of a total that are looked at, and the sentences before its own in which they may stand."""


def misfit_totals(subject: Subject) -> Iterator[Misfit]:
    """Yield the totals that no numbers before them make, where some make one a figure off."""
    numbers = [c for c in subject.claims if _number(c) is not None]
    numbers.sort(key=lambda c: c.location.start)
    for at, whole in enumerate(numbers):
        if _is_total(whole, subject):
            parts = [c for c in numbers[:at] if _near(c, whole, subject) and _in_unit(c, whole) is not None]
            yield from _misfit(whole, parts[-MOST_PARTS:], subject)


def _number(claim: Claim) -> float | None:
    """Return the exact number of a count or an amount."""
    value = claim.value
    if not isinstance(value, Interval) or value.bound != "exact" or claim.negated or not value.number:
        return None
    return float(value.number) if kind_of(claim).number in {Number.COUNT, Number.AMOUNT} else None


def _is_total(claim: Claim, subject: Subject) -> bool:
    text, where = subject.reading.article.text, claim.location
    return TOTAL_BEHIND.match(text, where.end) is not None or ends_before(TOTAL_BEFORE, text, where.start) is not None


def _near(part: Claim, whole: Claim, subject: Subject) -> bool:
    """Return whether a number stands before another in its sentence or the two before."""
    between = [s for s in subject.reading.sentences if part.sentence.end <= s.span.start < whole.sentence.start]
    return (
        len(between) < NEAR
        and part.location.end <= whole.location.start
        and (part.kind == whole.kind or _bare(part) or _bare(whole))
    )


def _bare(part: Claim) -> bool:
    """Return whether a number has a scale and no unit ("400 million from Seoul"): it is of that of its whole."""
    return (
        SCALE_WORDS.search(part.location.quote) is not None
        and isinstance(part.value, Interval)
        and part.value.unit is None
    )


def _in_unit(part: Claim, whole: Claim) -> float | None:
    """Return the number of a part in the unit of its whole."""
    if not isinstance(part.value, Interval) or not isinstance(whole.value, Interval):
        return None
    alike = part.value.unit == whole.value.unit or _bare(part) or _bare(whole)
    there = part.value if alike else converted(part.value, whole.value.unit or "")
    return None if there is None or there.number is None else float(there.number)


def _misfit(whole: Claim, parts: Sequence[Claim], subject: Subject) -> Iterator[Misfit]:
    wanted = figures(_number(whole) or 0)
    sums = [(figures(sum(_in_unit(p, whole) or 0 for p in parts[-n:])), parts[-n]) for n in range(2, len(parts) + 1)]
    if wanted in {total for total, _ in sums}:
        return
    for total, first in [x for x in sums if _a_figure_off(x[0], wanted)][:1]:
        yield Misfit(claim=whole, span=Span(start=first.location.start, end=parts[-1].location.end), makes=total)


def _a_figure_off(left: str, right: str) -> bool:
    """Return whether two numbers of more than one figure are as long and differ in one, or have two exchanged."""
    return len(left) == len(right) > 1 and a_letter_off(left, right)


def misfit_majorities(subject: Subject) -> Iterator[Misfit]:
    """Yield the majorities that no two numbers beside them leave, where two leave one a figure off."""
    text, sentences = subject.reading.article.text, subject.reading.sentences
    for at, sentence in enumerate(sentences):
        stated = list(MAJORITY.finditer(text, sentence.span.start, sentence.span.end))
        claim = next(
            (c for c in subject.claims for m in stated if c.location.start <= m.start("margin") < c.location.end), None
        )
        margin = next((n.number for m in stated for n in numerals(m["margin"])), None)
        if len(stated) != 1 or claim is None or margin is None:
            continue
        near = sentences[max(0, at - 1) : at + 2]
        sides = [n for n in _votes(text, near[0].span.start, near[-1].span.end) if n.number > margin]
        left = [(figures(float(abs(a.number - b.number))), a, b) for a, b in pairwise(sides)]
        wanted = figures(float(margin))
        if wanted in {apart for apart, _, _ in left}:
            continue
        for apart, a, b in [x for x in left if _a_figure_off(x[0], wanted)][:1]:
            yield Misfit(claim=claim, span=Span(start=a.start, end=b.end), makes=apart)


def _votes(text: str, start: int, end: int) -> list[Numeral]:
    """Return the plain whole numbers of a stretch of text."""
    found = [n for n in numerals(text) if start <= n.start and n.end <= end]
    return [n for n in found if not (n.vague or n.share or n.sign) and n.scale == 1 and n.number == int(n.number)]
