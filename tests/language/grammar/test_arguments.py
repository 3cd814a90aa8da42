"""Which part of which kind of event a noun plays."""

from __future__ import annotations

import pytest

from verify import Article
from verify.language.grammar.arguments import slot
from verify.language.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army invaded Peru.", ("invade", "obj")),
        ("Peru was invaded by the army.", ("invade", "obj")),
        ("The invasion of Peru began.", ("invade", "obj")),
        ("The shop sells copper to Peru.", ("sell", "obl to")),
        ("The firm is in Peru.", None),
    ],
)
def test_slot(text: str, expected: tuple[str, str] | None) -> None:
    doc = read(Article.from_text(id="a", text=text)).doc
    assert slot(next(t for t in doc if t.text == "Peru")) == expected
