"""Look for one quantity that an article gives twice with a factor of scale or of a unit between the two.

"Million" for "billion", miles for kilometres, Fahrenheit for Celsius: each word is a right one, and the number stays the same, so that nobody
stumbles over it. Two quantities of the same thing, or an amount and one that takes it up ("the $6.4 million result"), that are apart by just such a
factor are held against each other, and so are a quantity and its conversion in brackets, which may be off by a tenth for rounding.

Flags: "The dam cost $3.2 billion. […] The $3.2 million dam opened in May."
Flags: "The village lies 31 miles (500 km) from the coast." (50 km)
Silent: "The village lies 31 miles (50 km) from the coast."
Silent: "The fund has $2 billion. It gave $2 million to the school." (two sums)

It cannot see a wrong unit that stands alone, or a factor between two articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from verify.align.blocking import MOST_BESIDE
from verify.align.within import telling, words
from verify.checks.base import Check, Subject
from verify.checks.reckoning.factors import factor, is_telling, misconverted
from verify.claims import kind_of
from verify.claims.kinship import kinship
from verify.claims.quantity.lexicon import ends_before
from verify.model import Claim, Flag
from verify.values.amounts import figures
from verify.values.interval import Interval

BRACKET = re.compile(r"\s*[(\[]\s*(?:about |around |roughly |nearly |some |or |approximately |i\.e\. )?")
DEFINITE = re.compile(r"\b(?:the|that|this)\s$", re.I)
"""What stands before an amount that was told before."""
LEAST_ROUND, LEAST = 2, 1
"""What two sentences must share where the number is round ("$2 million"), and where its figures are telling ("$3.2 million")."""


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each quantity that is a factor off another or off its own conversion."""
    found = [c for c in subject.claims if kind_of(c).number is not None and isinstance(c.value, Interval)]
    for a, b in pairwise(found):
        if a.sentence == b.sentence and (flag := _conversion(a, b, subject)):
            yield flag
    for i, a in enumerate(found):
        for b in found[i + 1 : i + 1 + MOST_BESIDE]:
            apart = factor(a, b) if a.sentence != b.sentence else None
            if apart and _one_quantity(a, b, subject):
                yield _flag(a, b, subject, apart)


def _conversion(a: Claim, b: Claim, subject: Subject) -> Flag | None:
    """Return a flag for a quantity in brackets that is not the one before them."""
    article = subject.reading.article
    between, after = article.text[a.location.end : b.location.start], article.text[b.location.end : b.location.end + 1]
    if not BRACKET.fullmatch(between) or after not in {")", "]"}:
        return None
    if not isinstance(a.value, Interval) or not isinstance(b.value, Interval):
        return None
    right = misconverted(a.value, b.value)
    if right is None:
        return None
    return Flag(
        check="unit-slip",
        severity="medium",
        confidence="high",
        message=f"“{a.location.quote}” is about {figures(_rounded(right))} {b.value.unit}, not “{b.location.quote}”: which is right?",
        primary=b.location,
        related=(a.location,),
    )


def _rounded(number: float) -> float:
    return float(f"{number:.2g}") if abs(number) < 100 else float(f"{number:.3g}")


def _one_quantity(a: Claim, b: Claim, subject: Subject) -> bool:
    """Return whether two claims measure the same: one thing and one event, or figures too telling for chance."""
    kin = kinship(a.thing, b.thing)
    if a.kind == b.kind and _taken_up(a, b, subject):
        return True
    if kin not in {"same", "broader", "unknown"} or a.kind != b.kind:
        return False
    exact = is_telling(_number(a))
    shared = telling(words(a, subject.reading) & words(b, subject.reading))
    return shared >= (LEAST if exact and kin != "unknown" else LEAST_ROUND) or (exact and kin == "same")


def _number(claim: Claim) -> float:
    return float((claim.value.number if isinstance(claim.value, Interval) else None) or 0)


def _taken_up(first: Claim, claim: Claim, subject: Subject) -> bool:
    """Return whether an amount with its telling figures is one told before ("the $6.4 million result")."""
    text, where = subject.reading.article.text, claim.location
    return is_telling(_number(first)) and ends_before(DEFINITE, text, where.start) is not None


def _flag(a: Claim, b: Claim, subject: Subject, apart: str) -> Flag:
    return Flag(
        check="unit-slip",
        severity="high",
        confidence="high" if kinship(a.thing, b.thing) == "same" else "medium",
        message=f"“{a.location.quote}” here, “{b.location.quote}” there ({apart}): is it one quantity, and which is meant?",
        primary=a.location,
        related=(b.location,),
    )


CHECK = Check(name="unit-slip", run=run, doc=__doc__)
