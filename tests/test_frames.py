"""A report for pandas and notebooks, and the check of it for test suites."""

from __future__ import annotations

from pathlib import Path

import pytest

import verify
from tests.report.stories import alone, ferry, hostile
from verify.consistent import inconsistent
from verify.model.frames import COLUMNS

FIRST = verify.Article.from_text(id="a", text="Four people were hurt in the fire in Leeds.", published="2024-05-01")
SECOND = verify.Article.from_text(id="b", text="Five people were hurt in the fire in Leeds.", published="2024-05-01")


@pytest.mark.parametrize("table", ["facts", "claims", "flags"])
def test_each_table_has_a_row_for_each(table: str) -> None:
    for report in (ferry(), alone(), hostile()):
        frame = report.to_frame(table)
        assert tuple(frame.columns) == COLUMNS[table] and len(frame) == len(getattr(report, table))
        assert list(frame["id"]) == [one.id for one in getattr(report, table)]


def test_the_tables_hang_together() -> None:
    facts, claims = ferry().to_frame(), ferry().to_frame("claims")
    assert (facts["verdict"] == "conflict").sum() == 1
    conflict = facts[facts["verdict"] == "conflict"].iloc[0]
    own = claims[claims["fact"] == conflict["id"]]
    assert len(own) == conflict["claims"] and own["article"].nunique() == conflict["articles"] == 2
    assert set(own["verdict"]) == {"conflict"}


def test_another_table_is_refused() -> None:
    with pytest.raises(verify.UsageError, match="expected facts, claims, flags"):
        ferry().to_frame("links")  # type: ignore[arg-type]


def test_a_notebook_shows_the_matrix_and_no_markup_of_the_articles() -> None:
    shown = ferry()._repr_html_()
    assert "<th>passengers hurt</th><td>conflict</td>" in shown and shown.count("<tr>") == 8
    assert "<script" not in hostile()._repr_html_() and "<img" not in hostile()._repr_html_()


def test_articles_that_agree_are_consistent_and_others_are_told() -> None:
    report = verify.assert_consistent([FIRST])
    assert report.articles[0].id == "a"
    with pytest.raises(verify.InconsistentError) as caught:
        verify.assert_consistent([FIRST, SECOND])
    assert isinstance(caught.value, AssertionError) and "conflict" in str(caught.value) and caught.value.report.facts
    assert verify.assert_consistent([FIRST, SECOND], fail_on="never").facts


def test_files_and_articles_go_together(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(SECOND.text)
    with pytest.raises(AssertionError):
        verify.assert_consistent([FIRST, tmp_path / "b.txt"])
    with pytest.raises(verify.UsageError, match="no level"):
        verify.assert_consistent([FIRST], fail_on="all")  # type: ignore[arg-type]


def test_the_levels_are_those_of_the_command_line() -> None:
    counts = [
        len(inconsistent(ferry(), fail_on=level, min_confidence="low"))
        for level in ("never", "conflict", "flag", "any")
    ]
    assert counts == [0, 1, 3, 4]
