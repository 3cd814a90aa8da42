from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from verify.report.terminal import render, svg

from . import golden
from .stories import LONG_NAME, alone, crowd, ferry, hostile, nothing

STORIES = [alone, crowd, ferry, hostile, nothing]
WIDTHS = [60, 80, 100, 160]


def unstyled(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize("width", [80, 160])
def test_report_is_the_golden_one(width: int) -> None:
    golden.check(f"terminal-{width}.txt", render(ferry(), width=width, colour=False))


def test_everything_unfolded_is_the_golden_one() -> None:
    golden.check("terminal-all-100.txt", render(ferry(), width=100, colour=False, all_facts=True))


def test_twelve_articles_are_the_golden_ones() -> None:
    golden.check("terminal-crowd-80.txt", render(crowd(), width=80, colour=False))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal_but_for_a_long_path(story, width: int, colour: bool) -> None:
    text = unstyled(render(story(), width=width, colour=colour, all_facts=True))
    too_wide = [line for line in text.splitlines() if cell_len(line.rstrip()) > width]
    assert all(LONG_NAME in line for line in too_wide)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_place_is_never_broken(width: int) -> None:
    text = render(ferry(), width=width, colour=False)
    for place in ("ferry/beacon.txt:3:118", "ferry/courier.txt:5:101", f"ferry/wire/{LONG_NAME}.txt:3:1"):
        assert re.search(rf"(^|\s){re.escape(place)}$", text, re.MULTILINE)


@pytest.mark.parametrize("story", STORIES)
def test_without_colour_there_is_no_control_character(story) -> None:
    text = render(story(), width=80, colour=False, all_facts=True)
    assert all(character.isprintable() for character in text.replace("\n", ""))


@pytest.mark.parametrize("story", STORIES)
def test_with_colour_there_are_only_colours(story) -> None:
    text = render(story(), width=80, colour=True, all_facts=True)
    assert text != unstyled(text)
    assert "\x1b" not in unstyled(text)
    assert all(character.isprintable() for character in unstyled(text).replace("\n", ""))


def test_colour_changes_only_how_the_quoted_words_are_marked() -> None:
    plain = re.sub("[«»│]", "", render(ferry(), width=160, colour=False))
    coloured = unstyled(render(ferry(), width=160, colour=True)).replace("│", "")
    assert plain.split() == coloured.split()


@pytest.mark.parametrize("name, value", [("NO_COLOR", "1"), ("FORCE_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "33")])
@pytest.mark.parametrize("colour", [False, True])
def test_the_environment_changes_nothing(monkeypatch, name: str, value: str, colour: bool) -> None:
    for variable in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    before = render(ferry(), width=80, colour=colour)
    monkeypatch.setenv(name, value)
    assert render(ferry(), width=80, colour=colour) == before


def test_hostile_text_is_shown_as_it_is() -> None:
    text = render(hostile(), width=160, colour=False)
    assert "[red]stop[/red] [/] [link=http://evil.example]x[/link] :boom:" in text
    assert "␛[31mred␛[0m ␇ �gnp.exe�" in text


def test_the_first_lines_are_figures() -> None:
    first, second, *_ = render(ferry(), width=160, colour=False).splitlines()
    assert first == "3 articles · 17 claims · 11 facts"
    assert second.startswith("✗ 1 conflict   ⚑ 2 flags   ↑ 1 update   Σ 1 agrees by sum   ✓ 1 agrees")


def test_single_sources_and_doubtful_flags_are_folded() -> None:
    folded, unfolded = (render(ferry(), width=80, colour=False, all_facts=all_facts) for all_facts in (False, True))
    for hidden in ("about 14 knots\n", "Who is it?"):
        assert hidden not in folded
        assert hidden.strip() in unfolded
    assert "4 facts stand in one source alone" in folded
    assert "1 more flag of low confidence" in folded


def test_flags_are_folded_below_the_least_confidence() -> None:
    low, high = (render(ferry(), width=80, colour=False, min_confidence=least) for least in ("low", "high"))
    assert "Who is it?" in low and "of low" not in low
    assert "Who is it?" not in high
    assert re.search(r"\d (?:more )?flags? of (?:low|medium)", high)


def test_sections_stand_in_order() -> None:
    folded, unfolded = (
        re.findall(
            r"^(?:\S )?([A-Z][a-z ]+) · \d+ ─",
            render(ferry(), width=80, colour=False, all_facts=all_facts),
            re.MULTILINE,
        )
        for all_facts in (False, True)
    )
    assert folded == ["Conflicts", "Flags", "Updates", "Settled", "Single source", "Not checked"]
    assert unfolded == [
        *("Conflicts", "Flags", "Updates", "Agree by sum", "Agree", "Compatible", "Single source"),
        *("Facts by sources", "Not checked"),
    ]


def test_what_is_settled_is_a_line_with_who_says_what() -> None:
    text = render(ferry(), width=100, colour=False)
    assert "\nΣ lifeboats by side: 7 (A B), 4 (A), 3 (A), several (C)\n" in text
    assert "\n≈ people on board: 212 (A), at least 200 (B)\n" in text
    assert "212 is more than 200" not in text and "212 is more than 200" in render(
        ferry(), width=100, colour=False, all_facts=True
    )


def test_how_much_two_sources_share_is_said_so_that_no_conflict_does_not_reassure_falsely() -> None:
    text = render(ferry(), width=160, colour=False)
    said = "5 of 9 statements are in two sources or more; 4 in one alone, held against nothing; 8 passages were not compared"
    assert text.splitlines()[-1] == said
    assert "sources or more" not in render(alone(), width=160, colour=False)


def test_same_report_same_text() -> None:
    assert render(ferry(), width=80, colour=True) == render(ferry(), width=80, colour=True)


def test_matrix_of_many_articles_is_split_and_leaves_out_empty_rows() -> None:
    matrix = render(crowd(), width=80, colour=False, all_facts=True).partition("Facts by sources")[2]
    assert matrix.count(" trees felled") == 4
    assert matrix.count(" storm ") == 1 + 2


@pytest.mark.parametrize("story", STORIES)
def test_picture_is_xml_that_fetches_nothing(story) -> None:
    picture = svg(story(), title="verify <ferry>")
    ElementTree.fromstring(picture)
    assert picture == svg(story(), title="verify <ferry>")
    assert "url(http" not in picture
    assert "@font-face" not in picture


def test_picture_holds_long_paths_whole() -> None:
    assert f"ferry/wire/{LONG_NAME}.txt:3:1" in svg(ferry(), width=80)
