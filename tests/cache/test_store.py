from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from verify.cache.store import FILE, Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(folder=tmp_path / "new")


def test_what_is_put_is_found_and_nothing_else(store: Store) -> None:
    entries = {f"kind:{i}": bytes([i % 256]) * i for i in range(1200)}
    store.put(entries)
    assert store.get([*entries, "kind:none"]) == entries


def test_sizes_are_told_by_kind(store: Store) -> None:
    store.put({"report:a": b"1234", "reading:a": b"", "reading:b": b"1"})
    assert {kind: count for kind, (count, _) in store.sizes().items()} == {"reading": 2, "report": 1}


def test_clearing_leaves_nothing(store: Store) -> None:
    store.put({"a:1": b"x"})
    store.clear()
    assert store.get(["a:1"]) == {} and store.sizes() == {}


def test_a_changed_entry_is_dropped_and_the_others_stay(store: Store) -> None:
    store.put({"a:1": b"one", "a:2": b"two"})
    with sqlite3.connect(store.path) as db:
        db.execute("UPDATE entries SET value = substr(value, 1, 16) || 'oNe' WHERE key = 'a:1'")
    assert store.get(["a:1", "a:2"]) == {"a:2": b"two"}
    assert store.sizes()["a"][0] == 1


def test_an_entry_under_another_key_is_dropped(store: Store) -> None:
    store.put({"a:1": b"one"})
    with sqlite3.connect(store.path) as db:
        db.execute("UPDATE entries SET key = 'a:2'")
    assert store.get(["a:2"]) == {}


@pytest.mark.parametrize("damage", [b"no database at all, only words" * 400, b""])
def test_a_damaged_file_is_made_anew(store: Store, damage: bytes) -> None:
    store.put({"a:1": b"one"})
    store.path.write_bytes(damage)
    assert store.get(["a:1"]) == {}
    store.put({"a:2": b"two"})
    assert store.get(["a:1", "a:2"]) == {"a:2": b"two"}


def test_a_file_damaged_inside_is_made_anew(store: Store) -> None:
    store.put({f"a:{i}": b"x" * 3000 for i in range(50)})
    data = bytearray(store.path.read_bytes())
    data[4096:-4096] = b"\xa5" * (len(data) - 8192)
    store.path.write_bytes(bytes(data))
    assert store.get(["a:1"]) == {}
    store.put({"a:1": b"one"})
    assert store.get(["a:1"]) == {"a:1": b"one"}


def test_the_oldest_go_first_and_the_size_is_bounded(tmp_path: Path) -> None:
    store = Store(folder=tmp_path, most=100_000)
    for i in range(40):
        store.put({f"a:{i:02}": bytes(5_000)})
    kept = store.get(f"a:{i:02}" for i in range(40))
    assert sorted(kept) == [f"a:{i:02}" for i in range(40 - len(kept), 40)]
    assert store.sizes()["a"][1] <= 100_000
    assert store.path.stat().st_size < 200_000


def test_a_folder_that_cannot_be_one_means_doing_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(folder=tmp_path / "file")
    store.put({"a:1": b"one"})
    assert store.get(["a:1"]) == {} and store.sizes() == {}


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from verify.cache.store import Store; store = Store(folder=Path(sys.argv[1]))\n"
        "for i in range(60): store.put({f'{sys.argv[2]}:{i}': bytes(2000)}); assert store.get([f'{sys.argv[2]}:{i}'])"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), name]) for name in "abc"]
    assert [p.wait() for p in running] == [0, 0, 0]
    assert {k: n for k, (n, _) in Store(folder=tmp_path).sizes().items()} == {"a": 60, "b": 60, "c": 60}
    assert (tmp_path / FILE).exists()
