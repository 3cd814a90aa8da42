"""Two amounts that are one: feet and inches, hours and minutes, dollars and cents, a least and a most."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from verify.claims.quantity.amount import Written
from verify.values.figures import Number, tidy
from verify.values.units import units

LOWER, UPPER = {"at-least", "more-than"}, {"at-most", "less-than"}
PARTS = {("foot", "inch"): 12, ("pound-mass", "ounce"): 16, ("stone", "pound-mass"): 14}
SPANS = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}
"""Spans of time, which together are told in the smaller."""
AND = re.compile(r"\s+and\s+|,\s+(?:and\s+)?|\s", re.IGNORECASE)
HALF = re.compile(r"\s+and\s+a\s+(half|quarter)\b(?!-)", re.IGNORECASE)
CENTS = 100
INCHES = re.compile(r"\s?in\b\.?|(?=[\s,.;)]|$)")
"""Behind the figures of inches, or nothing: "6-foot-9"."""
BOTH = re.compile(r",?\s*(?:(?:and|but)\s+)?")


def compounded(text: str, amounts: Sequence[Written]) -> list[Written]:
    """Return the amounts with "5 feet 2 inches", "a year and a half" and "three dollars and 50 cents" as one each."""
    halved = [_halved(text, a) for a in amounts]
    timed = [a for run in _runs(text, halved) for a in _summed(run)]
    return _folded(timed, lambda a, b: _compound(text, a, b))


def _runs(text: str, amounts: Sequence[Written]) -> list[list[Written]]:
    """Return the amounts with all that stand side by side, each of time, in one list."""
    out: list[list[Written]] = []
    for amount in amounts:
        beside = bool(out) and AND.fullmatch(text[out[-1][-1].end : amount.core]) is not None
        if beside and _plain_time(out[-1][-1]) and _plain_time(amount):
            out[-1].append(amount)
        else:
            out.append([amount])
    return out


def _plain_time(amount: Written) -> bool:
    return amount.unit in {u for pair in SPANS for u in pair} and amount.last is None and amount.number.high is None


def _summed(run: Sequence[Written]) -> Sequence[Written]:
    """Return a time told in parts as one, in its smallest part; parts that do not make one another up are left."""
    sizes = [SPANS.get((a.unit or "", b.unit or ""), 0) for a, b in pairwise(run)]
    if any(b.number.number >= size for b, size in zip(run[1:], sizes, strict=True)):
        return run
    total = run[0].number.number
    for part, size in zip(run[1:], sizes, strict=True):
        total = total * size + part.number.number
    first, last = run[0], run[-1]
    number = replace(last.number, number=tidy(total)) if len(run) > 1 else first.number
    return [replace(last, start=first.start, core=first.core, number=number)]


def _halved(text: str, amount: Written) -> Written:
    """Return an amount with the half of its unit that stands behind it: "an hour and a half"."""
    found = HALF.match(text, amount.end) if amount.unit and amount.unit in units() else None
    if found is None:
        return amount
    more, end = Fraction(1, 2 if found[1].lower() == "half" else 4), found.end()
    number = replace(amount.number, number=_plain(amount.number.number + more), end=end, grain=tidy(float(more) / 10))
    return replace(amount, end=end, stop=end, number=number)


def bracketed(text: str, amounts: Sequence[Written]) -> list[Written]:
    """Return the amounts with "more than 20 and less than 35" as one range."""
    return _folded(amounts, lambda a, b: _bracket(text, a, b))


def _folded(amounts: Sequence[Written], join: Callable[[Written, Written], Written | None]) -> list[Written]:
    out: list[Written] = []
    for amount in amounts:
        within = bool(out) and amount.core < out[-1].end
        one = join(out[-1], amount) if out and not within else None
        if one is None and not within:
            out.append(amount)
        elif one is not None:
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
    inches = inches if inches and (inches[0] or text[first.end : second.core] in {"-", " "}) else None
    pair = (first.unit or "", "inch" if inches else second.unit or "")
    size = PARTS.get(pair, 0)
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


def _plain(number: Fraction | float) -> Number:
    return tidy(float(number))
