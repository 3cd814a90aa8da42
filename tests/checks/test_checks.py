"""Every check has cases that flag and as many that stay silent, and a docstring that tells a user what it does."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verify import Article, cross_check
from verify.checks import all_checks

CASES = Path(__file__).parent / "cases"


def cases(sort: str) -> list[Any]:
    rows = []
    for name in all_checks():
        path = CASES / f"{name}.toml"
        found = tomllib.loads(path.read_text(encoding="utf-8")).get(sort, []) if path.exists() else []
        rows += [pytest.param(name, case, id=f"{name} {i + 1}") for i, case in enumerate(found)]
    return rows


def flags(name: str, case: dict[str, Any]) -> list[Any]:
    article = Article.from_text(
        id="a", text=case["text"].strip(), title=case.get("title"), published=case.get("published")
    )
    others = [Article.from_text(id=f"b{i}", text=text) for i, text in enumerate(case.get("others", ()))]
    return [f for f in cross_check([article, *others]).flags if f.check == name]


@pytest.mark.parametrize(("name", "case"), cases("flags"))
def test_flags(name: str, case: dict[str, Any]) -> None:
    found = flags(name, case)
    assert found, "silent"
    assert case["at"] in found[0].primary.quote, found[0]


@pytest.mark.parametrize(("name", "case"), cases("silent"))
def test_silent(name: str, case: dict[str, Any]) -> None:
    assert not flags(name, case)


@pytest.mark.parametrize("name", list(all_checks()))
def test_every_check_has_both_sorts_of_case(name: str) -> None:
    table = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    assert table["flags"] and len(table["silent"]) >= len(table["flags"])


@pytest.mark.parametrize("name", list(all_checks()))
def test_every_check_documents_itself(name: str) -> None:
    doc = all_checks()[name].doc
    assert doc.startswith("Look for") and "\nFlags: " in doc and "\nSilent: " in doc and "\nIt cannot see" in doc
