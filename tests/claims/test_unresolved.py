from __future__ import annotations

import pytest

from verify import Article, cross_check


def reasons(text: str) -> list[tuple[str, str]]:
    report = cross_check([Article.from_text(id="a", text=text)])
    return [(n.what, n.reason) for n in report.not_checked if n.what != "sentence"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tom Garner met Paul Keller in town. He is 48 years old.",
            [("age", "it does not say whose age this is; named near it: Tom Garner, Paul Keller")],
        ),
        (
            "A 20-year-old man was shot on Friday. The 20-year-old was brave.",
            [("age", "it does not say whose age this is; named near it: nobody")],
        ),
        (
            "Tom Garner met Paul Keller in Leeds. He was killed on Friday.",
            [("count", "“He” can mean Tom Garner or Paul Keller")],
        ),
    ],
)
def test_said_where_nobody_can_be_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert reasons(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Paul Keller. He is 48 years old.",
        "The 40-year-old bridge in Leeds collapsed.",
        "Paul Keller lived in Leeds. He was killed on Friday.",
        "Tom Garner met Paul Keller in Leeds. He slept on Friday.",
    ],
)
def test_silent_where_somebody_is_told_or_nothing_needs_it(text: str) -> None:
    assert reasons(text) == []
