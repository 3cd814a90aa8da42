"""What a fact is called: whom it harmed, a noun phrase, or the clause that states it."""

from __future__ import annotations

import pytest

from verify import Article, cross_check, extract_claims
from verify.claims import titles


@pytest.mark.parametrize(
    ("text", "value", "gist"),
    [
        (
            "The storm killed 12 people in the town of Marlow, officials said.",
            "12",
            "Deaths",
        ),
        ("Twelve people were hurt when the roof fell.", "12", "Injured"),
        (
            "The keeper, who served the club for 22 years, left on Monday.",
            "22 years",
            "The keeper served the club for …",
        ),
        ("Ann Lee is a pilot. She has flown for 22 years.", "22 years", "Ann Lee has flown for …"),
        (
            "The firm, which is based in Marlow, said the refit cost $18.5 million.",
            "$18.5 million",
            "Cost of the refit",
        ),
        (
            "A 30-plus rocket attack hit the base near Marlow.",
            "at least 30",
            "A … rocket attack hit the base near Marlow",
        ),
        (
            "The rain fell for days, and on Monday the council closed two bridges.",
            "2",
            "On Monday the council closed … bridges",
        ),
        ("Four Canadians died in the crash.", "4", "Canadians who died in the crash"),
        ("About 60 people swam ashore.", "about 60", "People who swam ashore"),
        ("At the mill 4,500 jobs are at risk.", "4,500", "At the mill … jobs are at risk"),
        ("Revenue fell 7.4% in the first quarter.", "down 7.4%", "Change in revenue in the first quarter"),
        ("Net debt stood at $2.2 billion at the end of March.", "$2.2 billion", "Net debt at the end of March"),
        ("The 1.9-metre-tall lander tipped over.", "1.9 m", "Height of the lander"),
        ("In 2012 at least 112 people perished in a fire.", "at least 112", "People who perished in a fire"),
        ("Two people are believed to be among the dead.", "2", "People believed to be among the dead"),
        (
            "A 16-year-old boy was hit in the hand.",
            "16 years old",
            "A …-year-old boy was hit in the hand",
        ),
        ("The victim told officers he was skating with two friends.", "2", "The victim was skating with … friends"),
        ("Friday’s attack hit several Iraqi boats.", "several", "Friday’s attack hit … Iraqi boats"),
        ("Dozens of people boycotted the event.", "dozens", "… people boycotted the event"),
        ("In July of 2015, deputies shot and killed a boy.", "July 2015", "In …, deputies shot and killed a boy"),
        (
            "Ann Prado, 27, and Joan Kic, 31, were arrested in connection with the fire four hours later.",
            "4 hours",
            "Ann Prado and Joan Kic were arrested in connection with the fire … later",
        ),
    ],
)
def test_a_title_is_a_noun_phrase_or_a_clause_with_a_gap_for_the_value(text: str, value: str, gist: str) -> None:
    found = [titles([[c]])[0] for c in extract_claims(Article.from_text(id="a", text=text)) if c.value.label() == value]
    assert gist in found


def told(*texts: str) -> set[str]:
    articles = [Article.from_text(id=str(i), text=t, published="2024-05-06") for i, t in enumerate(texts)]
    return {f.label for f in cross_check(articles).facts if f.verdict != "single-source"}


def test_of_several_mentions_the_one_that_names_what_it_is_about_is_the_title() -> None:
    left = "The ferry sank off Marlow on Sunday. It carried 94 people."
    right = "The ferry Dora carried 94 people when it sank off Marlow on Sunday."
    assert "The ferry Dora carried … people" in told(left, right)


def test_a_quotation_is_called_by_its_speaker_and_its_first_words() -> None:
    text = "“We were in the dark and nobody came to help us for hours,” Ann Lee said."
    assert "Ann Lee: “We were in the dark and nobody came…”" in told(text, f"The roof fell. {text}")


def test_no_title_holds_a_bracket_or_begins_with_a_small_letter() -> None:
    found = told(
        "Police arrested 14 people in Marlow on Sunday. The fine was $2 million.",
        "On Sunday 14 people were arrested in Marlow. They must pay a fine of $2 million.",
    )
    assert found and all("(" not in t and not t[0].islower() for t in found)
