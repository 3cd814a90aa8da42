from __future__ import annotations

import pytest

from verify import Options, UsageError
from verify.batch.story import check_story, unique_names

from .stories import story


def test_a_story_gives_its_report() -> None:
    outcome = check_story(story("Leeds"), Options())
    assert outcome.name == "Leeds" and outcome.problem is None
    assert outcome.report is not None and outcome.report.summary()["conflict"] == 1


def test_a_failure_is_an_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **more: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("verify.pipeline.cross_check", broken)
    outcome = check_story(story("Leeds"), Options())
    assert outcome.report is None and outcome.problem == "ZeroDivisionError: division by zero"


def test_wrong_usage_is_no_matter_of_one_story() -> None:
    with pytest.raises(UsageError):
        check_story(story("Leeds"), Options(pipeline="no-such-pipeline"))


def test_names_are_told_apart() -> None:
    given = [story(name) for name in ("fire", "fire", "index", "fire-2")]
    assert [s.name for s in unique_names(given, ["index"])] == ["fire", "fire-2", "index-2", "fire-2-2"]
