"""Time of `verify seeds/` from nothing and over an unchanged story, beside that of `import sentence_transformers`.

usage: python benchmarks/cold_start.py [--rounds N] [--keep]

The three commands take turns, so that whatever else the machine does falls on all of them; the figures are medians. "CPU" adds up all cores
and depends less on other programs than the time on the clock. All files are in the disk's cache: a first round is not counted.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tables import parser, show

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Measure and print the table."""
    options = parser(__doc__)
    options.add_argument("--rounds", type=int, default=7)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        verify = [sys.executable, "-m", "verify", "seeds/", "--out", folder]
        commands = {
            "`import sentence_transformers`": [sys.executable, "-c", "import sentence_transformers"],
            "`verify seeds/ --no-cache` (cold)": [*verify, "--no-cache"],
            "`verify seeds/` again (warm)": verify,
        }
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(args.rounds + 1):
            for name, command in commands.items():
                found[name].append(_timed(command, Path(folder) / "cache"))
    rows = [_row(name, taken[1:], next(iter(found.values()))[1:]) for name, taken in found.items()]
    show(
        "Cold start and warm run",
        f"Medians of {args.rounds} rounds in turn; `python benchmarks/cold_start.py`.",
        rows,
        keep=args.keep,
    )


def _timed(command: list[str], cache: Path) -> tuple[float, float]:
    """Return the seconds on the clock and of the processors that a command takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = {**os.environ, "VERIFY_CACHE": str(cache)}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    taken, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _row(name: str, taken: list[tuple[float, float]], yardstick: list[tuple[float, float]]) -> dict[str, object]:
    clock, cpu = (median(column) for column in zip(*taken, strict=True))
    ratios = [median(a[i] / b[i] for a, b in zip(taken, yardstick, strict=True)) for i in (0, 1)]
    return {"command": name, "seconds": clock, "ratio": ratios[0], "CPU seconds": cpu, "CPU ratio": ratios[1]}


if __name__ == "__main__":
    main()
