"""Two amounts that are one: feet and inches, dollars and cents, a least and a most."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from verify.claims.quantity.amount import Written
from verify.values.figures import Number, tidy

LOWER, UPPER = {"at-least", "more-than"}, {"at-most", "less-than"}
PARTS = {("foot", "inch"): 12, ("pound-mass", "ounce"): 16, ("stone", "pound-mass"): 14}
CENTS = 100
INCHES = re.compile(r"\s?in\b\.?")
BOTH = re.compile(r",?\s*(?:(?:and|but)\s+)?")


def compounded(text: str, amounts: Sequence[Written]) -> list[Written]:
    """Return the amounts with "5 feet 2 inches" and "three dollars and 50 cents" as one each."""
    return _folded(amounts, lambda a, b: _compound(text, a, b))


def bracketed(text: str, amounts: Sequence[Written]) -> list[Written]:
    """Return the amounts with "more than 20 and less than 35" as one range."""
    return _folded(amounts, lambda a, b: _bracket(text, a, b))


def _folded(amounts: Sequence[Written], join: Callable[[Written, Written], Written | None]) -> list[Written]:
    out: list[Written] = []
    for amount in amounts:
        one = join(out[-1], amount) if out else None
        if one is None:
            out.append(amount)
        else:
            out[-1] = one
    return out


def _compound(text: str, first: Written, second: Written) -> Written | None:
    size, end = _size(text, first, second)
    if not size or not re.fullmatch(r"\s*(?:and\s+)?|-", text[first.end : second.core]):
        return None
    whole = Fraction(first.number.number) + Fraction(second.number.number) / size
    number = replace(first.number, number=_plain(whole), end=second.number.end, grain=tidy(1 / size))
    return replace(first, end=end, stop=second.stop, number=number, joined=second.joined)


def _size(text: str, first: Written, second: Written) -> tuple[int, int]:
    """Return how many of the second unit make one of the first (0 where they do not), and where the second ends."""
    if first.last or second.last or not second.number.number >= 0:
        return 0, second.end
    inches = INCHES.match(text, second.end) if first.unit == "foot" and second.unit is None else None
    size = PARTS.get((first.unit or "", "inch" if inches else second.unit or ""), 0)
    if first.sort == "money" and second.unit in {"cent", "penny"} and not first.rate:
        size = CENTS
    return (size if second.number.number < size else 0), inches.end() if inches else second.end


def _bracket(text: str, first: Written, second: Written) -> Written | None:
    limits = {first.limit in LOWER, second.limit in LOWER}
    open_ends = first.limit in LOWER | UPPER and second.limit in LOWER | UPPER
    if limits != {True, False} or not open_ends or first.last or second.last or second.core == second.start:
        return None
    if not BOTH.fullmatch(text[first.end : second.start]) or (first.unit and second.unit and first.unit != second.unit):
        return None
    low, high = (first, second) if first.limit in LOWER else (second, first)
    if low.number.number >= high.number.number:
        return None
    return replace(
        second,
        start=first.start,
        core=first.core,
        number=low.number,
        last=high.number,
        limit="exact",
        unit=second.unit or first.unit,
    )


def _plain(number: Fraction) -> Number:
    return tidy(float(number))
