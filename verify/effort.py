"""How much work one text may cost: steps are counted where many things are compared with many, and a clock stands behind them.

The count ends work at the same place on every machine. The clock, of processor time, is for what no count foresees.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from threading import current_thread, main_thread
from time import thread_time
from types import FrameType

_AGAIN = 0.5
"""Seconds after which the clock rings once more: where it rang in compiled code, nobody may have heard it."""


_LEAST = 0.01
"""Seconds that a clock is set to at least: none would be no clock."""


class SpentError(BaseException):
    """The budget is spent. No error of the text or the program: who sets a budget catches it, and nobody else."""


@dataclass(slots=True)
class _Budget:
    left: int


_ACTIVE: ContextVar[_Budget | None] = ContextVar("verify.effort", default=None)


def spend(steps: int = 1) -> None:
    """Take steps from the budget, where one is set. Raises SpentError where it is used up."""
    budget = _ACTIVE.get()
    if budget is not None:
        budget.left -= steps
        if budget.left < 0:
            raise SpentError


@dataclass(slots=True)
class Patience:
    """Seconds of processor time that many things share, one after the other; what comes of one may add to them."""

    left: float

    @contextmanager
    def lent(self, *, steps: int, seconds: float) -> Iterator[None]:
        """Set a budget of what is left, of so many seconds at most, and take from it what was used."""
        begun = thread_time()
        try:
            with budget(steps=steps, seconds=max(_LEAST, min(seconds, self.left))):
                yield
        finally:
            self.left -= thread_time() - begun


@contextmanager
def budget(*, steps: int, seconds: float) -> Iterator[None]:
    """Set a budget for what is done inside, which raises SpentError once it is used up."""
    token = _ACTIVE.set(_Budget(steps))
    try:
        with _clock(seconds):
            yield
    finally:
        _ACTIVE.reset(token)


@contextmanager
def _clock(seconds: float) -> Iterator[None]:
    """Let a clock of processor time ring; only where the system has one, and nobody else, such as a host program, uses it."""
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    if signal.getsignal(signal.SIGVTALRM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGVTALRM, _ring)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, signal.SIG_DFL)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise SpentError
