"""The ladder of a comparison, laid out for the terminal."""

from __future__ import annotations

from functools import cache

import pytest
from rich.cells import cell_len

from verify import Article, Report, cross_check
from verify.report.why import matching, render


@cache
def report() -> Report:
    return cross_check(
        [
            Article.from_text(
                id="a", text="Four people were hurt in a fire in Leeds on Monday. The mill had 90 looms."
            ),
            Article.from_text(id="b", text="Five people were injured in the fire in Leeds on Monday."),
        ]
    )


def test_a_fact_is_found_by_identifier_and_by_words() -> None:
    (fact,) = [f for f in matching(report(), "FOUR people") if f.kind == "count"]
    assert matching(report(), fact.id) == (fact,)
    assert matching(report(), "no such words") == ()


def test_the_weights_add_up_to_the_last_line() -> None:
    (fact,) = [f for f in matching(report(), "four people") if f.kind == "count"]
    text = render(report(), fact, width=100, colour=False)
    (link,) = fact.links
    last = text.splitlines()[-2].split()
    assert float(last[-1]) == pytest.approx(link.weight) and last[: len(link.steps[-1].label.split())]
    assert all(step.label in text for step in link.steps) and "exclude each other" in text
    assert all(cell_len(line) <= 100 for line in text.splitlines())


def test_a_fact_without_links_says_so() -> None:
    single = next(f for f in report().facts if not f.links)
    assert "no claim" in render(report(), single, width=80, colour=False)
