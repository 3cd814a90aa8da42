"""The one way in which networks are run, with results that shall not depend on the processor, the threads, the batch or the release of onnxruntime.

Weights may be kept as int8, but all arithmetic is that of 32-bit floats: integer kernels saturate on processors without dot-product
instructions, and their scale at run time turns the last bit of a float into another step. What floats leave is a difference of some 1e-6 between
processors; scores that lie within `TIE` of the best one count as equal, and the first of them is taken. Graphs are run as they stand, without the
optimisations of whichever onnxruntime is installed. Items of one size are run together, so that nothing is padded.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from verify.telemetry import quiet_onnxruntime

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Item = TypeVar("Item")
Result = TypeVar("Result")
Floats = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Floats]

TIE = 1e-4
"""Scores that differ by less are equal; ten times the 1e-5 by which the logits of two processors were seen to differ."""
MOST_ROWS = 512
"""Rows of a run at most (pieces of all its sentences): more are no faster on a processor with 2 MiB of cache per core."""
TYPES = {"F32": "<f4", "I8": "i1"}


def open_session(path: Path, weights: Mapping[str, Floats]) -> InferenceSession:
    """Load a graph; `weights` are its external initialisers by name, used where they lie in memory.

    What a run took is given back: an arena would keep as much as the largest batches took, which was 100 MB of a story of 120 articles.
    """
    onnxruntime = quiet_onnxruntime()
    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(w) for w in weights.values()]
    options.add_external_initializers(list(weights), values)
    session: InferenceSession = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return session


def stored(data: NDArray[np.uint8]) -> dict[str, NDArray[Any]]:
    """Return the arrays of a safetensors file by name, where they lie in its bytes.

    The file is eight bytes with the length of a JSON header, the header, then the numbers (https://huggingface.co/docs/safetensors).
    """
    start = 8 + int(data[:8].view("<u8")[0])
    header: dict[str, Any] = json.loads(data[8:start].tobytes())
    entries = ((name, entry, *entry["data_offsets"]) for name, entry in header.items() if entry.get("dtype") in TYPES)
    return {
        name: data[start + first : start + last].view(TYPES[entry["dtype"]]).reshape(entry["shape"])
        for name, entry, first, last in entries
    }


def as_floats(arrays: Mapping[str, NDArray[Any]]) -> dict[str, Floats]:
    """Return arrays of numbers as 32-bit floats; each row of an int8 matrix has its scale under the matrix's name with ".scale"."""
    return {
        name: array if array.dtype == np.float32 else array.astype(np.float32) * arrays[f"{name}.scale"][:, None]
        for name, array in arrays.items()
        if not name.endswith(".scale")
    }


def best(scores: NDArray[Any]) -> NDArray[np.int64]:
    """Return the index of the best score along the last axis; of those that are equal within `TIE`, the first."""
    found: NDArray[np.int64] = (scores >= scores.max(axis=-1, keepdims=True) - TIE).argmax(axis=-1)
    return found


def ranked(scores: NDArray[Any], count: int) -> NDArray[np.int64]:
    """Return the indices of the best scores along the last axis, so many where there are as many, the best first; equal ones as `best` has them."""
    left = scores.astype(np.float64)
    found = []
    for _ in range(min(count, scores.shape[-1])):
        found.append(best(left))
        np.put_along_axis(left, found[-1][..., None], -np.inf, axis=-1)
    return np.stack(found, axis=-1)


def in_batches(
    function: Callable[[Sequence[Item]], Sequence[Result]], items: Sequence[Item], *, size: Callable[[Item], int]
) -> list[Result]:
    """Return the results in the order of the items; the function gets items of one size, several at a time, in as many threads as there are cores."""
    groups: dict[int, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        groups[size(item)].append(index)
    batches = list(chain.from_iterable(_shares(group, rows) for rows, group in sorted(groups.items(), reverse=True)))
    found = side_by_side(lambda batch: function([items[i] for i in batch]), batches)
    placed = dict(zip(chain.from_iterable(batches), chain.from_iterable(found), strict=True))
    return [placed[i] for i in range(len(items))]


def _shares(group: Sequence[int], rows: int) -> Iterable[Sequence[int]]:
    """Yield a group of items of so many rows each in shares of `MOST_ROWS` rows at most."""
    share = max(1, MOST_ROWS // max(1, rows))
    return (group[i : i + share] for i in range(0, len(group), share))


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
