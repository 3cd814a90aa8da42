"""Events that bear no number of their own, and the words that describe them."""

from __future__ import annotations

import pytest

from verify import Article, extract_claims

CASES = [
    ("The base was hit by a rocket attack near Leeds.", ["rocket attack"]),
    ("One Dead in Calder Accidental Shooting - KTVX 7 News Sports Weather - Harrow Springs", []),
]


@pytest.mark.parametrize(("text", "quotes"), CASES)
def test_a_noun_before_the_event_describes_it(text: str, quotes: list[str]) -> None:
    found = extract_claims(Article.from_text(id="a", text=text))
    assert [c.location.quote for c in found if c.kind == "event"] == quotes
