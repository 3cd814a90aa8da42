from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.report.inert import clip, one_line, visible


@pytest.mark.parametrize(
    "text, shown",
    [
        ("plain ‘text’ – é", "plain ‘text’ – é"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\u202etxt.exe", "\ufffdtxt.exe"),
        ("\x9b31m", "\ufffd31m"),
        ("\ud800", "\ufffd"),
        ("co\u00adoper\u200bate", "cooperate"),
        ("two\nlines", "two␊lines"),
    ],
)
def test_what_a_screen_would_obey_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_one_line_is_printable_and_one_line(text: str) -> None:
    line = one_line(text)
    assert line.isprintable()
    assert "  " not in line
    assert one_line(line) == line


@settings(deadline=None, derandomize=True)
@given(st.text(), st.integers(min_value=2, max_value=30))
def test_clip_keeps_the_limit(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit


def test_clip_cuts_at_a_space() -> None:
    assert clip("the quick brown fox", 12) == "the quick…"
    assert clip("the quick", 12) == "the quick"
    assert clip("w" * 20, 5) == "wwww…"
