from __future__ import annotations

import pytest

from verify.language.acronyms import bindings
from verify.language.names import name_spans
from verify.language.parsed import parse
from verify.model import Article


def bound(text: str) -> dict[str, str]:
    parsed = parse(Article.from_text(id="a", text=text))
    return bindings(parsed.doc, [(s.first, s.last) for s in name_spans(parsed)])


@pytest.mark.parametrize(
    "text",
    [
        "Envoys of the World Harbour Council (WHC) met in May.",
        "Envoys of the WHC (World Harbour Council) met in May.",
        "Envoys of the World Harbour Council, or WHC, met in May.",
        "Envoys of the World Harbour Council, known as WHC, met in May.",
    ],
)
def test_bound(text: str) -> None:
    assert bound(text) == {"WHC": "World Harbour Council"}


@pytest.mark.parametrize(
    "text",
    [
        "Envoys of the World Harbour Council and the FBI met in May.",
        "Envoys of the World Harbour Council (Dayton) met in May.",
        "Envoys of the World Harbour Council met the WHC in May.",
    ],
)
def test_not_bound(text: str) -> None:
    assert bound(text) == {}
