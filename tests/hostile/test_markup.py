"""Signs that a reader of a report would obey: in spreadsheets, terminals, pictures and SARIF."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from report.stories import ferry

from verify.cli import main
from verify.cli.console import Work
from verify.cli.files import spreadsheet
from verify.report import terminal
from verify.report.inert import harmless

Capture = pytest.CaptureFixture[str]
FIRE = "Five people were hurt in a fire in Leeds on Monday, police said."
EVIL = "x\x1b]0;title\x07\u202e\x9b31m"


@pytest.mark.parametrize(
    "cell", ["=1", " =1", "\r=1", "x\r=1", "＝1", "＋1", "－1", "＠x", "﹦1", "\ufeff=1", "\n=1", "\x0b=1", "x\r\n=1\r"]
)
def test_no_cell_begins_a_formula_or_a_row(cell: str) -> None:
    text = spreadsheet([{"a": harmless(cell), "b": "end"}], columns=["a", "b"])
    assert "\r" not in text
    _, row = csv.reader(io.StringIO(text, newline=""))
    assert len(row) == 2 and row[1] == "end"
    assert row[0].lstrip()[:1] not in "=+-@＝＋－＠﹦" or cell == "x"


def test_signs_of_an_identifier_are_shown_and_not_obeyed(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    records = [
        {"id": f"{EVIL}{i}", "text": f"{w} people were hurt in a fire in Leeds on Monday."}
        for i, w in ((1, "Five"), (2, "Six"))
    ]
    (tmp_path / "a.json").write_text(json.dumps(records))
    shown = []
    for args in (
        ["why", "people"],
        ["claims"],
        ["claims", "--csv", "-"],
        ["check", "--out", str(tmp_path / "r")],
        ["check", "--csv", "-"],
    ):
        assert main([*args, str(tmp_path / "a.json")]) == 0
        out, err = capsys.readouterr()
        shown.append(out + err)
    for text in shown:
        assert not set(text) & set("\x1b\x07\u202e\x9b\r"), repr(text)


def test_a_picture_of_a_story_with_signs_in_its_name_is_well_formed() -> None:
    ElementTree.fromstring(terminal.svg(ferry(), title="verify \x00\x08\x1b\ufffe\ud800 & <x>").encode())


def test_what_is_being_done_is_told_without_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stderr", screen := Screen())
    monkeypatch.setenv("TERM", "xterm")
    with Work(steps=2).shown(EVIL) as begin:
        begin(f"reading {EVIL}[link=http://x]")
    assert "reading x␛]0;title" in screen.getvalue()
    assert not {"\x1b]", "\x07", "\u202e", "\x9b"} & {
        part for part in ("\x1b]", *screen.getvalue()) if part in screen.getvalue()
    }


def test_a_name_twice_in_an_archive(tmp_path: Path, capsys: Capture) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in ("Five", "Six"):
            archive.writestr("a.txt", FIRE.replace("Five", number))
    assert main(["check", str(tmp_path / "a.zip"), "--out", str(tmp_path / "r"), "--sarif", str(tmp_path / "s")]) == 0
    assert "a.txt: twice in the archive" in capsys.readouterr().err
    (run,) = json.loads((tmp_path / "s").read_text())["runs"]
    assert len(run["artifacts"]) == 1


def test_a_path_of_two_articles_is_one_artifact() -> None:
    from dataclasses import replace

    from verify.report import sarif

    report = ferry()
    one = replace(report, articles=tuple(replace(article, path="same.txt") for article in report.articles))
    (run,) = json.loads(sarif.render(one))["runs"]
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["same.txt"]
    places = [
        place["physicalLocation"]["artifactLocation"] for result in run["results"] for place in result["locations"]
    ]
    assert places and all(place["index"] == 0 for place in places)


def test_signs_of_a_note_that_came_with_articles_are_shown(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("n old\nq\n"))
    main(["review", str(story), "--who", "Ann"])
    kept = story / "review.toml"
    noted = re.sub("conflict-[0-9a-f]+", "conflict-0000000000", kept.read_text()).replace('"old"', json.dumps(EVIL))
    kept.write_text(noted)
    capsys.readouterr()
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    main(["review", str(story)])
    (line,) = (line for line in capsys.readouterr().out.splitlines() if "while it had other values" in line)
    assert line.isprintable()
