from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from report.decisions import decided
from report.stories import ferry

from verify.batch.story import check_story
from verify.cli import main
from verify.cli.files import WRITTEN
from verify.cli.outputs import FORMATS, Output, check_room, outputs, write_outputs
from verify.errors import UsageError

NONE: dict[str, str | None] = dict.fromkeys(("json", "svg", "html", "csv", "sarif", "claimreview"))
SUFFIXES = {".json", ".svg", ".html", ".csv", ".sarif", ".claimreview.json"}
STORIES = {
    "tram": (
        "Four people were hurt when a tram left the rails in Gdansk on Monday, police said.\n",
        "Police in Gdansk said seven people were hurt when a tram left the rails on Monday.\n",
    ),
    "storm": (
        "The storm felled 40 trees in Leeds on Friday.\n",
        "The storm felled 40 trees in Leeds on Friday night.\n",
    ),
}


def asked(**targets: Any) -> tuple[Output, ...]:
    return outputs(**{**NONE, **{name: str(target) for name, target in targets.items()}})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, texts in STORIES.items():
        (tmp_path / "news" / name).mkdir(parents=True)
        for letter, text in zip("ab", texts, strict=True):
            (tmp_path / "news" / name / f"{letter}.txt").write_text(text)
    return tmp_path


def test_nothing_asked_for_is_nothing_written(tmp_path: Path) -> None:
    assert asked() == ()
    assert write_outputs(asked(), "ferry", ferry(), {}) is False


def test_each_output_is_written_whole(tmp_path: Path) -> None:
    wanted = asked(**{name: f"{tmp_path}/{name}.out" for name in NONE})
    assert write_outputs(wanted, "ferry", ferry(), {}) is False
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{name}.out" for name in NONE)
    assert (tmp_path / "html.out").read_text().rstrip().endswith("</html>")
    assert json.loads((tmp_path / "sarif.out").read_text())["version"] == "2.1.0"


def test_each_format_but_pages_is_known_again_by_its_name() -> None:
    assert {Path(f"x{suffix}").suffix for suffix, _ in FORMATS.values()} - {".html"} <= WRITTEN


def test_a_folder_gets_a_file_per_story(tmp_path: Path) -> None:
    wanted = asked(**dict.fromkeys(NONE, f"{tmp_path}/new/"))
    check_room(wanted, 2, beside={})
    for story in ("ferry", "tram"):
        write_outputs(wanted, story, ferry(), {})
    assert {path.name for path in (tmp_path / "new").iterdir()} == {
        f"{s}{x}" for s in ("ferry", "tram") for x in SUFFIXES
    }


def test_several_stories_do_not_fit_one_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"--html: 2 stories given, expected one, or a folder to write to"):
        check_room(asked(html=tmp_path / "x.html"), 2, beside={})
    check_room(asked(html=tmp_path / "x.html"), 1, beside={})
    check_room(asked(html=tmp_path), 2, beside={})


def test_standard_output_takes_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageError, match="--json and --sarif"):
        asked(json="-", sarif="-")
    assert write_outputs(asked(claimreview="-"), "ferry", ferry(), {}) is True
    assert json.loads(capsys.readouterr().out)["@context"] == "https://schema.org"


def test_decisions_reach_every_output_but_json(tmp_path: Path) -> None:
    targets = {name: f"{tmp_path}/{name}" for name in NONE}
    write_outputs(asked(**targets), "ferry", ferry(), {})
    before = {name: (tmp_path / name).read_bytes() for name in NONE}
    write_outputs(asked(**targets), "ferry", ferry(), decided(ferry()))
    assert {name for name in NONE if (tmp_path / name).read_bytes() == before[name]} == {"json"}


def test_flags_below_the_confidence_asked_for_are_folded_in_page_and_picture(tmp_path: Path) -> None:
    targets = {name: f"{tmp_path}/{name}" for name in ("svg", "html")}
    write_outputs(asked(**targets), "ferry", ferry(), {}, "low")
    assert not [name for name in targets if "flag of low confidence" in (tmp_path / name).read_text()]
    write_outputs(asked(**targets), "ferry", ferry(), {})
    assert "flag of low confidence" in (tmp_path / "html").read_text()


@pytest.mark.parametrize(("level", "code"), [("never", 0), ("conflict", 1)])
def test_the_command_writes_them_and_still_fails_on_a_conflict(
    folder: Path, level: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "verify.batch.machine.run_on_machine", lambda found, options: [check_story(s, options) for s in found]
    )
    options = [part for name in NONE for part in (f"--{name}", f"{folder}/out/")]
    told = ["check", str(folder / "news"), "--out", str(folder / "out"), "--fail-on", level, *options]
    assert main(told) == code
    written = {f"{s}{x}" for s in STORIES for x in {*SUFFIXES, ".md"}}
    assert {path.name for path in (folder / "out").iterdir()} == {"index.md", *written}
    with (folder / "out" / "tram.csv").open(newline="", encoding="utf-8-sig") as file:
        assert [row["claim"] for row in csv.DictReader(file) if row["verdict"] == "conflict"][:2] == [
            "4 people",
            "7 people",
        ]


def test_reports_beside_articles_are_no_articles(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = folder / "news" / "tram"
    told = ["check", str(story), "--out", str(story)]
    assert main([*told, *(part for name in NONE for part in (f"--{name}", f"{story}/"))]) == 0
    first = capsys.readouterr().out
    assert main(told) == 0
    again = capsys.readouterr()
    assert again.out.splitlines()[0] == first.splitlines()[0]
    refused = {line.split(": ")[1].rsplit("/", 1)[-1].partition("#")[0] for line in again.err.splitlines()[:-1]}
    assert refused == {f"tram{suffix}" for suffix in {*SUFFIXES, ".md"}}


def test_the_command_refuses_one_file_for_two_stories(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder / "news"), "--out", str(folder / "out"), "--html", str(folder / "x.html")]) == 2
    assert "--html: 2 stories given" in capsys.readouterr().err
    assert not (folder / "out").exists()
