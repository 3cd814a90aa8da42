"""Entries on disk, in SQLite: safe for several processes at once, bounded in size, each entry with its own digest."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import time
from typing import TypeVar

FILE = "results.sqlite"
MOST_BYTES = 500_000_000
"""Of all entries together; beyond, those unused for longest go until four fifths are left."""
KEPT = 0.8
PATIENCE = 5.0
"""Seconds to wait for another process that writes."""
SEAL = 16
FORM = 1
TABLE = f"""
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value BLOB NOT NULL, size INTEGER NOT NULL, used REAL NOT NULL);
CREATE INDEX IF NOT EXISTS by_use ON entries (used, size);
PRAGMA user_version = {FORM};
"""
EVICT = """
DELETE FROM entries WHERE key IN
(SELECT key FROM (SELECT key, SUM(size) OVER (ORDER BY used DESC, key) AS together FROM entries) WHERE together > ?)
"""
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A folder's entries; where the folder cannot be used nothing is found and nothing kept."""

    folder: Path
    most: int = MOST_BYTES

    @property
    def path(self) -> Path:
        """The file of the entries."""
        return self.folder / FILE

    def get(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the entries that are there and whole; one whose digest is wrong is dropped."""
        wanted = list(dict.fromkeys(keys))
        return self._try(lambda db: _read(db, wanted), {})

    def put(self, entries: Mapping[str, bytes]) -> None:
        """Keep the entries, and drop the oldest where they would be too many."""
        if entries:
            self._try(lambda db: _write(db, entries, self.most), None)

    def sizes(self) -> dict[str, tuple[int, int]]:
        """Return the number and the bytes of the entries of each kind, the part of the key before the colon."""
        query = "SELECT substr(key, 1, instr(key, ':') - 1), COUNT(*), SUM(size) FROM entries GROUP BY 1 ORDER BY 1"
        return self._try(lambda db: {kind: (count, size) for kind, count, size in db.execute(query)}, {})

    def clear(self) -> None:
        """Delete every entry. Raises OSError where the file cannot be deleted."""
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    def _try(self, action: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
        """Run an action; a damaged file is deleted and made anew, and any other hindrance means doing without."""
        for _ in range(2):
            try:
                with self._open() as db:
                    return action(db)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    break
                with suppress(OSError):
                    self.clear()
            except OSError:
                break
        return otherwise

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        # The entries hold the text of articles: they are for nobody else.
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            if hasattr(os, "fchmod"):
                os.fchmod(handle, 0o600)
        finally:
            os.close(handle)
        db = sqlite3.connect(self.path, timeout=PATIENCE)
        try:
            if db.execute("PRAGMA user_version").fetchone() != (FORM,):
                db.executescript(TABLE)
            with db:
                yield db
        finally:
            db.close()


def _read(db: sqlite3.Connection, keys: list[str]) -> dict[str, bytes]:
    found, damaged = {}, []
    for i in range(0, len(keys), 500):
        some = keys[i : i + 500]
        marks = ",".join("?" * len(some))
        for key, value in db.execute(f"SELECT key, CAST(value AS BLOB) FROM entries WHERE key IN ({marks})", some):
            data = bytes(value)
            if data[:SEAL] == _seal(key, data[SEAL:]):
                found[key] = data[SEAL:]
            else:
                damaged.append((key,))
    db.executemany("DELETE FROM entries WHERE key = ?", damaged)
    now = time()
    db.executemany("UPDATE entries SET used = ? WHERE key = ? AND used < ?", [(now, k, now - 3600) for k in found])
    return found


def _write(db: sqlite3.Connection, entries: Mapping[str, bytes], most: int) -> None:
    now = time()
    rows = [(key, _seal(key, value) + value, len(value) + SEAL, now) for key, value in entries.items()]
    db.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)
    (together,) = db.execute("SELECT TOTAL(size) FROM entries").fetchone()
    if together > most:
        db.execute(EVICT, (KEPT * most,))
        db.commit()
        db.execute("PRAGMA incremental_vacuum").fetchall()


def _seal(key: str, value: bytes) -> bytes:
    """Return the first bytes of the SHA-256 of an entry with its key."""
    return sha256(key.encode() + b"\0" + value).digest()[:SEAL]
