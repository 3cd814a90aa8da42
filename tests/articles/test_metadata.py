"""Title, outlet and date that a text states of itself."""

from __future__ import annotations

from datetime import date

import pytest

from verify.articles import prepare
from verify.model import Article

BODY = "A ferry sank on Sunday.\n\nFive people died."


def told(text: str) -> tuple[str | None, str | None, date | None]:
    article = prepare(Article.from_text(id="a", text=text))
    return article.title, article.outlet, article.published


def published(text: str) -> date | None:
    return told(text)[2]


@pytest.mark.parametrize(
    "line",
    [
        "Published: 29 December 2019",
        "Dec. 29, 2019",
        "Dec. 29, 2019 5:30 PM ET | Updated: Dec. 31, 2019 6:00 PM ET",
        "Posted: Sunday, December 29, 2019 5:30 PM",
        "Updated: Dec 29, 2019 - 5:30 PM",
        "By Anna Bell // December 29, 2019",
        "By Anna Bell\nPublished 2019-12-29",
        "Last updated 30 December 2019\n\nPublished 29 December 2019",
    ],
)
def test_a_date_line_above_the_lead(line: str) -> None:
    assert published(f"Ferry sinks off the coast\n\n{line}\n\n{BODY}") == date(2019, 12, 29)


@pytest.mark.parametrize(
    "start",
    ["date 2019-12-29 ", " date 2019-12-29 ", "2019-12-29 ", "Dec. 29, 2019 — ", "KIRK, Dec. 29, 2019 (AFP) - "],
)
def test_a_date_in_front_of_the_lead(start: str) -> None:
    assert published(start + BODY) == date(2019, 12, 29)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"PHOTO: A ferry lies near the pier on Dec. 29, 2019.\n\n{BODY}",
        f"{BODY}\n\nCopyright 2019 Harbour News. All rights reserved.",
        f"KIRK, Dec 29 (Reuters) - {BODY}",
        f"5/6/2019\n\n{BODY}",
        f"May 3, 2018\n\nMay 4, 2018\n\n{BODY}",
        f"Watch: The flood of 28 January 1997 that broke levees, drowned homes and closed the road north\n\n{BODY}",
        f"On Dec. 29, 2019, a ferry sank.\n\n{BODY}",
    ],
)
def test_a_date_that_is_not_that_of_publication(text: str) -> None:
    assert published(text) is None


def test_a_source_line_names_the_outlet() -> None:
    assert told(f"{BODY}\n\nsource: www.gazette.org/ferry-sinks")[1] == "gazette.org"


def test_a_source_that_is_no_domain_names_none() -> None:
    assert told(f"{BODY}\n\nSource: The Harbour Gazette")[1] is None


def test_the_headline_is_the_title() -> None:
    assert told(f"Ferry sinks\noff the coast\n\n{BODY}")[0] is None
    assert told(f"Ferry sinks off the coast\n\n{BODY}")[0] == "Ferry sinks off the coast"
    assert told(BODY)[0] is None


def test_a_row_of_lines_is_no_title() -> None:
    assert told(f"Ferry sinks off the coast\n\nFare prices up again\n\nMayor in court on Monday\n\n{BODY}")[0] is None


def test_what_is_known_is_kept() -> None:
    text = f"Ferry sinks off the coast\n\nDec. 29, 2019\n\n{BODY}\n\nsource: gazette.org/a"
    known = Article.from_text(id="a", text=text, title="T", outlet="O", published="2020-01-02")
    found = prepare(known)
    assert (found.title, found.outlet, found.published) == ("T", "O", date(2020, 1, 2))
    assert found.text == text
    assert found.zones


def test_front_matter_comes_first() -> None:
    assert told(f"---\ntitle: T\noutlet: O\npublished: 2020-01-02\n---\n\nDec. 29, 2019\n\n{BODY}") == (
        "T",
        "O",
        date(2020, 1, 2),
    )
