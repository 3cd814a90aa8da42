"""A story with a conflict, and answers typed on standard input."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

FIRST = "Four people were hurt when a tram left the rails in Gdansk on Monday, police said. The tram carried 60 passengers.\n"
SECOND = (
    "Police in Gdansk said seven people were hurt when a tram left the rails on Monday. The tram was built in 1998.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "tram"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text(SECOND + "\nIt opened on Feb. 30, 1998, the city said.\n")
    return folder


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that puts lines on standard input."""
    return lambda lines: monkeypatch.setattr("sys.stdin", io.StringIO(lines))
