"""The command line: exit codes, streams, files, and one clear line for every bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from verify import Options
from verify.articles import Story
from verify.batch.story import check_story
from verify.cli import main
from verify.model import Outcome

FIRST = "Four people were hurt when a tram left the rails in Gdansk on Monday, police said. The tram carried 60 passengers.\n"
SECOND = (
    "Police in Gdansk said seven people were hurt when a tram left the rails on Monday. The tram was built in 1998.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "tram"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text(SECOND)
    return folder


def run(*args: object, out: Path) -> int:
    return main(["check", *map(str, args), "--out", str(out)])


def test_a_story_is_reported_and_written(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(story, out=tmp_path / "reports") == 0
    out, err = capsys.readouterr()
    assert out.startswith("2 articles") and "\x1b" not in out
    assert "conflict" in (tmp_path / "reports" / "tram.md").read_text() and "tram.md" in err


@pytest.mark.parametrize(("level", "code"), [("never", 0), ("conflict", 1), ("flag", 1), ("any", 1)])
def test_fail_on(story: Path, tmp_path: Path, level: str, code: int) -> None:
    assert run(story, "--fail-on", level, out=tmp_path) == code


def test_fail_on_is_silent_where_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(FIRST)
    assert run(tmp_path / "one.txt", "--fail-on", "any", out=tmp_path / "r") == 0


@pytest.mark.parametrize(("least", "code"), [("low", 1), ("medium", 1), ("high", 0)])
def test_fail_on_flag_leaves_out_flags_of_lower_confidence(tmp_path: Path, least: str, code: int) -> None:
    (tmp_path / "one.txt").write_text("The fair in Gdansk ends on Sunday, June 31. Police expect many people to come.")
    assert run(tmp_path / "one.txt", "--fail-on", "flag", "--min-confidence", least, out=tmp_path / "r") == code


def test_json_goes_to_standard_output(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(story, "--json", "-", out=tmp_path / "r") == 0
    first = capsys.readouterr().out
    assert json.loads(first)["schema"] == "verify-report/1"
    assert run(story / "b.txt", story / "a.txt", "--json", "-", out=tmp_path / "r") == 0
    assert json.loads(capsys.readouterr().out)["facts"] == json.loads(first)["facts"]


def test_json_and_svg_go_to_files(story: Path, tmp_path: Path) -> None:
    assert run(story, "--json", tmp_path / "x.json", "--svg", tmp_path / "x.svg", out=tmp_path / "r") == 0
    assert json.loads((tmp_path / "x.json").read_text())["summary"]["conflict"] >= 1
    assert (tmp_path / "x.svg").read_text().startswith("<svg")


def test_claims_and_their_table(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", str(story), "--csv", str(tmp_path / "c.csv"), "--json", str(tmp_path / "c.json")]) == 0
    assert "60" in capsys.readouterr().out
    assert len((tmp_path / "c.csv").read_text().splitlines()) > 3
    assert {c["kind"] for c in json.loads((tmp_path / "c.json").read_text())} >= {"count"}


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    assert "entity-swap" in capsys.readouterr().out
    assert main(["explain", "entity-swap"]) == 0
    assert "cannot see" in capsys.readouterr().out


BAD = [
    ([], "no-such-folder", None),
    ([], "empty-folder", "dir"),
    ([], "empty.txt", b""),
    ([], "blank.txt", b" \n\n "),
    ([], "book.txt", b"Four people were hurt in the fire, police said. " * 110_000),
    ([], "picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"),
    (
        [],
        "german.txt",
        (
            "Die Polizei hat am Montag in Berlin vier Männer festgenommen, die einen Laden überfallen haben sollen. "
            * 8
        ).encode(),
    ),
]


@pytest.mark.parametrize(("options", "name", "content"), BAD, ids=[b[1] for b in BAD])
def test_bad_input_alone(
    options: list[str], name: str, content: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    if content == "dir":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    assert run(path, *options, out=tmp_path / "r") == 2
    out, err = capsys.readouterr()
    assert out == "" and name in err and "Traceback" not in err
    assert all(line.startswith("verify: ") for line in err.splitlines())


@pytest.mark.parametrize(("options", "name", "content"), BAD[1:], ids=[b[1] for b in BAD[1:]])
def test_bad_input_beside_good(
    options: list[str], name: str, content: object, story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = story / name
    if content == "dir":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    assert run(story, out=tmp_path / "r") == 0
    out, err = capsys.readouterr()
    assert out.startswith("2 articles") and (name in err or content == "dir")


def test_text_that_is_not_utf8_is_decoded_and_said(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (story / "c.txt").write_bytes(
        "The café’s owner said two windows broke when the tram left the rails in Gdansk.\n".encode("cp1252")
    )
    assert run(story, out=tmp_path / "r") == 0
    out, err = capsys.readouterr()
    assert out.startswith("3 articles") and "c.txt" in err and "UTF-8" in err


def test_one_article_twice_corroborates_nothing(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (story / "b.txt").write_text(FIRST)
    assert run(story, "--json", "-", out=tmp_path / "r") == 0
    report = json.loads(capsys.readouterr().out)
    assert {f["verdict"] for f in report["facts"]} == {"single-source"}
    assert {a["origin"] for a in report["articles"]} == {"a"}


def test_an_encoder_that_is_none_is_refused(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(story, "--encoder", tmp_path, out=tmp_path / "r") == 2
    assert "sentence-transformers model" in capsys.readouterr().err


NAMES = {
    "a.txt": "Abu Nadir, 44, was hurt in the crash in Dayton. Gov. Omar Suleimani, 60, met the crews.\n",
    "b.txt": "Karim Haddad, 45, was hurt in the crash in Dayton. Gov. Omar Sulaimani, 61, met the crews.\n",
}
HOUSE = 'same = [["Karim Haddad", "Abu Nadir"]]\ndifferent = [["Omar Suleimani", "Omar Sulaimani"]]\n'


def test_house_names_join_and_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, house = tmp_path / "crash", tmp_path / "house.toml"
    folder.mkdir()
    house.write_text(HOUSE)
    for name, text in NAMES.items():
        (folder / name).write_text(text)
    found = []
    for options in ([], ["--aliases", house]):
        assert run(folder, "--json", "-", *options, out=tmp_path / "r") == 0
        facts = json.loads(capsys.readouterr().out)["facts"]
        found.append([f["label"] for f in facts if f["verdict"] == "conflict"])
    assert found == [["Name of Omar Suleimani", "Age of Omar Suleimani"], ["Age of Karim Haddad"]]


def test_claims_bear_house_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article, house = tmp_path / "a.txt", tmp_path / "house.toml"
    article.write_text(NAMES["a.txt"])
    house.write_text(HOUSE)
    assert main(["claims", str(article), "--aliases", str(house), "--json", "-"]) == 0
    ages = [c for c in json.loads(capsys.readouterr().out) if c["kind"] == "age"]
    assert [c["subject"] for c in ages] == ["Karim Haddad", "Omar Suleimani"]


@pytest.mark.parametrize("text", [None, "same = [", "names = []", "same = [['A Lee']]"])
def test_a_file_of_house_names_that_is_none_is_refused(
    text: str | None, story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = tmp_path / "house.toml"
    if text is not None:
        house.write_text(text)
    assert run(story, "--aliases", house, out=tmp_path / "r") == 2
    out, err = capsys.readouterr()
    assert out == "" and len(err.splitlines()) == 1 and "house.toml" in err and "expected" in err


def test_a_place_that_cannot_be_written_is_said(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert run(story, out=tmp_path / "file") == 2
    assert "cannot be written" in capsys.readouterr().err


def test_an_interruption_ends_with_130(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("verify.pipeline.cross_check", interrupted)
    assert run(story, out=tmp_path / "r") == 130
    assert not (tmp_path / "r").exists()


def test_wrong_usage_ends_with_2() -> None:
    assert main(["check"]) == 2
    assert main(["check", "x", "--no-such-option"]) == 2
    assert main(["explain", "no-such-check"]) == 2


def test_the_network_is_never_touched(story: Path, tmp_path: Path) -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise OSError('the network is cut')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from verify.cli import main\n"
        f"sys.exit(main(['check', {str(story)!r}, '--out', {str(tmp_path / 'r')!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stdout.startswith("2 articles"), done.stderr


def test_two_runs_give_the_same_bytes(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for name in ("one", "two"):
        run(story, "--json", tmp_path / f"{name}.json", out=tmp_path / name)
        said.append(
            (
                capsys.readouterr().out,
                (tmp_path / f"{name}.json").read_bytes(),
                (tmp_path / name / "tram.md").read_bytes(),
            )
        )
    assert said[0] == said[1]


def test_the_cache_is_shown_and_cleared(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VERIFY_CACHE", str(tmp_path / "cache"))
    for arguments, kinds in (([], ["embedding", "reading", "report"]), (["--no-cache"], [])):
        assert run(story, *arguments, out=tmp_path) == 0
        capsys.readouterr()
        assert main(["cache"]) == 0
        first, *rows = capsys.readouterr().out.splitlines()
        assert str(tmp_path / "cache") in first and [row.split()[0] for row in rows] == kinds
        assert main(["cache", "--clear"]) == 0
        assert len(capsys.readouterr().out.splitlines()) == 1


def test_no_cache_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("VERIFY_CACHE", "off")
    assert main(["cache"]) == 0
    assert capsys.readouterr().out == "Nothing is kept: VERIFY_CACHE is off.\n"


@pytest.fixture
def many(story: Path) -> Path:
    other = story.parent / "other"
    other.mkdir()
    (other / "a.txt").write_text(FIRST)
    return story.parent


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_many_stories_get_an_index_and_a_table(
    ending: str, many: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, table = tmp_path / "r", tmp_path / f"table.{ending}"
    assert run(many / "tram", many / "other", "--table", table, out=out) == 0
    assert {p.name for p in out.iterdir()} == {"index.md", "tram.md", "other.md"}
    assert "2 stories cross-checked" in (out / "index.md").read_text()
    assert "tram" in capsys.readouterr().out
    frame = pd.read_csv(table) if ending == "csv" else pd.read_parquet(table)
    assert list(frame["story"]) == ["tram", "other"] and frame["conflict"][0] >= 1 and frame["problem"].isna().all()


def test_many_stories_fail_on_what_one_has(many: Path, tmp_path: Path) -> None:
    assert run(many / "tram", many / "other", "--fail-on", "conflict", out=tmp_path / "r") == 1


def test_a_story_that_fails_is_told_after_the_others_are_done(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def outcomes(stories: list[Story], options: Options) -> Iterator[Outcome]:
        yield Outcome(name=stories[0].name, problem="MemoryError")
        yield check_story(stories[1], options)

    monkeypatch.setattr("verify.batch.machine.run_on_machine", outcomes)
    assert run(many / "tram", many / "other", out=tmp_path / "r") == 2
    assert "verify: other: not finished (MemoryError), the other stories are" in capsys.readouterr().err
    assert {p.name for p in (tmp_path / "r").iterdir()} == {"index.md", "tram.md"}


@pytest.mark.parametrize(
    ("options", "words"),
    [(["--table", "x.xlsx"], ".csv or .parquet"), (["--json", "x"], "2 stories"), (["--encoder", "x"], "modules.json")],
)
def test_wrong_options_for_many_stories(
    options: list[str], words: str, many: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(many / "tram", many / "other", *options, out=tmp_path / "r") == 2
    assert words in capsys.readouterr().err


def test_parquet_needs_pyarrow(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert run(story, "--table", tmp_path / "x.parquet", out=tmp_path / "r") == 2
    assert "verify[parquet]" in capsys.readouterr().err


def test_why_prints_the_ladder(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "four people", str(story)]) == 0
    assert "two claims of one kind" in capsys.readouterr().out
    assert main(["why", "no such words", str(story)]) == 2
    assert "expected an identifier" in capsys.readouterr().err
