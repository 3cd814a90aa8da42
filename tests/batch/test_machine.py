from __future__ import annotations

import pytest

from verify import Options, UsageError, cross_check
from verify.batch.machine import run_on_machine

from .stories import deadly, failing, refusing, stories


def test_the_reports_are_those_of_stories_alone() -> None:
    found = {o.name: o.report for o in run_on_machine(stories(), Options())}
    assert found == {s.name: cross_check(s.articles) for s in stories()}


def test_no_stories_no_outcomes() -> None:
    assert list(run_on_machine([], Options())) == []


def test_a_failure_stays_with_its_story() -> None:
    outcomes = {o.name: o.problem for o in run_on_machine(stories(), Options(), failing)}
    assert outcomes.pop("Porto") == "ArithmeticError: no such number"
    assert outcomes == dict.fromkeys(("Leeds", "Gdansk", "Malmo"))


def test_a_process_that_dies_takes_no_other_story_along() -> None:
    outcomes = {o.name: o for o in run_on_machine(stories(), Options(), deadly)}
    assert sorted(outcomes) == sorted(s.name for s in stories())
    assert {name for name, o in outcomes.items() if o.problem} == {"Porto"}
    assert "ended from outside" in (outcomes["Porto"].problem or "")


def test_wrong_usage_ends_the_run() -> None:
    with pytest.raises(UsageError, match="expected a model"):
        list(run_on_machine(stories(), Options(), refusing))
