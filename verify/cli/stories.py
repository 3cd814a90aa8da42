"""Many stories in one run: workers, a progress bar, the index and its table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from verify.cli.app import BrokenOffError
from verify.cli.console import notice, progress_bar
from verify.cli.writing import fill, write
from verify.errors import UsageError
from verify.options import Options

if TYPE_CHECKING:
    from verify.articles import Story
    from verify.model import Outcome

INDEX = "index"
WRITERS = {".csv": "to_csv", ".parquet": "to_parquet"}


def run_many(
    stories: Sequence[Story],
    options: Options,
    scheduler: str | None,
    tls: Path | None,
    deliver: Callable[[Outcome], Outcome],
) -> list[Outcome]:
    """Cross-check stories side by side; each outcome is delivered as it comes, and what the delivery makes of it is returned.

    Raises BrokenOffError where the person interrupts; what was delivered stays.
    """
    from verify.batch.cluster import run_on_cluster
    from verify.batch.machine import run_on_machine
    from verify.encoder import find_encoder

    find_encoder(options.encoder)
    found = run_on_cluster(stories, options, scheduler, tls=tls) if scheduler else run_on_machine(stories, options)
    outcomes: list[Outcome] = []
    try:
        for outcome in _counted(found, len(stories)):
            outcomes.append(deliver(outcome))
    except KeyboardInterrupt:
        raise BrokenOffError(f"{len(outcomes)} of {len(stories)} stories finished") from None
    return outcomes


def write_index(outcomes: Sequence[Outcome], out: Path) -> None:
    """Write DIR/index.md."""
    from verify.report import overview

    write(out / f"{INDEX}.md", overview.markdown(outcomes))
    notice(f"Written to {out / f'{INDEX}.md'}")


def checked_table(path: Path) -> Path:
    """Return the path of a table. Raises UsageError for an ending that is no format, or where pyarrow is missing for Parquet."""
    from importlib.util import find_spec

    if path.suffix.lower() not in WRITERS:
        raise UsageError(f"--table {path}: unknown ending, expected {' or '.join(WRITERS)}")
    if path.suffix.lower() == ".parquet" and find_spec("pyarrow") is None:
        raise UsageError(f"--table {path}: pyarrow is not installed, expected verify[parquet], or a .csv file")
    return path


def write_table(outcomes: Iterable[Outcome], path: Path) -> None:
    """Write the index as CSV or Parquet, by the ending of the path."""
    import pandas as pd

    from verify.report import overview

    frame = pd.DataFrame(overview.rows(outcomes)).convert_dtypes()
    fill(path, lambda file: getattr(frame, WRITERS[path.suffix.lower()])(file, index=False))


def _counted(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Pass the outcomes on and show their number on standard error, on a terminal only."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    with progress_bar() as bar:
        yield from bar.track(outcomes, total=total, description="stories")
