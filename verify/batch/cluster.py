"""Stories on a Dask cluster: the same function, wherever a worker is free; the work of a worker that dies is done by another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from verify.articles import Story
from verify.batch.story import Check, check_story, settled
from verify.errors import UsageError
from verify.model import Outcome
from verify.options import Options

PATIENCE = 10
"""Seconds to wait for the scheduler's answer."""


def run_on_cluster(
    stories: Sequence[Story], options: Options, address: str, check: Check = check_story
) -> Iterator[Outcome]:
    """Yield the outcomes as they come. Raises UsageError where there is no Dask, or no scheduler at the address."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise UsageError("--scheduler: Dask is not installed, expected verify[dask]") from None
    try:
        client = distributed.Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise UsageError(f"--scheduler {address}: {error}, expected an address such as tcp://host:8786") from None
    with client:
        futures = client.map(check, stories, [options] * len(stories), pure=False)
        given = dict(zip(futures, stories, strict=True))
        for future in distributed.as_completed(futures):
            yield settled(given[future], future.result)
