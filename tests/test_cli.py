"""The command line: exit codes, streams, files, and one clear line for every bad input."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from verify.cli import main

ROOT = Path(__file__).parent.parent
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


def test_the_readme_documents_every_option_and_check(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ([], ["check"], ["claims"], ["explain"]):
        main([*command, "--help"])
        for option in re.findall(r"--[a-z-]+", capsys.readouterr().out):
            assert option in readme or option in {"--help", "--install-completion", "--show-completion"}, option
    main(["explain"])
    for line in capsys.readouterr().out.splitlines():
        assert f"`{line.split()[0]}`" in readme
    for code in ("0 done", "1 findings", "2 wrong usage", "130 interrupted"):
        assert code in readme


def test_the_readme_example_runs() -> None:
    example = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    assert example
    done = subprocess.run([sys.executable, "-c", example[1]], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "conflict" in done.stdout, done.stderr
