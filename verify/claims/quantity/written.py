"""Amounts as written: a number with its unit, its rate and its bound, or two that make a range."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verify.claims.quantity.amount import Written
from verify.claims.quantity.bounds import change_before, limit_after, limit_before
from verify.claims.quantity.excluded import excluded
from verify.claims.quantity.lexicon import ends_before, words
from verify.claims.quantity.numerals import Numeral, numerals
from verify.claims.quantity.pairs import bracketed, compounded
from verify.claims.quantity.ranges import joined
from verify.claims.quantity.units import sort_of, suffix

SIZED = re.compile(r"\b(?:measur(?:ed|ing|es)|register(?:ed|ing|s))\s+(?:about\s+)?$", re.IGNORECASE)
QUAKE = re.compile(r"(?:^|[\s-])(?:(?:earth|sea)?quake|tremor|temblor|aftershock)s?\b", re.IGNORECASE)
MILLION = 10**6
OF = re.compile(r"\s+of\b", re.IGNORECASE)
POUNDS = re.compile(r"pounds?$", re.IGNORECASE)
BEFORE = re.compile(r"([\w.]+|\()\W*$")
MOVED = re.compile(r"from\b", re.IGNORECASE)
BELOW = re.compile(r"\s+below\s+zero\b", re.IGNORECASE)
MAGNITUDE = re.compile(r"\bmagnitude[\s-]+(?:of\s+)?(?:about\s+)?$", re.IGNORECASE)


def written(text: str) -> tuple[Written, ...]:
    """Return the amounts of a sentence, ranges joined, names and dates left out."""
    barred = excluded(text)
    single = [w for n in numerals(text) if not _barred(n, barred) for w in _amount(text, n)]
    known = [_spoken(text, _magnitude(text, _frost(text, w))) for w in single if not _year(text, w)]
    ranged = joined(text, compounded(text, known))
    return tuple(_changed(text, bracketed(text, [_bounded(text, w) for w in ranged])))


def _barred(numeral: Numeral, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start < numeral.end and numeral.start < end for start, end in ranges)


def _amount(text: str, numeral: Numeral) -> Iterator[Written]:
    """Yield the numeral with what stands behind it, nothing where it is part of a longer word."""
    if numeral.unit is not None:
        yield _told(numeral, numeral.unit)
        return
    limit, reached = limit_after(text, numeral.end)
    found = suffix(text, reached, sign=numeral.sign, share=numeral.share, loose=numeral.high is not None)
    if found is None or (numeral.words.lower() in {"a", "an"} and found.unit is None):
        return
    end = found.end
    if limit == "exact":
        limit, end = limit_after(text, found.end)
    yield Written(
        start=numeral.start,
        end=end,
        core=numeral.start,
        stop=numeral.end,
        number=numeral,
        sort=found.sort,
        unit=found.unit,
        rate=found.rate,
        limit=limit,
        joined=re.match(r"[-–][A-Za-z]", text[end : end + 2]) is not None,
    )


def _magnitude(text: str, amount: Written) -> Written:
    """Read the size of an earthquake: its unit stands before the number, a quake measured it, or it is a "7.1 quake"."""
    sized = ends_before(SIZED, text, amount.core) is not None and QUAKE.search(text) is not None
    shaken = "." in text[amount.core : amount.stop] and QUAKE.match(text, amount.end) is not None
    if amount.unit is None and (sized or shaken or ends_before(MAGNITUDE, text, amount.core)):
        return replace(amount, sort="measure", unit="magnitude")
    return amount


def _frost(text: str, amount: Written) -> Written:
    """Read degrees below zero."""
    cold = BELOW.match(text, amount.end) if "degree" in (amount.unit or "") and amount.number.number > 0 else None
    if cold is None:
        return amount
    return replace(amount, end=cold.end(), number=replace(amount.number, number=-amount.number.number))


def _told(numeral: Numeral, unit: str) -> Written:
    """Return an amount whose number tells its unit; "doubled" is its own verb of change."""
    start, end, sort = numeral.start, numeral.end, sort_of(unit)
    return Written(
        start=start, end=end, core=start, stop=end, number=numeral, sort=sort, unit=unit, change=numeral.change
    )


def _spoken(text: str, amount: Written) -> Written:
    """Read a unit as the one of which the sentence speaks: "pounds" as money, also where millions of them are of nothing, and a part of a point
    as one of percentage where it speaks of rates.
    """
    spoken = {w.lower() for w in re.findall(r"[A-Za-z]+", text)}
    if amount.unit == "pound-mass" and ends_before(POUNDS, text, amount.end):
        fortune = amount.number.scale >= MILLION and not OF.match(text, amount.end)
        if fortune or spoken & words("money"):
            return replace(amount, sort="money", unit="pound sterling")
    if amount.unit == "point" and amount.number.share and spoken & words("rated"):
        return replace(amount, sort="percent", unit="percentage point")
    return amount


def _bounded(text: str, amount: Written) -> Written:
    """Return the amount with the bound before it; the nearer one of two wins."""
    limit, start = limit_before(text, amount.core)
    if limit == "exact":
        return amount
    return replace(amount, start=start, limit=limit if amount.limit == "exact" else amount.limit)


def _year(text: str, amount: Written) -> bool:
    """Return whether four plain figures are a year: after a word of time, or with nothing behind to count."""
    number = amount.number
    shown = text[number.start : number.end]
    if not re.fullmatch(r"[12][0-9]{3}", shown) or amount.sort != "count" or amount.last is not None:
        return False
    before = ends_before(BEFORE, text, number.start)
    behind = re.match(r"\s+([a-z]+)", text[amount.end :])
    plural = behind is not None and (behind[1].endswith("s") or behind[1] in {"people", "men", "women", "children"})
    after_time = before is not None and before[1].lower() in words("names", "years")
    if not 1700 <= int(number.number) <= 2100:
        return (
            after_time and behind is None and before is not None and before[1].lower() in {"in", "since", "until", "ad"}
        )
    return after_time or not plural


def _changed(text: str, amounts: Sequence[Written]) -> Iterator[Written]:
    """Yield the amounts with their change; "or" hands a change on to the number behind it."""
    end, before, previous = 0, None, None
    for amount in amounts:
        figure = amount.sort in {"money", "percent"} or amount.unit == "point"
        change, level = (amount.change, False)
        moved = amount.last is not None and amount.last.start < amount.number.start
        if change is None and not moved and not MOVED.match(text, amount.start, amount.core):
            change, level = change_before(text, amount.core, figure=figure, money=amount.sort == "money")
        if previous and _point(text, previous, amount):
            amount = replace(amount, sort="measure", unit="point")
        if before and re.fullmatch(r"\s*(?:or|,)?\s*", text[end : amount.core]) and not change:
            change = before
        previous = amount
        yield replace(amount, change=change)
        end, before = amount.end, change if not level else None


def _point(text: str, previous: Written, amount: Written) -> bool:
    """Return whether a bare number is the level of an index that moved by points: "rose 64 points to 4,577"."""
    gap = text[previous.end : amount.core]
    return previous.unit == "point" and amount.unit is None and gap.strip() == "to"
