"""Settings as the commands take them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from verify.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration folder and a working folder of the test's own."""
    monkeypatch.setenv("VERIFY_CONFIG", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)


def trust(story: Path, text: str) -> None:
    """Write settings that the user trusts."""
    (story / "verify.toml").write_text(text)
    assert main(["trust", str(story)]) == 0


def test_a_setting_holds_and_an_option_overrides_it(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(story.parent)
    trust(story, 'fail-on = "conflict"\nout = "../written"\njson = "report.json"\n')
    assert main([str(story)]) == 1
    assert (story.parent / "written" / "tram.md").exists() and json.loads((story / "report.json").read_text())
    assert main([str(story), "--fail-on", "never", "--out", "here"]) == 0
    assert (story.parent / "here" / "tram.md").exists()


def test_every_option_of_check_can_be_set(story: Path, capsys: Capture) -> None:
    main(["check", "--help"])
    options = set(re.findall(r"^  --([a-z-]+)", capsys.readouterr().out, re.M)) - {"help", "show-settings"}
    assert main([str(story), "--show-settings"]) == 0
    shown = {line.removeprefix("# ").split()[0] for line in capsys.readouterr().out.splitlines()}
    assert shown == options >= {"out", "json", "fail-on", "all", "encoder", "pipeline"}


def test_what_is_set_and_by_what(story: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(story.parent)
    Path("pyproject.toml").write_text('[tool.verify]\nall = true\nfail-on = "any"\n')
    assert main(["tram", "--fail-on", "flag", "--show-settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {'out = "reports"  # default', "# json is not set", "all = true  # pyproject.toml"} <= set(lines)
    assert 'fail-on = "flag"  # option' in lines
    assert not Path("reports").exists()


def test_without_a_path_the_working_folder_tells(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("verify.toml").write_text("all = true")
    assert main(["--show-settings"]) == 0
    assert "all = true  # verify.toml" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "claims", "review"])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('fail_on = "any"', "verify.toml: fail_on: no such setting, expected fail-on"),
        ("all = maybe", "verify.toml: Invalid value (at line 1, column 7), expected TOML"),
    ],
)
def test_a_broken_file_is_told_in_a_line(command: str, text: str, message: str, story: Path, capsys: Capture) -> None:
    (story / "verify.toml").write_text(text)
    assert main([command, str(story)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("verify: ") and line.endswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('fail-on = "often"', 'fail-on: "often" does not fit, expected what --fail-on takes: Exit with 1'),
        ('all = "yes"', 'all: "yes" does not fit, expected true or false'),
        ("out = true", "out: true does not fit, expected what --out takes"),
        ('out = ["a"]', 'out: ["a"] does not fit, expected what --out takes'),
        ("json = 3", "json: 3 does not fit, expected what --json takes"),
    ],
)
def test_a_value_that_does_not_fit(text: str, message: str, story: Path, capsys: Capture) -> None:
    trust(story, text)
    assert main([str(story)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert f"verify.toml: {message}" in line


def test_the_other_commands_take_what_a_cross_check_depends_on(story: Path, capsys: Capture) -> None:
    trust(story, 'json = "-"\nfail-on = "any"\n')
    capsys.readouterr()
    assert main(["claims", str(story)]) == 0
    assert not capsys.readouterr().out.startswith("[")
    trust(story, 'aliases = "names.toml"\n')
    assert main(["why", "people", str(story)]) == 2
    assert "tram/names.toml: cannot be read (No such file" in capsys.readouterr().err
    trust(story, 'pipeline = "no-such-pipeline"\n')
    assert main(["claims", str(story)]) == 2
    assert "no-such-pipeline" in capsys.readouterr().err
