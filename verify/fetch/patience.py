"""Work that has an end, whatever it waits for: a host that sends a byte a second, or a name that nobody answers for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from time import monotonic
from typing import TypeVar

Result = TypeVar("Result")


def in_time(work: Callable[[], Result], *, until: float) -> Result:
    """Return what some work brings. Raises TimeoutError at a moment of `monotonic`, and leaves the work alone, which ends with the process."""
    answer: Future[Result] = Future()

    def done() -> None:
        try:
            answer.set_result(work())
        except BaseException as error:  # told where it is waited for
            answer.set_exception(error)

    Thread(target=done, daemon=True, name="verify-fetch").start()
    return answer.result(timeout=max(until - monotonic(), 0.0))
