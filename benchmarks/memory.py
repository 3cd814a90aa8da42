"""Most memory that a process holds for one story, beside that of `import sentence_transformers`.

usage: python benchmarks/memory.py [SIZE...] [--keep]      (SIZEs of synthetic stories default to 2 10 100)
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tables import parser, show

PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
STORY = "import sys; sys.path.insert(0, {folder!r}); from growth import measured; measured({size}, None); {peak}"


def main() -> None:
    """Measure and print the table."""
    options = parser(__doc__)
    options.add_argument("sizes", type=int, nargs="*", default=(2, 10, 100))
    args = options.parse_args()
    base = _peak(f"import sentence_transformers; {PEAK}")
    rows: list[dict[str, object]] = [
        {"process": "`import sentence_transformers`", "peak memory MB": base, "ratio": 1.0}
    ]
    for size in args.sizes:
        peak = _peak(STORY.format(folder=str(Path(__file__).parent), size=size, peak=PEAK))
        rows.append({"process": f"verify, {size} articles of one story", "peak memory MB": peak, "ratio": peak / base})
    show("Memory", "Peak resident memory of one process; `python benchmarks/memory.py`.", rows, keep=args.keep)


def _peak(code: str) -> int:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return int(done.stdout.split()[-1])


if __name__ == "__main__":
    main()
