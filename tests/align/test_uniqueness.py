"""Which claims of an article are the only ones of their sort."""

from __future__ import annotations

import pytest

from verify import Article, extract_claims
from verify.align.uniqueness import sole, sole_of_event


def quoted(text: str, *, of_event: bool = False) -> set[str]:
    claims = extract_claims(Article.from_text(id="a", text=text, published="2025-11-21"))
    alone = sole_of_event(claims) if of_event else sole(claims)
    return {c.location.quote for c in claims if c.id in alone}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The ferry carried 88 passengers to Lund.", "88 passengers"),
        ("The ferry carried 88 passengers. All 88 passengers were rescued.", "88 passengers"),
        ("Two of its four boilers burst in Lund.", "Two of its four boilers"),
        ("The shooting in Lund happened on March 19.", "March 19"),
    ],
)
def test_the_only_claim_of_its_sort(text: str, quote: str) -> None:
    assert quote in quoted(text)


@pytest.mark.parametrize(
    "text",
    [
        "One ferry carried 88 passengers and another ferry carried 40 passengers.",
        "The shooting in Lund happened on March 19. The shooting in Ystad happened on April 16.",
    ],
)
def test_two_values_of_one_sort(text: str) -> None:
    assert not {"88 passengers", "March 19"} & quoted(text)


def test_numbers_of_one_thing_in_two_events() -> None:
    text = "The plant in Lund employs 460 people. Police in Lund arrested 12 people."
    assert {"460 people", "12 people"} <= quoted(text, of_event=True)
    assert not {"460 people", "12 people"} & quoted(text)
