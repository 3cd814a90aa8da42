"""Ages told by the decade: "in his 30s", "in her early 60s"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.claims.quantity.amount import Written
from verify.claims.quantity.numerals import Numeral

WHOSE = r"\b(?:his|her|their|my|our|your)\s+"
DECADE = re.compile(rf"{WHOSE}(?:(early|mid|late)(?:[-\s]+to[-\s]+(mid|late))?[-\s]+)?([2-9])0['’]?s\b", re.IGNORECASE)
YEARS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def decades(text: str) -> Iterator[Written]:
    """Yield the ages of a sentence that are told by the decade, as ranges of years."""
    for match in DECADE.finditer(text):
        first = YEARS[match[1].lower()] if match[1] else (0, 9)
        last = YEARS[match[2].lower()] if match[2] else first
        start, end = match.start(), match.end()
        ends = [
            Numeral(start=start, end=end, number=10 * int(match[3]) + year, grain=1) for year in (first[0], last[1])
        ]
        yield Written(start=start, end=end, core=start, stop=end, number=ends[0], last=ends[1], unit="year")
