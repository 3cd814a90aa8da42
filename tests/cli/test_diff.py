"""`verify diff` and `verify check --against`."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify.cli import main

Capture = pytest.CaptureFixture[str]


def check(story: Path, *more: object) -> int:
    return main(["check", str(story), "--out", str(story.parent / "r"), *map(str, more)])


@pytest.fixture
def reports(story: Path, tmp_path: Path, capsys: Capture) -> tuple[Path, Path]:
    """Return two reports; in the second one the conflict is gone, and there is another flag."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    check(story, "--json", old)
    text = (story / "b.txt").read_text().replace("seven", "four") + "\nIt was closed on Feb. 31, 1999, the city said.\n"
    (story / "b.txt").write_text("An unrelated line.\n\n" + text)
    check(story, "--json", new)
    capsys.readouterr()
    return old, new


def test_new_and_gone(reports: tuple[Path, Path], capsys: Capture) -> None:
    assert main(["diff", *map(str, reports)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("1 new · 0 changed · 1 gone\n")
    assert "+ ⚑ flag" in out and "February has no day 31" in out and "- ✗ conflict" in out and "day 30" not in out


def test_no_difference_is_0(reports: tuple[Path, Path], capsys: Capture) -> None:
    assert main(["diff", str(reports[0]), str(reports[0])]) == 0
    assert capsys.readouterr().out == "0 new · 0 changed · 0 gone\n"


def test_against_an_earlier_report_only_the_fresh_fails(
    story: Path, reports: tuple[Path, Path], capsys: Capture
) -> None:
    assert check(story, "--against", reports[0], "--fail-on", "flag") == 1
    assert "1 new · 0 changed · 1 gone" in capsys.readouterr().out
    assert check(story, "--against", reports[1], "--fail-on", "any") == 0
    assert check(story, "--fail-on", "any") == 1


def test_json_on_standard_output_stays_json(story: Path, reports: tuple[Path, Path], capsys: Capture) -> None:
    assert check(story, "--against", reports[0], "--json", "-") == 0
    assert " new · " not in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, b"", b"\xff", b"{}"])
def test_what_is_no_report(content: bytes | None, story: Path, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "old.json"
    if content is not None:
        path.write_bytes(content)
    for command in (["diff", str(path), str(path)], ["check", str(story), "--against", str(path)]):
        assert main(command) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith("verify: ") and "old.json: " in line and "expected" in line


def test_several_stories_have_no_earlier_report(story: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "other.txt").write_text((story / "a.txt").read_text())
    assert check(story.parent, "--against", "old.json") == 2
    assert "stories given, expected one" in capsys.readouterr().err
