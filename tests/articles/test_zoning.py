"""Zones of whole texts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.articles import zones
from verify.model import Article

PIECES = (
    "Ferry sinks off the coast",
    "Five people died on Sunday.",
    "Read more",
    "Related stories",
    "(AP Photo/Anna Bell)",
    "PHOTO: A ferry.",
    "KIRKHAVEN (AP) — ",
    "date 2019-12-31 ",
    "By Anna Bell",
    "Advertisement",
    "source: example.org/a",
    "Published: 29 December 2019",
    "---\ntitle: A\n---\n",
    "• ",
    "× ",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    " ",
    "\u00a0",
    "\ufeff",
    "\u2028",
    "\u200b",
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20))).map("".join))


def parts(text: str, title: str | None = None) -> list[tuple[str, str]]:
    found = zones(Article.from_text(id="a", text=text, title=title))
    return [(zone.kind, text[zone.start : zone.end]) for zone in found]


def test_headline_lead_body() -> None:
    text = "Ferry sinks off the coast\n\n4 min read\n\nA ferry sank on Sunday.\n\nFive people died."
    assert parts(text) == [
        ("headline", "Ferry sinks off the coast"),
        ("furniture", "4 min read"),
        ("lead", "A ferry sank on Sunday."),
        ("body", "Five people died."),
    ]


def test_a_text_may_begin_with_a_sentence() -> None:
    assert [kind for kind, _ in parts("A ferry sank on Sunday.\n\nFive people died.")] == ["lead", "body"]


def test_a_subhead_between_paragraphs() -> None:
    text = "A ferry sank on Sunday.\n\nCaptain explains his course\n\nHe said that the radar had failed."
    assert [kind for kind, _ in parts(text)] == ["lead", "headline", "body"]


def test_a_deck_below_the_headline() -> None:
    text = "Ferry sinks off the coast\n\nCoast guard rescues 35\n\nA ferry sank on Sunday."
    assert [kind for kind, _ in parts(text)] == ["headline", "headline", "lead"]


def test_a_headline_that_asks() -> None:
    text = "Why did the ferry sink?\n\nA ferry sank on Sunday.\n\nFive people died."
    assert [kind for kind, _ in parts(text)] == ["headline", "lead", "body"]


def test_the_known_title_is_the_headline_whatever_its_end() -> None:
    text = "A ferry sank.\n\nIt had left at noon.\n\nFive people died."
    assert [kind for kind, _ in parts(text, title="A Ferry Sank")] == ["headline", "lead", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "The minister wrote on Monday:",
        "- two lifeboats",
        "found near the pier on Monday morning",
        "A sentence that goes on for more than twelve words and has lost its full stop somewhere",
        "Ferry down, all rescued — Harbour News (@harbour) May 3, 2019",
    ],
)
def test_an_open_line_that_is_no_subhead(line: str) -> None:
    text = f"A ferry sank on Sunday.\n\n{line}\n\nFive people died."
    assert [kind for kind, _ in parts(text)] == ["lead", "body", "body"]


def test_one_paragraph_without_full_stop_is_the_lead() -> None:
    assert parts("Five people died when a ferry sank") == [("lead", "Five people died when a ferry sank")]


def test_a_date_glued_to_the_lead() -> None:
    assert parts(" date 2019-12-31 A ferry sank on Sunday.") == [
        ("furniture", "date 2019-12-31"),
        ("lead", "A ferry sank on Sunday."),
    ]


def test_a_date_glued_to_the_headline() -> None:
    text = "Ferry sinks off the coast Posted: Friday, May 3, 2019 6:01 PM EDT\n\nA ferry sank on Friday."
    assert parts(text)[:2] == [
        ("headline", "Ferry sinks off the coast"),
        ("furniture", "Posted: Friday, May 3, 2019 6:01 PM EDT"),
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "KIRKHAVEN —",
        "KIRKHAVEN--",
        "KIRKHAVEN (AP) —",
        "KIRKHAVEN, Ohio (AP) --",
        "Kirkhaven (Reuters) -",
        "KIRKHAVEN, Dec 29 (Reuters) -",
        "KIRKHAVEN, Dec. 29, 2019 (AFP) –",
        "PORT KIRK, Me. -",
        "ST. KIRK (WXYZ) -",
        "DE KIRK, Ark. -",
        "KIRKHAVEN (Gazette.com) —",
        "KIRKHAVEN >>",
    ],
)
def test_datelines(dateline: str) -> None:
    found = parts(f"{dateline} A ferry sank on Sunday.\n\nFive people died.")
    assert found == [("furniture", dateline), ("lead", "A ferry sank on Sunday."), ("body", "Five people died.")]


@pytest.mark.parametrize(
    "lead",
    [
        "NATO — which has 29 members — met on Monday.",
        "Kirkhaven — a town of 400 — lost five people.",
        "US-led forces struck five places.",
        "The ferry – built in 1990 – sank.",
        "Senator Lou Dale (D-Ohio) — A long career ended on Monday.",
        "Dec. 29, 2019, was a Sunday.",
    ],
)
def test_a_dash_makes_no_dateline(lead: str) -> None:
    assert parts(lead + "\n\nFive people died.")[0] == ("lead", lead)


def test_the_text_after_a_dateline_is_no_headline() -> None:
    text = "KIRKHAVEN — Five people died on Sunday\n\nA ferry sank."
    assert parts(text)[1] == ("lead", "Five people died on Sunday")


def test_an_entry_of_a_timeline_keeps_its_date() -> None:
    text = "A ferry sank.\n\nIt was old.\n\nDec. 29, 2018 — A first fault is found.\n\nMay 3, 2019 — A second is found."
    assert [kind for kind, _ in parts(text)] == ["lead", "body", "body", "body"]


def test_an_advertisement_inside_a_paragraph() -> None:
    text = "A ferry sank on Sunday. Advertisement The sea was calm."
    assert parts(text) == [
        ("lead", "A ferry sank on Sunday."),
        ("furniture", "Advertisement"),
        ("body", "The sea was calm."),
    ]


def test_a_caption_and_its_repetition() -> None:
    text = (
        "A ferry sank on Sunday.\n\n"
        "PHOTO: Divers search the wreck's upper deck on Monday.\n"
        "Divers search the wreck’s upper deck on Monday.Department of Transport\n\n"
        "Divers search the wreck's upper deck on Monday.\n\nFive people died."
    )
    assert [kind for kind, _ in parts(text)] == ["lead", "caption", "caption", "caption", "body"]


def test_a_name_in_brackets_credits_a_picture_at_the_top_only() -> None:
    text = "A ferry lies near the pier. (WXYZ)\n\nA ferry sank on Sunday.\n\nIt was old.\n\nFive people died. (ANI)"
    assert [kind for kind, _ in parts(text)] == ["caption", "lead", "body", "body"]


def test_lines_below_related_stories_are_links() -> None:
    text = "A ferry sank on Sunday.\n\nRelated stories\n\nHarbour master resigns\n\nFare prices up\n\nFive people died."
    assert [kind for kind, _ in parts(text)] == ["lead", "furniture", "furniture", "furniture", "body"]


def test_front_matter_is_furniture_and_a_real_copyright_notice_swallows_no_statement() -> None:
    text = "---\ntitle: Ferry\n---\n\nA ferry sank.\n\n© 2019 Harbour Media Group. Five people died on Sunday."
    assert [kind for kind, _ in parts(text)] == ["furniture", "lead", "body"]


def test_long_paragraphs_are_body() -> None:
    text = "A ferry sank on Sunday. " * 300
    assert [kind for kind, _ in parts("By Anna Bell\n\n" + text)] == ["furniture", "lead"]


def test_a_text_six_times_as_long_as_an_article_may_be() -> None:
    text = "A ferry sank on Sunday near the pier of the town, the coast guard of the region said.\n\n" * 5_800
    start = time.process_time()
    assert len(zones(Article.from_text(id="a", text=text))) == 5_800
    assert time.process_time() - start < 2


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_zones_are_sorted_apart_inside_and_whole(text: str) -> None:
    found = zones(Article.from_text(id="a", text=text))
    covered = set()
    end = 0
    for zone in found:
        assert end <= zone.start < zone.end <= len(text)
        assert text[zone.start : zone.end].strip() == text[zone.start : zone.end]
        covered |= set(range(zone.start, zone.end))
        end = zone.end
    left = {c for i, c in enumerate(text) if i not in covered}
    assert all(c.isspace() or c in "\ufeff\u200b" for c in left)
    assert sum(zone.kind == "lead" for zone in found) <= 1
