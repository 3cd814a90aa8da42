"""Share of planted slips that the checks find, by check.

usage: python benchmarks/planted_slips.py FOLDER [ARTICLES] [--missed]   (the folder holds stories: folders of articles, at any depth)

One slip of each kind is planted in each article whose text allows it, by regular expressions and chance (`planting/`); the edits share no code
and no word lists with the checks. A slip counts as found where a flag of its check points at the sentence of the changed words, and as seen
where a flag of any check does. The last line is JSON.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

from planting import PLANTERS, Slip

import verify
from verify import Article, cross_check

MARGIN = 25
"""Characters beside the changed words in which a flag still points at them."""


def main(folder: str, count: str = "60", *options: str) -> None:
    """Print a table of recall per check, and the same as JSON."""
    planted, found, seen = Counter[str](), Counter[str](), Counter[str]()
    for index, article in enumerate(articles(Path(folder), int(count))):
        for kind, plant in PLANTERS.items():
            slip = plant(article.text, Random(f"{kind} {index}"))
            if slip is None:
                continue
            checks = pointing_at(slip, article)
            planted[kind] += 1
            found[kind] += kind in checks
            seen[kind] += bool(checks)
            if "--missed" in options and kind not in checks:
                print("missed", kind, article.id, repr(slip.text[max(0, slip.start - 60) : slip.end + 40]))
    tell(planted, found, seen)


def articles(folder: Path, count: int) -> list[Article]:
    """Return so many articles, spread evenly over the files of a folder."""
    files = sorted(folder.rglob("*.txt"))
    chosen = [files[i * len(files) // count] for i in range(min(count, len(files)))]
    return [a for file in chosen for a in verify.read_articles([str(file)])]


def pointing_at(slip: Slip, article: Article) -> set[str]:
    """Return the checks of which a flag points at the changed words of a planted text."""
    flags = cross_check([replace(article, text=slip.text, zones=())]).flags
    return {
        flag.check
        for flag in flags
        for place in (flag.primary, *flag.related)
        if place.start <= slip.end + MARGIN and slip.start - MARGIN <= place.end
    }


def tell(planted: Counter[str], found: Counter[str], seen: Counter[str]) -> None:
    """Print the table and the line of JSON."""
    print(f"{'check':20} {'planted':>7} {'found':>7} {'recall':>7} {'by any':>7}")
    for kind in sorted(planted):
        n = planted[kind]
        print(f"{kind:20} {n:7} {found[kind]:7} {found[kind] / n:7.0%} {seen[kind] / n:7.0%}")
    table = {k: {"planted": planted[k], "found": found[k], "by_any": seen[k]} for k in sorted(planted)}
    print(json.dumps({"planted": planted.total(), "found": found.total(), "by_check": table}))


if __name__ == "__main__":
    main(*sys.argv[1:])
