"""`verify review` by lines on standard input, and what `verify check` makes of the decisions."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from verify import Options, Report, cross_check
from verify.articles import Story
from verify.cli import main
from verify.review import Entry, load

Types = Callable[[str], None]
Capture = pytest.CaptureFixture[str]


def review(story: Path, *more: str) -> int:
    return main(["review", str(story), "--who", "Ann", *more])


def check(story: Path, *more: str) -> int:
    return main(["check", str(story), "--out", str(story.parent / "r"), *more])


def decided(story: Path) -> dict[str, Entry]:
    """Entries by the sort of their finding; the story has one conflict and one flag."""
    return {key.split("-")[0]: entry for key, entry in load((story / "review.toml").read_text("utf-8")).items()}


def test_accept_and_dismiss(story: Path, types: Types, capsys: Capture) -> None:
    types("d the second counts the driver\na look at the file\n")
    assert review(story) == 0
    out = capsys.readouterr().out
    assert "2 open of 2" in out and "«Four people»" in out and "«seven people»" in out
    assert "1 accepted, 1 dismissed, 0 open" in out
    found = decided(story)
    assert (found["conflict"].decision, found["conflict"].reason) == ("dismissed", "the second counts the driver")
    assert (found["flag"].decision, found["flag"].note, found["flag"].who) == ("accepted", "look at the file", "Ann")


def test_what_was_mended_is_fixed(story: Path, types: Types, capsys: Capture) -> None:
    types("f the desk has corrected it\nq\n")
    assert review(story) == 0
    assert "0 accepted, 0 dismissed, 1 fixed" in capsys.readouterr().out
    assert [(e.decision, e.note) for e in decided(story).values()] == [("fixed", "the desk has corrected it")]


def test_quit_and_go_on_later(story: Path, types: Types, capsys: Capture) -> None:
    types("a\nq\n")
    assert review(story) == 0
    types("d it was so announced\n")
    assert review(story) == 0
    assert "1 open of 2" in capsys.readouterr().out
    assert {name: entry.decision for name, entry in decided(story).items()} == {
        "conflict": "accepted",
        "flag": "dismissed",
    }


def test_the_end_of_the_input_is_quitting(story: Path, types: Types) -> None:
    types("s\n")
    assert review(story) == 0
    assert not (story / "review.toml").exists()


def test_undo_brings_back_what_stood_before(story: Path, types: Types, capsys: Capture) -> None:
    types("u\na\nu\nd no\nu\ns\nq\n")
    assert review(story) == 0
    assert "Nothing to undo." in capsys.readouterr().out
    assert load((story / "review.toml").read_text("utf-8")) == {}


def test_a_note_stays_through_a_decision_and_a_decision_through_a_note(story: Path, types: Types) -> None:
    types("n call the ministry\nd\n\nd\nthey agree\ns\n")
    assert review(story) == 0
    found = decided(story)["conflict"]
    assert (found.decision, found.reason, found.note) == ("dismissed", "they agree", "call the ministry")
    types("n call again\nq\n")
    assert review(story, "--again") == 0
    found = decided(story)["conflict"]
    assert (found.decision, found.reason, found.note) == ("dismissed", "they agree", "call again")


def test_an_unknown_answer_brings_the_help(story: Path, types: Types, capsys: Capture) -> None:
    types("yes\nd\n")
    assert review(story) == 0
    out = capsys.readouterr().out
    assert "dismiss: it is left out of reports" in out and "0 dismissed, 2 open" in out


def test_the_dismissed_are_left_out_counted_and_do_not_fail(story: Path, types: Types, capsys: Capture) -> None:
    assert check(story, "--fail-on", "flag") == 1
    types("d one\nd two\n")
    review(story)
    capsys.readouterr()
    assert check(story, "--fail-on", "any") == 0
    out = capsys.readouterr().out
    page = (story.parent / "r" / "tram.md").read_text("utf-8")
    for text in (out, page):
        assert "2 dismissed" in text and "0 conflicts" in text and "Feb. 30" not in text.partition("Not checked")[0]
    assert check(story, "--fail-on", "conflict", "--no-review") == 1
    out = capsys.readouterr().out
    assert "1 conflict" in out and "2 dismissed" not in out


def test_the_accepted_still_fail(story: Path, types: Types) -> None:
    types("a\na\n")
    review(story)
    assert check(story, "--fail-on", "conflict") == 1


def test_stale_decisions_are_listed(story: Path, types: Types, capsys: Capture) -> None:
    types("d the second counts the driver\nq\n")
    review(story)
    (story / "b.txt").write_text((story / "b.txt").read_text().replace("seven", "four"))
    capsys.readouterr()
    assert check(story) == 0
    err = capsys.readouterr().err
    assert "review.toml: stale, the finding is gone: Injured: 4 / 7: dismissed (the second counts" in err
    types("q\n")
    review(story)
    assert "stale" in capsys.readouterr().err


@pytest.mark.parametrize("command", [check, review])
def test_a_broken_file_is_told_and_left_alone(command: Callable[[Path], int], story: Path, capsys: Capture) -> None:
    broken = b"flag-1.decision = \xff"
    for content in (broken, b"flag-1.decision = 3", b"<<<<<<< HEAD\n"):
        (story / "review.toml").write_bytes(content)
        assert command(story) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith("verify: ") and "review.toml: " in line and "expected" in line
        assert (story / "review.toml").read_bytes() == content
    assert check(story, "--no-review") == 0


def test_a_place_that_cannot_be_written_loses_nothing(
    story: Path, types: Types, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    types("a\nq\n")
    review(story)
    before = (story / "review.toml").read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", refuse)
    types("a\n")
    assert review(story) == 2
    assert "review.toml: cannot be written" in capsys.readouterr().err
    assert (story / "review.toml").read_bytes() == before


def test_what_another_person_decides_meanwhile_is_kept(
    story: Path, types: Types, monkeypatch: pytest.MonkeyPatch
) -> None:
    types("a\na\n")
    review(story)
    file = story / "review.toml"
    theirs = file.read_text("utf-8")
    file.unlink()
    answers = iter(["d mine", None])

    def answer(_: str) -> str | None:
        file.write_text(theirs, "utf-8")
        return next(answers)

    monkeypatch.setattr("verify.cli.review.ask", answer)
    review(story)
    assert {entry.decision for entry in decided(story).values()} == {"accepted"}


def test_git_is_told_to_keep_both_sides(story: Path, types: Types, capsys: Capture) -> None:
    subprocess.run(["git", "init", "-q", str(story.parent)], check=True)
    types("a\na\n")
    review(story)
    assert (story / ".gitattributes").read_text() == "review.toml merge=union\n"
    assert ".gitattributes" in capsys.readouterr().err


def test_no_repository_no_rule(story: Path, types: Types) -> None:
    types("a\na\n")
    review(story)
    assert not (story / ".gitattributes").exists()


def test_flags_that_a_report_folds_away_are_not_asked_about(
    story: Path, types: Types, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def doubtful(story: Story, options: Options) -> Report:
        report = cross_check(story.articles, options=options)
        return replace(report, flags=tuple(replace(flag, confidence="low") for flag in report.flags))

    monkeypatch.setattr("verify.cli.review.cross_checked", doubtful)
    for options, count in (((), "1 open of 1"), (("--min-confidence", "low"), "2 open of 2")):
        types("q\n")
        assert review(story, *options) == 0
        assert count in capsys.readouterr().out


def test_among_many_stories_the_dismissed_do_not_count(story: Path, types: Types, capsys: Capture) -> None:
    other = story.parent / "other"
    other.mkdir()
    (other / "a.txt").write_text((story / "a.txt").read_text())
    types("d one\nd two\n")
    review(story)
    both = ["check", str(story), str(other), "--out", str(story.parent / "r"), "--fail-on", "any"]
    assert main([*both, "--table", str(story.parent / "r.csv")]) == 0
    assert "[tram](tram.md) | 2 | 9 | 0 |" in (story.parent / "r" / "index.md").read_text("utf-8")
    assert "2 dismissed" in (story.parent / "r" / "tram.md").read_text("utf-8")
    assert main([*both, "--no-review"]) == 1


def test_standard_input_cannot_be_reviewed(story: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verify.articles.source._streamed", (story / "a.txt").read_bytes)
    assert main(["review", "-"]) == 2
    assert "no folder to keep decisions in" in capsys.readouterr().err


def test_what_was_fixed_is_said_and_comes_back_with_its_finding(story: Path, types: Types, capsys: Capture) -> None:
    types("f the second says four now\nq\n")
    assert review(story) == 0
    assert decided(story)["conflict"].decision == "fixed" and "1 fixed" in capsys.readouterr().out
    assert check(story, "--fail-on", "conflict") == 1


def test_a_note_goes_on_when_a_value_changes_and_what_is_gone_can_be_taken_out(
    story: Path, types: Types, capsys: Capture
) -> None:
    types("n call the ministry\nq\n")
    review(story)
    (story / "b.txt").write_text((story / "b.txt").read_text().replace("seven", "six"))
    capsys.readouterr()
    types("a\nq\n")
    review(story)
    assert "noted while it had other values: call the ministry" in capsys.readouterr().out
    found = load((story / "review.toml").read_text("utf-8"))
    assert sorted(entry.note or "" for entry in found.values()) == ["call the ministry", "call the ministry"]
    types("s\n")
    review(story, "--prune")
    assert [entry.decision for entry in load((story / "review.toml").read_text("utf-8")).values()] == ["accepted"]
