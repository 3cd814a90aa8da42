"""Digests of the JSON report on `seeds/` and on our own stories: this processor beside two emulated ones, and another release of onnxruntime.

usage: python benchmarks/portability.py [--seeds] [--onnxruntime VERSION]... [--keep]

Emulation is that of qemu-user (Debian's package; without it the two processors are left out, which is said): Nehalem has no AVX, Haswell has AVX2
but neither AVX-512 nor int8 dot products. `--onnxruntime` installs another release into a temporary folder and runs with it. `--seeds` leaves the ten
stories of `tests/quality/stories` out. Exit code 1 where a digest differs from that of this processor. The clock that breaks off what no text should
need is stopped: an emulated processor is a hundred times slower. The runs follow one another; each story done is named on standard error.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tables import parser, show

ROOT = Path(__file__).parent.parent
STORIES = sorted((ROOT / "tests" / "quality" / "stories").glob("*.toml"))
QEMU = "qemu-x86_64"
PROCESSORS = {"Nehalem (no AVX)": "Nehalem", "Haswell (AVX2, no AVX-512)": "Haswell"}
HERE = "this processor"
HOSTS = frozenset({"OPENBLAS_CORETYPE"})
"""Variables that name the kernels of the machine's own processor: another one dies of them."""


def main() -> int:
    """Measure and print the table."""
    options = parser(__doc__)
    options.add_argument("--seeds", action="store_true", help="the two articles in seeds/ alone")
    options.add_argument(
        "--onnxruntime", metavar="VERSION", action="append", default=[], help="another release to run with"
    )
    options.add_argument("--processor", choices=PROCESSORS.values(), help="this emulated one alone")
    options.add_argument("--digests", action="store_true", help="print the digests of this run as JSON, nothing else")
    args = options.parse_args()
    if args.digests:
        print(json.dumps(dict(_digests(seeds_only=args.seeds))))
        return 0
    found = dict(_runs(["--digests", *(["--seeds"] if args.seeds else [])], args.onnxruntime, args.processor))
    wanted, _ = found[HERE]
    rows = [_row(name, digests, wanted, seconds) for name, (digests, seconds) in found.items()]
    show("The same answer on every machine", "`python benchmarks/portability.py`.", rows, keep=args.keep)
    return int(any(digests != wanted for digests, _ in found.values()))


def _digests(*, seeds_only: bool) -> Iterator[tuple[str, str]]:
    """Yield the name of each story and the digest of its report."""
    from verify import Article, Options, cross_check
    from verify.articles import read_stories

    signal.signal(signal.SIGVTALRM, signal.SIG_IGN)
    os.chdir(ROOT)  # a report names its articles' files, and its digest shall not tell where the checkout lies
    (seeds,) = read_stories(["seeds"])
    stories = {"seeds": list(seeds.articles)}
    for path in () if seeds_only else STORIES:
        case = tomllib.loads(path.read_text(encoding="utf-8"))
        stories[path.stem] = [Article.from_text(**article) for article in case["article"]]
    for name, articles in stories.items():
        report = cross_check(articles, options=Options(cache=False)).to_dict()
        print(f"{time.strftime('%H:%M:%S')} {name}", file=sys.stderr, flush=True)
        yield name, sha256(json.dumps(report, sort_keys=True).encode()).hexdigest()[:16]


def _runs(
    arguments: Sequence[str], releases: Sequence[str], only: str | None
) -> Iterator[tuple[str, tuple[dict[str, str], float]]]:
    """Yield the digests of each processor and release, with the seconds that they took."""
    command = [sys.executable, __file__, *arguments]
    runs = {HERE: command}
    if shutil.which(QEMU) is None:
        print(f"{QEMU} not found: no emulated processors (Debian: apt-get install qemu-user)", file=sys.stderr)
    else:
        runs |= {
            name: [QEMU, "-cpu", processor, *command]
            for name, processor in PROCESSORS.items()
            if only in {None, processor}
        }
    for name, run in runs.items():
        yield name, _run(run)
    for release in releases:
        with TemporaryDirectory() as folder:
            install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder]
            subprocess.run([*install, f"onnxruntime=={release}"], check=True)
            yield f"onnxruntime {release}", _run(command, path=folder)


def _run(command: Sequence[str], *, path: str = "") -> tuple[dict[str, str], float]:
    own = {name: value for name, value in os.environ.items() if name not in HOSTS}
    environment = {**own, "PYTHONPATH": os.pathsep.join(filter(None, [path, str(ROOT)]))}
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    digests: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return digests, time.perf_counter() - start


def _row(name: str, digests: dict[str, str], wanted: dict[str, str], seconds: float) -> dict[str, object]:
    other = [story for story, digest in digests.items() if wanted[story] != digest]
    return {
        "run": name,
        "stories": len(digests),
        "same report": len(digests) - len(other),
        "seeds": digests["seeds"],
        "others": ", ".join(other) or "none",
        "seconds": round(seconds, 1),
    }


if __name__ == "__main__":
    sys.exit(main())
