"""Words a second from text to report, by stage, for stories of ten articles; and the same stories run side by side.

usage: python benchmarks/throughput.py [DIR] [--stories N] [--keep]

Without DIR the stories are made of templates (synthetic.py); a DIR is a folder of stories, of which those with most articles are taken. Models
are loaded before the clock starts, nothing is kept between runs. A stage's share is of the processors' time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from synthetic import story
from tables import parser, show

from verify import Article, Options, cross_check
from verify.articles import Story, read_stories
from verify.batch.machine import run_on_machine
from verify.report import markdown

OPTIONS = Options(cache=False)
STAGES = {
    "verify.articles.origins._copies": "copies of one text",
    "verify.language.network.Network.parse": "network: tags, trees, names",
    "verify.pipeline.parse": "tokens, sentences, trees (the network included)",
    "verify.pipeline.completed": "mentions, names, dates",
    "verify.pipeline.extract": "claims",
    "verify.encoder.minilm.MiniLM.encode": "encoder",
    "verify.pipeline.compare_all": "links (the encoder included)",
    "verify.pipeline.read_meaning": "the sameness model",
    "verify.pipeline.cluster": "facts",
    "verify.pipeline.find_sums": "sums",
    "verify.pipeline.decide": "verdicts",
    "verify.pipeline.run_checks": "checks",
    "verify.report.markdown.render": "Markdown report",
}


def main() -> None:
    """Measure and print the tables."""
    options = parser(__doc__)
    options.add_argument("dir", type=Path, nargs="?")
    options.add_argument("--stories", type=int, default=12)
    args = options.parse_args()
    stories = chosen(args.dir, args.stories)
    words = sum(len(a.text.split()) for s in stories for a in s.articles)
    cross_check(story(2), options=OPTIONS)
    taken = _stages(stories)
    whole = taken.pop("whole")
    rows = [_row(name, cpu, words, whole[1]) for name, (_, cpu) in taken.items()]
    rows.append(_row("text to report", whole[1], words, whole[1]))
    note = f"{len(stories)} stories, {words:,} words; `python benchmarks/throughput.py`."
    show("Throughput by stage", note, rows, keep=args.keep)
    runs = {"one after the other": whole[0], "side by side": _side_by_side(stories)}
    rows = [{"stories": n, "seconds": s, "words a second": round(words / s)} for n, s in runs.items()]
    show("Throughput of many stories", note, rows, keep=args.keep)


def _row(stage: str, cpu: float, words: int, whole: float) -> dict[str, object]:
    return {"stage": stage, "CPU seconds": cpu, "share": f"{cpu / whole:.0%}", "words a CPU second": round(words / cpu)}


def chosen(folder: Path | None, most: int) -> list[Story]:
    """Return stories of ten synthetic articles, or those of a folder that have most articles."""
    if folder:
        return sorted(read_stories([folder]), key=lambda s: -len(s.articles))[:most]
    return [Story(name=f"{i}", articles=_articles(i), not_checked=()) for i in range(most)]


def _articles(seed: int) -> tuple[Article, ...]:
    return tuple(story(10, seed=seed + 100))


def _stages(stories: list[Story]) -> dict[str, tuple[float, float]]:
    """Return the seconds on the clock and of the processors of each stage, and of the whole."""
    taken: dict[str, tuple[float, float]] = {}
    patches = [patch(target, _timed(target, name, taken)) for target, name in STAGES.items()]
    for p in patches:
        p.start()
    with _clock("whole", taken):
        for one in stories:
            markdown.render(cross_check(one.articles, options=OPTIONS))
    for p in patches:
        p.stop()
    return taken


def _timed(target: str, name: str, taken: dict[str, tuple[float, float]]) -> Callable[..., Any]:
    """Return the function of that path with a clock around it."""
    path, _, attribute = target.rpartition(".")
    holder: Any = _resolved(path)
    function = getattr(holder, attribute)

    def timed(*args: Any, **more: Any) -> Any:
        with _clock(name, taken):
            found = function(*args, **more)
            return list(found) if hasattr(found, "__next__") else found

    return timed


def _resolved(path: str) -> Any:
    from pkgutil import resolve_name

    return resolve_name(path)


@contextmanager
def _clock(name: str, taken: dict[str, tuple[float, float]]) -> Iterator[None]:
    start = time.perf_counter(), time.process_time()
    yield
    before = taken.get(name, (0.0, 0.0))
    taken[name] = (before[0] + time.perf_counter() - start[0], before[1] + time.process_time() - start[1])


def _side_by_side(stories: list[Story]) -> float:
    """Return the seconds from the first report to the last, the workers' start left out: one story more is given to each first."""
    os.environ["VERIFY_CACHE"] = "off"
    start, done = time.perf_counter(), []
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    first = [Story(name=f"first {i}", articles=tuple(story(1, seed=i)), not_checked=()) for i in range(workers)]
    for outcome in run_on_machine([*first, *stories], OPTIONS):
        done.append(outcome.name)
        if len(done) == workers:
            start = time.perf_counter()
        if outcome.report:
            markdown.render(outcome.report)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
