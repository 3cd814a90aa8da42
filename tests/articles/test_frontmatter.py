"""The block at the top of a file."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.articles.frontmatter import domain, front_matter


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_read(end: str) -> None:
    text = end.join(
        [
            "---",
            'title: "Ferry: the inquiry"',
            "outlet: gazette.org:80",
            "published: 2019-12-29",
            "---",
            "",
            "A ferry sank.",
        ]
    )
    found = front_matter(text)
    assert (found.title, found.outlet, found.published, found.problem) == (
        "Ferry: the inquiry",
        "gazette.org",
        date(2019, 12, 29),
        None,
    )
    assert text[found.end :].strip() == "A ferry sank."


@pytest.mark.parametrize(
    ("line", "outlet", "published"),
    [
        ("source: The Gazette", "The Gazette", None),
        ("url: https://www.gazette.org/ferry", "gazette.org", None),
        ("date: 29 December 2019", None, date(2019, 12, 29)),
        ("Published: 2019-12-29T17:30:00Z", None, date(2019, 12, 29)),
    ],
)
def test_other_keys(line: str, outlet: str | None, published: date | None) -> None:
    found = front_matter(f"---\n{line}\n---\nA ferry sank.")
    assert (found.outlet, found.published) == (outlet, published)


def test_a_bad_date_is_told() -> None:
    found = front_matter("---\ntitle: Ferry\npublished: last week\n---\nA ferry sank.")
    assert found.published is None
    assert found.problem == "published: 'last week' is no date, expected YYYY-MM-DD"


def test_lists_and_comments_may_stand_in_it() -> None:
    assert front_matter("---\n# note\ntitle: Ferry\ntags:\n  - sea\n- port\n---\nA ferry sank.").title == "Ferry"


@pytest.mark.parametrize(
    "text",
    [
        "A ferry sank.",
        "---\nA ferry sank on Sunday.\n---\nFive died.",
        "---\ntitle: Ferry\nA ferry sank.",
        "---\n---\nA ferry sank.",
        "A ferry sank.\n---\ntitle: x\n---\n",
    ],
)
def test_none(text: str) -> None:
    assert front_matter(text).end == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("www.gazette.org", "gazette.org"),
        ("gazette.org/a/b", "gazette.org"),
        ("http://News.gazette.org", "news.gazette.org"),
        ("Gazette", None),
    ],
)
def test_domain(words: str, expected: str | None) -> None:
    assert domain(words) == expected


@given(st.text())
def test_any_text(text: str) -> None:
    assert 0 <= front_matter(f"---\n{text}").end <= len(text) + 4
