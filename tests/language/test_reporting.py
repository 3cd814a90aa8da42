from __future__ import annotations

import pytest

from verify.language.parsed import parse
from verify.language.reporting import manner, reporting_verb
from verify.model import Article


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Paula Winter said it was over.", "said", "say"),
        ("They told us it was over.", "told", "tell"),
        ("The board denies that it is over.", "denies", "deny"),
        ("The board closed the road.", "closed", None),
        ("The report is late.", "report", None),
    ],
)
def test_verbs(text: str, word: str, expected: str | None) -> None:
    doc = parse(Article.from_text(id="a", text=text)).doc
    assert reporting_verb(next(t for t in doc if t.text == word)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Officials declined to say whether it was over.", "say", ("decline to say", True)),
        ("Officials did not say whether it was over.", "say", ("not say", True)),
        ("The board denied it was over.", "denied", ("deny", True)),
        ("The board said it was over.", "said", ("say", False)),
    ],
)
def test_manner(text: str, word: str, expected: tuple[str, bool]) -> None:
    token = next(t for t in parse(Article.from_text(id="a", text=text)).doc if t.text == word)
    assert manner(token, reporting_verb(token) or "") == expected
