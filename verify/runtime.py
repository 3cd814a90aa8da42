"""onnxruntime as both networks use it: one thread a run and one sentence a run, several runs side by side.

A result then depends on its own sentence alone: in a batch the padding and, with int8, the scale of the numbers come from the neighbours.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from verify.telemetry import quiet_onnxruntime

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Item = TypeVar("Item")
Result = TypeVar("Result")


def open_session(path: Path, weights: Mapping[str, NDArray[np.float32]] | None = None) -> InferenceSession:
    """Load a graph; `weights` are its external initialisers, used where they lie in memory."""
    onnxruntime = quiet_onnxruntime()
    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    if weights:
        values = [onnxruntime.OrtValue.ortvalue_from_numpy(w) for w in weights.values()]
        options.add_external_initializers(list(weights), values)
    session: InferenceSession = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return session


def side_by_side(function: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """Return the function's results in the order of the items, computed in as many threads as there are cores."""
    return list(_pool().map(function, items))


def in_background(function: Callable[[], Result]) -> Future[Result]:
    """Start a function beside what the program does next."""
    return _pool().submit(function)


def cores() -> int:
    """Return OMP_NUM_THREADS where it is set, as on a cluster, else the number of cores that this process may use."""
    given = os.environ.get("OMP_NUM_THREADS", "")
    if given.isdecimal() and int(given):
        return int(given)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(cores(), thread_name_prefix="verify")
