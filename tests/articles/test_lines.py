"""Lines that pages hold: what is furniture, what is a caption, and above all what is neither."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verify.articles import zones
from verify.model import Article

LINES = tomllib.loads(Path(__file__).with_name("lines.toml").read_text(encoding="utf-8"))
OPENING = "A ferry sank off the northern coast on Sunday.\n\nIt had left the pier at noon, the coast guard said.\n\n"
OPENING += "The sea was calm at the time, two fishermen said.\n\n"
CLOSING = "\n\nThe search went on through the night, the coast guard said."


def kinds(line: str) -> set[str]:
    article = Article.from_text(id="a", text=OPENING + line + CLOSING)
    start, end = len(OPENING), len(OPENING) + len(line)
    return {zone.kind for zone in zones(article) if start <= zone.start < end}


@pytest.mark.parametrize("line", LINES["furniture"])
def test_furniture(line: str) -> None:
    assert kinds(line) == {"furniture"}


@pytest.mark.parametrize("line", LINES["caption"])
def test_caption(line: str) -> None:
    assert kinds(line) == {"caption"}


@pytest.mark.parametrize("line", LINES["body"])
def test_a_statement_stays_body(line: str) -> None:
    assert kinds(line) == {"body"}


@pytest.mark.parametrize("line", LINES["furniture"] + LINES["caption"])
def test_the_neighbours_stay_body(line: str) -> None:
    article = Article.from_text(id="a", text=OPENING + line + CLOSING)
    found = zones(article)
    assert [zone.kind for zone in found if zone.start < len(OPENING)] == ["lead", "body", "body"]
    assert found[-1].kind == "body"


def test_there_are_as_many_silent_cases() -> None:
    assert len(LINES["body"]) >= 0.6 * (len(LINES["furniture"]) + len(LINES["caption"]))
