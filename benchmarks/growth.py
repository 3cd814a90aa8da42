"""Time and memory for one story of more and more articles, alignment included.

usage: python benchmarks/growth.py [SIZE...] [--dir DIR] [--keep]      (SIZEs default to 10 30 100 200)

The articles are made of templates (synthetic.py), all of one event: every fact stands in most of them. With --dir the articles of all stories
in DIR are taken as one story, as far as they go. Each size is a process of its own. "n log n" is the time of the first size, scaled.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from math import log2
from pathlib import Path

from synthetic import story
from tables import parser, show

SIZES = (10, 30, 100, 200)


def main() -> None:
    """Measure and print the table."""
    options = parser(__doc__)
    options.add_argument("sizes", type=int, nargs="*", default=SIZES)
    options.add_argument("--dir", type=Path)
    options.add_argument("--alone", action="store_true", help="measure the one size given in this process")
    args = options.parse_args()
    if args.alone:
        print(json.dumps(measured(args.sizes[0], args.dir)))
        return
    taken = [_in_a_process(size, args.dir) for size in args.sizes]
    least, first = taken[0]["articles"], taken[0]["CPU seconds"]
    for row in taken:
        row["of n log n"] = row["CPU seconds"] / (
            first * row["articles"] * log2(row["articles"]) / (least * log2(least))
        )
    show(
        "Growth with articles",
        "`python benchmarks/growth.py`; CPU seconds from text to report, models loaded before.",
        taken,
        keep=args.keep,
    )


def measured(size: int, folder: Path | None) -> dict[str, float]:
    """Return what one story costs in this process."""
    from verify import Options, cross_check

    articles = _articles(size, folder)
    options = Options(cache=False)
    cross_check(story(2), options=options)
    clock, start = time.perf_counter(), time.process_time()
    report = cross_check(articles, options=options)
    clock, cpu = time.perf_counter() - clock, time.process_time() - start
    return {
        "articles": len(articles),
        "words": sum(len(a.text.split()) for a in articles),
        "claims": len(report.claims),
        "facts": len(report.facts),
        "seconds": clock,
        "CPU seconds": cpu,
        "peak memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _articles(size: int, folder: Path | None) -> list:
    from verify.articles import read_articles

    return list(read_articles([folder])[:size]) if folder else story(size)


def _in_a_process(size: int, folder: Path | None) -> dict[str, float]:
    more = ["--dir", str(folder)] if folder else []
    command = [sys.executable, __file__, str(size), "--alone", *more]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
