"""Parts of a whole whose number stands behind them: "half of the 60 pupils" are 30 of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from verify.claims.quantity.amount import Written
from verify.values.figures import tidy

OF = re.compile(
    r"\s+(?:of\s+)?(?:the|its|his|her|their|our|these|those)\s+(?:roughly\s+|about\s+|some\s+)?$", re.IGNORECASE
)
MOST_PARTS = 100
"""Parts of which a share has no more: one of a whole has a number of its own, not a figure worked out."""

ROUNDED = 10
"""From which on a part that makes no whole number is told about: two-thirds of 100 are about 67, half of five men are nobody's number."""


def of_wholes(text: str, amounts: Sequence[Written]) -> Iterator[Written]:
    """Yield the amounts of a sentence, a share of a whole that is a plain number as the number that it is."""
    for i, amount in enumerate(amounts):
        yield _number_of(text, amount, amounts[i + 1]) if i + 1 < len(amounts) else amount


def _number_of(text: str, share: Written, whole: Written) -> Written:
    """Return a share of a whole as how many they are."""
    many = whole.number.number
    shared = share.number.share and share.unit is None and share.last is None
    single = whole.sort == "count" and not whole.number.share and whole.last is None and whole.number.high is None
    if not shared or not single or not isinstance(many, int) or not _joined(text, share, whole):
        return share
    part = Fraction(share.number.number).limit_denominator(MOST_PARTS) * many
    if part.denominator > 1 and part < ROUNDED:
        return share
    limit = share.limit if share.limit != "exact" or part.denominator == 1 else "about"
    number = replace(share.number, number=tidy(round(part)), grain=max(1, whole.number.grain), share=False)
    return replace(share, number=number, limit=limit if whole.limit == "exact" or share.limit != "exact" else "about")


def _joined(text: str, share: Written, whole: Written) -> bool:
    """Return whether a whole stands behind its share, as a number of its own: not the 60 of "half of the 60-member council"."""
    return OF.fullmatch(text[share.end : whole.core]) is not None and not whole.joined
