from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from verify import Options, UsageError, cross_check
from verify.batch.cluster import run_on_cluster

from .stories import MARK, dying_once, failing, refusing, stories


@pytest.fixture(scope="module")
def mark(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cluster") / "mark"


@pytest.fixture(scope="module")
def address(mark: Path) -> Iterator[str]:
    """A cluster of two workers, each a process."""
    distributed = pytest.importorskip("distributed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(MARK, str(mark))
        with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            yield cluster.scheduler_address


def test_the_work_of_a_killed_worker_is_done_by_another(address: str, mark: Path) -> None:
    found = {o.name: o.report for o in run_on_cluster(stories(), Options(), address, dying_once)}
    assert mark.exists()
    assert found == {s.name: cross_check(s.articles) for s in stories()}


def test_a_failure_stays_with_its_story_and_wrong_usage_does_not(address: str) -> None:
    outcomes = {o.name: o.problem for o in run_on_cluster(stories(), Options(), address, failing)}
    assert outcomes.pop("Porto") == "ArithmeticError: no such number"
    assert outcomes == dict.fromkeys(("Leeds", "Gdansk", "Malmo"))
    with pytest.raises(UsageError, match="expected a model"):
        list(run_on_cluster(stories(), Options(), address, refusing))


def test_without_a_scheduler_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("verify.batch.cluster.PATIENCE", 0.2)
    with pytest.raises(UsageError, match="expected an address such as"):
        list(run_on_cluster(stories(), Options(), "tcp://127.0.0.1:9"))


def test_without_dask_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"expected verify\[dask\]"):
        list(run_on_cluster(stories(), Options(), "tcp://127.0.0.1:9"))


def test_certificates_are_asked_for_by_name(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(UsageError, match="not encrypted, expected tls://"):
        list(run_on_cluster(stories(), Options(), "tcp://127.0.0.1:9", tls=tmp_path))
    with pytest.raises(UsageError, match=r"no ca\.pem in it"):
        list(run_on_cluster(stories(), Options(), "tls://127.0.0.1:9", tls=tmp_path))
