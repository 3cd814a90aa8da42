"""Quotations matched across the outlets of each story, counted by grade; the altered ones are printed with their difference.

usage: python benchmarks/quotations.py FOLDER   (a folder of stories, each a folder of articles)
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from verify import Claim, extract_claims
from verify.articles import read_stories
from verify.values.words import GRADES, Comparison, grade

SHOWN = frozenset({"altered", "polarity-altered"})
Match = tuple[Claim, Claim, Comparison]


def main(root: str) -> int:
    """Print the altered quotations of each story, then how many pairs of quotations have each grade."""
    counts: Counter[str] = Counter()
    for story in read_stories([Path(root)]):
        for left, right, found in matches([c for a in story.articles for c in extract_claims(a) if c.kind == "quote"]):
            counts[found.grade] += 1
            if found.grade in SHOWN:
                print(f"{story.name} {found.grade}:", *(f"[-{c.left}-]{{+{c.right}+}}" for c in found.changes))
                print(*(f"  {c.article} ({c.speech.speaker}): {c.value.words}" for c in (left, right)), sep="\n")
    print(json.dumps({g: counts[g] for g in GRADES if counts[g]}))
    return 0


def matches(claims: Sequence[Claim]) -> Iterator[Match]:
    """Yield, for each quotation and each other article, the quotation there that gives its words most faithfully."""
    best: dict[tuple[str, str], Match] = {}
    for a, b in combinations(claims, 2):
        found = grade(a.value, b.value) if a.article != b.article else Comparison(grade="different")
        if found.grade == "different":
            continue
        for key in ((a.id, b.article), (b.id, a.article)):
            if key not in best or GRADES.index(found.grade) < GRADES.index(best[key][2].grade):
                best[key] = (a, b, found)
    yield from {(a.id, b.id): (a, b, found) for a, b, found in best.values()}.values()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
