"""Stories in processes of this machine, as many as it has cores."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread

from verify.articles import Story
from verify.batch.story import Check, check_story, settled
from verify.interruption import interruption_held
from verify.model import Outcome
from verify.options import Options
from verify.runtime import cores

ENDED = "its process was ended from outside, expected enough memory"


def run_on_machine(stories: Sequence[Story], options: Options, check: Check = check_story) -> Iterator[Outcome]:
    """Yield the outcomes as they come. Where a process dies, the stories that it can have had are run again, each by itself."""
    waiting = dict(enumerate(stories))
    workers = max(1, min(cores(), len(waiting)))
    while waiting:
        yield from _together(waiting, options, check, workers)
        for i in list(waiting)[: 2 * workers + 1]:
            alone = {i: waiting.pop(i)}
            yield from _together(alone, options, check, 1)
            for story in alone.values():
                yield Outcome(name=story.name, problem=ENDED)


def _together(waiting: dict[int, Story], options: Options, check: Check, workers: int) -> Iterator[Outcome]:
    """Yield the outcomes of stories and take these from those that wait; stop where a process dies."""
    threads = max(1, cores() // workers)
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(threads,)) as pool:
        with interruption_held():
            places = {pool.submit(check, story, options): i for i, story in waiting.items()}
        try:
            for future in as_completed(places):
                outcome = settled(waiting[places[future]], future.result)
                del waiting[places[future]]
                yield outcome
        except BrokenProcessPool:
            return
        finally:
            pool.shutdown(cancel_futures=True)


def _begin(threads: int) -> None:
    """Give a worker its share of the cores, and let it end with the program that began it, however that ends."""
    os.environ["OMP_NUM_THREADS"] = str(threads)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
