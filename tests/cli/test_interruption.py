"""Ctrl-C: what is finished stays, one line says so, exit code 130, no half-written file."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from verify import Options
from verify.articles import Story
from verify.batch.story import check_story
from verify.cli import main
from verify.cli.writing import write
from verify.model import Outcome

Capture = pytest.CaptureFixture[str]


def test_what_is_finished_stays(story: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "a.txt").write_text((story / "a.txt").read_text())

    def interrupted(stories: list[Story], options: Options) -> Iterator[Outcome]:
        yield check_story(stories[0], options)
        os.kill(os.getpid(), signal.SIGINT)
        yield check_story(stories[1], options)

    monkeypatch.setattr("verify.batch.machine.run_on_machine", interrupted)
    assert main([str(story), str(tmp_path / "two"), "--out", str(tmp_path / "r")]) == 130
    out, err = capsys.readouterr()
    assert (out, err) == ("", "verify: interrupted, 1 of 2 stories finished\n")
    assert [path.name for path in (tmp_path / "r").iterdir()] == ["tram.md"]


@pytest.mark.parametrize(
    ("command", "step"),
    [
        ("check", "verify.pipeline.find_encoder"),
        ("review", "verify.pipeline.find_encoder"),
        ("claims", "verify.pipeline.extract_claims"),
        ("explain", "verify.checks.all_checks"),
    ],
)
def test_the_other_commands_say_one_line(
    command: str, step: str, story: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(step, interrupted)
    assert main([command, *([] if command == "explain" else [str(story)])]) == 130
    assert capsys.readouterr().err == "verify: interrupted\n"


def test_a_review_that_is_interrupted_keeps_what_was_decided(
    story: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["a", None])

    def answer(_: str) -> str:
        given = next(answers)
        if given is None:
            raise KeyboardInterrupt
        return given

    monkeypatch.setattr("verify.cli.review.ask", answer)
    assert main(["review", str(story)]) == 130
    kept = story / "review.toml"
    assert capsys.readouterr().err == f"verify: interrupted, what was decided is kept in {kept}\n"
    assert "accepted" in (story / "review.toml").read_text()


def test_nothing_half_written_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("before")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "a.md", "after")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.md", "before")]
