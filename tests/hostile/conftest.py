"""A story with a conflict and a flag, of which a hostile sender has a hand in the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

FIRST = "Four people were hurt when a tram left the rails in Gdansk on Monday, police said. The tram carried 60 passengers.\n"
SECOND = (
    "Police in Gdansk said seven people were hurt when a tram left the rails on Monday. The tram was built in 1998.\n"
    "\nIt opened on Feb. 30, 1998, the city said.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "tram"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text(SECOND)
    return folder


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """A file of the user's that no run may change."""
    path = tmp_path / "home" / ".bashrc"
    path.parent.mkdir()
    path.write_text("alias ll='ls -l'\n")
    return path
