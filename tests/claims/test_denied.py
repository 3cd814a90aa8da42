"""A denied number conflicts with the number, and what is denied, asked or on a condition bears nothing out."""

from __future__ import annotations

import pytest

from verify import Article, cross_check


def verdicts(left: str, right: str) -> set[str]:
    """Return the verdicts of the facts that both articles have a count in."""
    articles = [Article.from_text(id=i, text=t, published="2024-05-06") for i, t in (("a", left), ("b", right))]
    report = cross_check(articles)
    claims = report.claim_by_id()
    shared = [
        f for f in report.facts if {claims[i].article for i in f.claims if claims[i].kind == "count"} == {"a", "b"}
    ]
    return {f.verdict for f in shared}


SAID = "The divers found 15 canoes in the lake near Orrin on Friday."


@pytest.mark.parametrize(
    "text",
    [
        "The divers did not find 15 canoes in the lake near Orrin on Friday.",
        "The divers never found 15 canoes in the lake near Orrin on Friday.",
    ],
)
def test_a_denied_number_conflicts(text: str) -> None:
    assert verdicts(text, SAID) == {"conflict"}


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that the divers found 15 canoes in the lake near Orrin on Friday.",
        "If the divers found 15 canoes in the lake near Orrin on Friday, the beach will close.",
        "Did the divers find 15 canoes in the lake near Orrin on Friday?",
    ],
)
def test_what_is_not_said_agrees_with_nothing(text: str) -> None:
    assert "agree" not in verdicts(text, SAID)


@pytest.mark.parametrize(
    "text",
    [
        "The divers not only found 15 canoes in the lake near Orrin on Friday but also raised them.",
        "The divers confirmed that they found 15 canoes in the lake near Orrin on Friday.",
    ],
)
def test_the_twins_do_not_conflict(text: str) -> None:
    assert "conflict" not in verdicts(text, SAID)


def test_neither_of_two_is_denied_of_each() -> None:
    said, denied = (
        "The passenger was hurt in the crash at Orrin.",
        "Neither the driver nor his passenger was hurt in the crash at Orrin.",
    )
    assert verdicts(said, denied) == {"conflict"}
