from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify import Article, UsageError
from verify.model import Flag, Link, Location, Span, Step


def test_published_takes_a_date_or_an_iso_string() -> None:
    made = [
        Article.from_text(id="a", text="", published=p)
        for p in (date(2024, 5, 6), "2024-05-06", "2024-05-06T10:00:00Z")
    ]
    assert {a.published for a in made} == {date(2024, 5, 6)}
    with pytest.raises(UsageError, match="expected YYYY-MM-DD"):
        Article.from_text(id="a", text="", published="yesterday")


@given(st.text(max_size=80), st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Article.from_text(id="a", text=text).position(offset)
    lines = text.split("\n")
    assert sum(len(row) + 1 for row in lines[: line - 1]) + column - 1 == offset


def test_a_location_quotes_the_text() -> None:
    where = Article.from_text(id="a", text="one\ntwo words").location(Span(start=4, end=7))
    assert (where.line, where.column, where.quote) == (2, 1, "two")


def test_the_weight_of_a_link_is_the_sum_of_its_steps() -> None:
    link = Link(
        left="a", right="b", steps=(Step(label="x", weight=-4.5), Step(label="y", weight=6.0)), relation="equal"
    )
    assert link.weight == 1.5 and link.to_dict()["weight"] == 1.5


def test_a_fingerprint_survives_edits_elsewhere() -> None:
    def flag(start: int, line: int) -> Flag:
        where = Location(article="a", start=start, end=start + 3, line=line, column=1, quote="two")
        return Flag(check="c", severity="low", confidence="high", message="?", primary=where)

    assert flag(4, 2).fingerprint == flag(90, 7).fingerprint
    assert flag(4, 2).id != flag(90, 7).id


def test_a_name_that_is_no_unicode_has_a_digest() -> None:
    assert Flag(
        check="c", severity="low", confidence="high", message="?",
        primary=Location(article="\udcff", start=0, end=1, line=1, column=1, quote="x"),
    ).fingerprint  # fmt: skip
