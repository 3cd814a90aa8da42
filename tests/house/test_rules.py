"""What a house sets of checks and kinds, its own checks, lines for editors, and the hook."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.report.stories import ferry
from verify import Article, Options, UsageError, cross_check
from verify.checks import all_checks, house
from verify.cli import main
from verify.cli.watching import state
from verify.house import house_rules
from verify.report.concise import render

EXAMPLE = Path(__file__).parent / "example"
CASES = tomllib.loads((EXAMPLE / "cases.toml").read_text(encoding="utf-8"))
SLIP = "Four people were hurt when a tram left the rails in Gdansk. It opened on Feb. 30, 1998, the city said.\n"
OTHER = "Seven people were hurt when a tram left the rails in Gdansk, the city said.\n"


def articles() -> list[Article]:
    return [Article.from_text(id="a", text=SLIP), Article.from_text(id="b", text=OTHER)]


def forget() -> None:
    house.house_checks.cache_clear()
    all_checks.cache_clear()


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Install the example as pip would: its module, and what it says of its entry points."""
    site = tmp_path / "site"
    info = site / "house_style-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "house_style.py").write_text((EXAMPLE / "house_style.py").read_text(encoding="utf-8"), encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-style\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[verify.checks]\nbanned-word = house_style:CHECK\n")
    monkeypatch.syspath_prepend(str(site))
    forget()
    yield info
    monkeypatch.undo()
    forget()


def checks(options: Options) -> dict[str, str]:
    return {flag.check: flag.severity for flag in cross_check(articles(), options=options).flags}


def test_a_check_has_the_severity_of_the_house_or_is_off() -> None:
    assert checks(Options()) == {"weekday-date": "medium"}
    assert checks(Options(checks=(("weekday-date", "low"),))) == {"weekday-date": "low"}
    assert checks(Options(checks=(("weekday-date", "off"),))) == {}


def test_a_kind_that_is_off_is_no_fact() -> None:
    assert "count" in {fact.kind for fact in cross_check(articles()).facts}
    report = cross_check(articles(), options=Options(checks=(("count", "off"),)))
    assert report.facts and "count" not in {fact.kind for fact in report.facts}


@pytest.mark.parametrize(
    ("name", "wanted", "expected"),
    [
        ("weekday-dat", "off", "expected weekday-date"),
        ("weekday-date", "loud", "expected off, low, medium or high"),
        ("count", "high", "expected off"),
        ("nonsense", "off", "expected a name of verify explain"),
    ],
)
def test_what_is_no_rule_is_refused(name: str, wanted: str, expected: str) -> None:
    with pytest.raises(UsageError, match=re.escape(expected)):
        house_rules([(name, wanted)])


def test_rules_stand_in_the_settings_and_a_stranger_says_what_he_puts_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VERIFY_CONFIG", str(tmp_path / "config"))
    Path("a.txt").write_text(SLIP)
    assert main(["a.txt", "--fail-on", "flag"]) == 1
    Path("verify.toml").write_text('[checks]\nweekday-date = "off"\ndoubled-word = "high"\n')
    capsys.readouterr()
    assert main(["a.txt", "--fail-on", "flag"]) == 0
    assert "verify.toml: off: weekday-date, by a file that is not trusted" in capsys.readouterr().err
    assert main(["a.txt", "--show-settings"]) == 0
    assert 'checks.doubled-word = "high"  # verify.toml' in capsys.readouterr().out
    assert main(["trust", "."]) == 0
    assert main(["a.txt", "--fail-on", "flag"]) == 0
    assert "not trusted" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ['checks = "off"', "[checks]\nweekday-date = 1", '[checks]\nweekday-date = "x"', '[checks]\nx = "off"']
)
def test_broken_rules_are_told_with_their_file(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(SLIP)
    Path("verify.toml").write_text(text)
    assert main(["a.txt"]) == 2
    assert capsys.readouterr().err.startswith("verify: verify.toml: checks")


@pytest.mark.parametrize("sort", ["flags", "silent"])
def test_a_check_of_the_house_runs_its_cases(example: Path, sort: str) -> None:
    for case in CASES[sort]:
        found = [
            f for f in cross_check([Article.from_text(id="a", text=case["text"])]).flags if f.check == "banned-word"
        ]
        assert [f.primary.quote for f in found] == ([case["at"]] if sort == "flags" else [])


def test_a_check_of_the_house_is_explained_and_ruled_as_others(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "banned-word"]) == 0
    assert "words that the house does not print" in capsys.readouterr().out
    article = Article.from_text(id="a", text=CASES["flags"][0]["text"])
    assert cross_check([article], options=Options(checks=(("banned-word", "high"),))).flags[0].severity == "high"
    assert cross_check([article], options=Options(checks=(("banned-word", "off"),))).flags == ()


@pytest.mark.parametrize(
    ("points", "problem"),
    [
        ("nothing = no_such_module:CHECK", "cannot be loaded"),
        ("nothing = house_style:BANNED", "expected a verify.checks.Check"),
        ("one = house_style:CHECK\ntwo = house_style:CHECK", "a second check called banned-word"),
    ],
)
def test_an_entry_point_that_is_no_check_is_told(
    example: Path, points: str, problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (example / "entry_points.txt").write_text(f"[verify.checks]\n{points}\n")
    forget()
    assert main(["explain"]) == 2
    assert problem in capsys.readouterr().err


def test_a_check_of_the_house_that_fails_is_told_and_the_others_go_on(example: Path) -> None:
    (example.parent / "house_style.py").write_text(
        "from verify.checks import Check\ndef run(subject):\n    raise ValueError('no')\nCHECK = Check(name='banned-word', run=run, doc='No.')\n"
    )
    import sys

    sys.modules.pop("house_style", None)
    forget()
    report = cross_check(articles())
    assert {flag.check for flag in report.flags} == {"weekday-date"}
    assert [n.what for n in report.not_checked if "check of the house failed (ValueError: no)" in n.reason] == [
        "banned-word"
    ] * 2
    sys.modules.pop("house_style", None)


def test_concise_is_a_line_for_each_finding() -> None:
    lines = render(ferry(), min_confidence="low").splitlines()
    assert len(lines) == 4
    assert all(re.fullmatch(r"[^:]+:\d+:\d+: [a-z-]+: .+", line) for line in lines), lines
    assert lines[0].split(": ")[1] == "conflict"


def test_the_command_prints_lines_and_nothing_where_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(SLIP)
    assert main(["a.txt", "--format", "concise"]) == 0
    assert re.fullmatch(r"a\.txt:1:\d+: weekday-date: .+\n", capsys.readouterr().out)
    Path("a.txt").write_text(OTHER)
    assert main(["a.txt", "--format", "concise"]) == 0
    assert capsys.readouterr().out == ""


def test_watching_sees_changes_but_not_those_that_it_makes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SLIP)
    before = state([tmp_path], own=[tmp_path / "reports"])
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.md").write_text("x")
    (tmp_path / ".hidden").write_text("x")
    assert state([tmp_path], own=[tmp_path / "reports"]) == before
    (tmp_path / "a.txt").write_text(OTHER)
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere")
    assert state([tmp_path], own=[tmp_path / "reports"]) != before


def test_watch_checks_again_what_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(SLIP)
    turns = iter(
        [
            lambda: Path("a.txt").write_text("He said Peru. " * 3),
            lambda: Path("a.txt").unlink(),
            lambda: Path("a.txt").write_text(OTHER),
        ]
    )

    def pause(_: float) -> None:
        step = next(turns, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr("verify.cli.watching.sleep", pause)
    assert main(["a.txt", "--format", "concise", "--watch"]) == 130
    said = capsys.readouterr()
    assert (
        said.out.count("weekday-date") == 1
        and said.err.count("watching for changes") == 4
        and "no such file" in said.err
    )


def test_the_hook_runs_a_command_that_parses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (Path(__file__).parent.parent.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry = re.search(r"^  entry: verify (.*)$", text, re.M)
    assert entry
    monkeypatch.chdir(tmp_path)
    Path("story").mkdir()
    Path("story/a.txt").write_text(SLIP)
    assert main([*entry[1].split(), "story"]) == 0
    Path("story/b.txt").write_text(OTHER)
    assert main([*entry[1].split(), "story"]) == 1
