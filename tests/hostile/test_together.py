"""Several processes at once on one report and one file of decisions: nothing is lost, nothing is torn, nobody fails."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from verify.cli.decisions import read_decisions, record
from verify.cli.writing import write
from verify.review import Entry

EACH = 12
PAGE = "x" * 200_000


def decide(path: Path, who: int) -> int:
    for number in range(EACH):
        entry = Entry(about="a", articles=("a",), decision="accepted", who=str(who), when="2031-01-01T00:00:00+00:00")
        record(path, f"flag-{who}-{number}", entry)
        assert len(read_decisions(path)) > number
    return who


def report(path: Path, who: int) -> int:
    for _ in range(EACH):
        write(path, str(who) + PAGE)
        assert len(path.read_text()) == len(PAGE) + 1
    return who


@pytest.mark.parametrize("processes", [2, 6])
def test_processes_share_a_file_of_decisions_and_a_report(processes: int, tmp_path: Path) -> None:
    ledger, page = tmp_path / "review.toml", tmp_path / "story.md"
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        done = [
            pool.submit(work, path, who)
            for who in range(processes)
            for work, path in ((decide, ledger), (report, page))
        ]
        assert [future.result() for future in done] == [who for who in range(processes) for _ in range(2)]
    assert len(read_decisions(ledger)) == processes * EACH
    assert {path.name for path in tmp_path.iterdir()} == {"review.toml", "story.md"}
