"""Ages told by the decade: "in his 30s", "in her early sixties", "in their teens", "a teenager"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.claims.quantity.amount import Written
from verify.claims.quantity.lexicon import either, table
from verify.claims.quantity.numerals import Numeral

WHOSE = r"\b(?:his|her|their|my|our|your)\s+"
TENS = {f"{word[:-1]}ies": value for word, value in table("tens").items()}
DECADE = re.compile(
    rf"{WHOSE}(?:(early|mid|late)(?:[-\s]+to[-\s]+(mid|late))?[-\s]+)?(?:([2-9])0['’]?s|({either(TENS)})|(teens))\b",
    re.IGNORECASE,
)
TEENAGER = re.compile(
    r"(?<!\bas )(?<!\bwas )(?<!\bbeen )(?<!\blike )(?<!\bnot )\b(?:(?:an?|the)\s(?:[a-z]+\s)?teenager\b|teenager(?=\s(?-i:[A-Z])))",
    re.IGNORECASE,
)
"""One who is a teenager now, not one who was, or is like one."""
TEENS = (13, 19)
YEARS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def decades(text: str) -> Iterator[Written]:
    """Yield the ages of a sentence that are told by the decade, as ranges of years."""
    for match in DECADE.finditer(text):
        first = YEARS[match[1].lower()] if match[1] else (0, 9)
        last = YEARS[match[2].lower()] if match[2] else first
        ten = 10 if match[5] else 10 * int(match[3]) if match[3] else TENS[match[4].lower()]
        yield _between(match, max(ten + first[0], TEENS[0]), ten + last[1])
    for match in TEENAGER.finditer(text):
        yield _between(match, *TEENS)


def _between(match: re.Match[str], low: int, high: int) -> Written:
    start, end = match.start(), match.end()
    ends = [Numeral(start=start, end=end, number=number, grain=1, words=match[0]) for number in (low, high)]
    return Written(start=start, end=end, core=start, stop=end, number=ends[0], last=ends[1], unit="year")
