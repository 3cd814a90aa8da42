"""Two numbers that make one range, and pairs of figures that make none: scores, votes, models."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.claims.quantity.bounds import change_before
from verify.claims.quantity.lexicon import ends_before
from verify.values.figures import tidy

if TYPE_CHECKING:
    from verify.claims.quantity.amount import Written
    from verify.claims.quantity.numerals import Numeral

DASH = re.compile(r"\s*[-–—−~]\s*")
SLASH = re.compile(r"\s*/\s*")
WORD = re.compile(
    r"\s+(?:to|through|till)\s+(?:(?:as\s+(?:many|much|high)\s+as|about|around|nearly)\s+)?|-\s?to\s?-?\s?",
    re.IGNORECASE,
)
EITHER = re.compile(r"\s+or\s+(?:even\s+)?", re.IGNORECASE)
AND = re.compile(r"\s+and\s+", re.IGNORECASE)
OPENING = re.compile(r"\b(?:between|from|anywhere from)\s+$", re.IGNORECASE)
WIDEST = 4
"""How many times the first end of a range the last can be where a rise or a fall is told ("drop 10 to 15 percent")."""
BACK = re.compile(r"(?:\s+[a-z]+)?\s+from\s+")


def joined(text: str, amounts: Sequence[Written]) -> list[Written]:
    """Return the amounts with every two that make a range as one, and without pairs that are a score or a model."""
    out: list[Written] = []
    rest = list(amounts)
    while rest:
        first = rest.pop(0)
        gap = text[first.end : rest[0].core] if rest else ""
        if rest and DASH.fullmatch(gap) and not _dashed(text, first, rest[0]):
            rest.pop(0)
        elif rest and _range(text, first, rest[0], gap):
            out.append(_one(text, first, rest.pop(0), gap))
        else:
            out.append(first)
    return out


def _range(text: str, first: Written, last: Written, gap: str) -> bool:
    if first.unit and last.unit and first.unit != last.unit and not (last.unit.startswith(first.unit) and last.rate):
        return False
    if DASH.fullmatch(gap) or (SLASH.fullmatch(gap) and last.number.sign):
        return True
    before = text[max(0, first.core - 30) : first.core].lower()
    if AND.fullmatch(gap):
        return (
            re.search(r"\b(?:between|anywhere from|ranging from)\s+(?:about\s+|roughly\s+|around\s+|the\s+)?$", before)
            is not None
        )
    if BACK.fullmatch(gap):
        return first.unit == last.unit and re.search(r"\bto\s+$", before) is not None
    if EITHER.fullmatch(gap):
        single = first.number.words.lower() in {"a", "an"} and not last.unit
        return (single or not first.unit) and first.number.number < last.number.number <= 2 * first.number.number
    return WORD.fullmatch(gap) is not None and _to(text, first, last, before)


def _to(text: str, first: Written, last: Written, before: str) -> bool:
    """Return whether "A to B" is a range, not a change by A to the level B, nor the two sides of a vote."""
    if re.search(r"\b(?:from|between|of|range|at)\s+(?:about\s+|roughly\s+|around\s+|a\s+|the\s+)?$", before):
        return True
    tally = not first.unit and not last.unit and first.number.number > last.number.number
    if tally or (first.unit and not last.unit):
        return False
    grows = first.number.number < last.number.number <= WIDEST * first.number.number
    if last.unit and not first.unit and not last.number.sign and grows:
        return not re.search(r"\bby\s+$", before)
    changed, _ = change_before(text, first.core, figure=True)
    return changed is None and not re.search(r"\bby\s+$", before)


def _dashed(text: str, first: Written, last: Written) -> bool:
    """Return whether figures with a dash between are a range: growing, and of something; else a score or a name."""
    if first.number.number >= last.number.number:
        return False
    if first.number.number >= 1000 and not first.unit:
        return True
    return bool(first.unit or last.unit) or re.match(r"-?\s?[a-z]", text[last.end :]) is not None


def _one(text: str, first: Written, last: Written, gap: str) -> Written:
    """Return the range of two amounts; the first takes unit and scale of the second where it has none."""
    start, end = _scaled(first.number, last.number), last.number
    backwards = BACK.fullmatch(gap) is not None
    before = ends_before(OPENING, text, first.core)
    return replace(
        first,
        start=before.start() if before else first.start,
        end=last.end,
        stop=last.stop,
        number=end if backwards else start,
        last=start if backwards else end,
        unit=last.unit or first.unit,
        sort=last.sort if last.unit else first.sort,
        rate=last.rate or first.rate,
        limit=last.limit,
        joined=last.joined,
    )


def _scaled(first: Numeral, last: Numeral) -> Numeral:
    """Give the first number of "1 to 2 million" the scale of the second."""
    if first.scale > 1 or last.scale == 1 or first.number >= last.number / last.scale:
        return first
    return replace(
        first, number=tidy(first.number * last.scale), grain=tidy(first.grain * last.scale), scale=last.scale
    )
