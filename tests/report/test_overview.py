from __future__ import annotations

from verify.model import Outcome
from verify.report import overview

from .stories import alone, ferry, hostile

OUTCOMES = (
    Outcome(name="alone", report=alone()),
    Outcome(name="a | b](x) <c>", report=hostile()),
    Outcome(name="lost\nstory", problem="MemoryError: no *room*"),
    Outcome(name="ferry", report=ferry()),
)


def test_the_story_with_most_conflicts_comes_first_whatever_the_order() -> None:
    text = overview.markdown(OUTCOMES)
    assert text == overview.markdown(OUTCOMES[::-1])
    assert text.index("[ferry](ferry.md)") < text.index("[alone](alone.md)")
    assert text.startswith("# 3 stories cross-checked\n")


def test_the_counts_are_those_of_the_report() -> None:
    report = ferry()
    found = overview.counts(report)
    assert found["conflict"] == report.summary()["conflict"] and found["flags"] == len(report.flags)
    assert overview.counts(None) == dict.fromkeys(found)


def test_names_stay_text() -> None:
    text = overview.markdown(OUTCOMES)
    assert "a \\| b\\](x) &lt;c&gt;](a%20%7C%20b%5D%28x%29%20%3Cc%3E.md)" in text
    assert "## Not finished (1)\n\n- lost story: MemoryError: no \\*room\\*" in text


def test_the_terminal_shows_every_story() -> None:
    text = overview.table(OUTCOMES, width=100, colour=False)
    assert "ferry" in text and "lost story: not finished, MemoryError: no *room*" in text and "\x1b" not in text


def test_rows_are_flat_and_harmless() -> None:
    rows = overview.rows((*OUTCOMES, Outcome(name="=1+1", problem="@x")))
    assert [len(row) for row in rows] == [len(rows[0])] * 5
    assert {row["story"] for row in rows} >= {"'=1+1", "ferry"}
    assert [row["problem"] for row in rows if row["articles"] is None] == ["'@x", "MemoryError: no *room*"]
