from __future__ import annotations

import pytest

from verify import Article, Options, extract_claims
from verify.align.masks import in_order, masked
from verify.align.sameness import SEPARATOR, foci, load_sameness
from verify.claims import kind_of


def seen(text: str) -> list[str]:
    article = Article.from_text(id="a", text=text, published="2024-05-01")
    claims = extract_claims(article, options=Options(cache=False))
    return sorted(foci(article.text, claims).values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At least 11 people died in the fire.", "Forty-two people died in the fire."),
        ("The company paid $18.5 billion for the mill.", "The company paid $3m for the mill."),
        ("The court fined the bank on Monday.", "The court fined the bank on May 3."),
        ("Turnout was 61 percent.", "Turnout was 7.5%."),
        ("The pipe is 12 km long.", "The pipe is 900 miles long."),
        (
            "Several houses burned down on Friday, 20 of them in Lund.",
            "Nine houses burned down on Tuesday, two of them in Lund.",
        ),
        ("Rescuers saved more than 30 sailors.", "Rescuers saved 12 to 15 sailors."),
    ],
)
def test_other_values_leave_what_the_model_reads_as_it_was(one: str, other: str) -> None:
    assert seen(one) == seen(other) != []


def test_a_place_is_hidden_for_its_own_sake_alone() -> None:
    keys = seen("Four people were hurt in an explosion in Lund.")
    texts = [key.partition(SEPARATOR)[2] for key in keys]
    assert any("Lund" in text for text in texts) and any("Lund" not in text for text in texts)


def test_a_mask_stands_where_a_claim_s_value_stood() -> None:
    article = Article.from_text(id="a", text="Nine men and 14 women were hurt on Monday.", published="2024-05-01")
    claims = in_order(c for c in extract_claims(article, options=Options(cache=False)) if kind_of(c).masked)
    hidden = masked(article.text, claims)
    assert [hidden.text[s:].startswith("[MASK]") for s in hidden.starts if s is not None] == [True] * len(claims)


def test_what_is_worded_otherwise_is_nearer_than_what_is_other() -> None:
    model = load_sameness()
    toll, other_words, injured = (
        next(key for key in seen(text) if key.startswith("0"))
        for text in (
            "Twelve people were killed when the ferry sank.",
            "Fourteen passengers lost their lives in the sinking of the ferry.",
            "Nine tickets were sold at the kiosk by the pier.",
        )
    )
    vectors = model.encode([toll, other_words, injured])
    alike, unlike = (float(model.score(vectors[:1], vectors[n : n + 1])[0, 0]) for n in (1, 2))
    assert alike > unlike
