"""Inputs, streams and moments that once ended in a traceback with the exit code of findings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from verify import Article, cross_check
from verify.cli import main
from verify.errors import InputError

from .commands import command, environment

Capture = pytest.CaptureFixture[str]
FIRE = "Five people were hurt in a fire in Leeds on Monday, police said."
TIMES = (
    "It was yesterday, last week, next month, on Friday, two years ago, last year, on Dec. 30, in January, next year."
)
UNPRINTABLE = """
import sys
from verify.cli.streams import finish, prepare, put, say
prepare(); say("✗ é 火\\n"); put("✗"); finish()
"""
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")


def told(tmp_path: Path, name: str, data: str | bytes, capsys: Capture) -> tuple[int, str]:
    """Check one file; return the exit code and the lines on standard error but the last, which says what was written."""
    (tmp_path / "in").mkdir(exist_ok=True)
    (tmp_path / "in" / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    written = [part for option in ("json", "csv", "keep-text") for part in (f"--{option}", str(tmp_path / option))]
    code = main(["check", str(tmp_path / "in"), "--out", str(tmp_path / "out"), *written])
    err = capsys.readouterr().err
    assert "Traceback" not in err and "program's own" not in err
    return code, err


def test_days_that_no_calendar_has(tmp_path: Path, capsys: Capture) -> None:
    text = f"---\npublished: 2024-01-02\n---\n{FIRE} It was Sept. 0. It was Sept. 0, 2024, on Feb. 31 and on 0 May.\n"
    assert told(tmp_path, "a.txt", text, capsys)[0] == 0


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "0000-00-00", "1500-01-01"])
def test_days_of_publication_at_the_ends_of_the_calendar(day: str, tmp_path: Path, capsys: Capture) -> None:
    code, err = told(tmp_path, "a.txt", f"---\npublished: {day}\n---\n{FIRE} {TIMES}\n", capsys)
    assert code == 0 and f"'{day}' is no date" in err


def test_a_day_of_publication_that_cannot_be_is_refused_in_python() -> None:
    from datetime import date

    with pytest.raises(InputError, match="published in 1, expected"):
        cross_check([Article.from_text(id="a", text=f"{FIRE} {TIMES}", published=date.min.isoformat())])


def test_a_table_with_cr_line_ends(tmp_path: Path, capsys: Capture) -> None:
    assert told(tmp_path, "a.csv", f'text,outlet\r"{FIRE}",x\r"{FIRE}",y\r', capsys)[0] == 0
    assert len(list((tmp_path / "keep-text" / "in").iterdir())) == 2


def test_half_a_surrogate_pair_in_json(tmp_path: Path, capsys: Capture) -> None:
    record = {"text": f"{FIRE} \ud800", "title": "a \udfff fire", "id": "x\ud800", "outlet": "\ud800"}
    assert told(tmp_path, "a.json", json.dumps(record), capsys)[0] == 0


@pytest.mark.parametrize("data", ["[" * 100_000, '{"text": ' + "1" * 5_000 + "}", "\x00", "[1, 2]", '{"text": {}}'])
def test_json_that_is_no_article(data: str, tmp_path: Path, capsys: Capture) -> None:
    assert told(tmp_path, "a.json", data, capsys)[0] == 2


def test_a_link_to_itself(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "loop").symlink_to("loop")
    for args in (["loop"], ["--aliases", "loop", "loop"], ["--against", "loop", "loop"], ["--out", "loop", "loop"]):
        assert main(["check", *(str(tmp_path / a) if a == "loop" else a for a in args)]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_unexpected_error_is_one_line_and_three(
    story: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ArithmeticError("no such\nnumber")

    monkeypatch.setattr("verify.pipeline.cross_check", broken)
    assert main(["check", str(story)]) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "ArithmeticError: no such number" in line and "--debug" in line
    with pytest.raises(ArithmeticError):
        main(["check", str(story), "--debug"])


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-16"])
def test_standard_output_in_another_encoding(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"“{FIRE}” – é ✗ 火\n", encoding="utf-8")
    done = subprocess.run(
        command("explain", script=UNPRINTABLE),
        env=environment(tmp_path, PYTHONIOENCODING=encoding),
        capture_output=True,
    )
    assert done.returncode == 0 and not done.stderr, done.stderr


@FULL
@pytest.mark.parametrize("streams", ["stdout", "closed", "stdin", "stderr"])
def test_streams_that_are_closed_or_full(streams: str, tmp_path: Path) -> None:
    how = {"stdout": "> /dev/full", "closed": ">&-", "stdin": "<&-", "stderr": "2>&-"}[streams]
    args = "check -" if streams == "stdin" else "explain"
    words = f"{sys.executable} -m verify {args} {how}"
    done = subprocess.run(["sh", "-c", words], env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == {"stdout": 2, "closed": 0, "stdin": 2, "stderr": 0}[streams]
    assert len(done.stderr.splitlines()) <= 1 and "Traceback" not in done.stderr


DEAF = """
import sys, time
from verify import __main__, cli
def deaf():
    for _ in range(2):
        try:
            print("begun", flush=True)
            time.sleep(60)
        except KeyboardInterrupt:
            pass
cli.main = deaf
sys.exit(__main__.run())
"""


def interruptible(home: Path, *, script: str | None = None) -> subprocess.Popen[str]:
    """Start a check that heeds Ctrl-C, as what a shell starts in the background does not."""
    return subprocess.Popen(
        command("check", "a.txt", script=script),
        env=environment(home, PYTHONFAULTHANDLER="1"),
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def test_an_interruption_at_any_moment_of_the_start(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRE)
    for wait in (0.1, 0.25, 0.5, 1.0):
        process = interruptible(tmp_path)
        time.sleep(wait)
        os.kill(process.pid, signal.SIGINT)
        try:
            _, err = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGABRT)
            pytest.fail(f"after {wait} seconds it hangs: {process.communicate()[1]}")
        # Before the interpreter has come to our first line, the traceback is its own.
        ours = "verify/__main__.py" in err or "verify/cli" in err or "Traceback" not in err
        assert not ours or (process.returncode in (130, 0, -signal.SIGINT) and "Traceback" not in err), (
            wait,
            process.returncode,
            err,
        )


def test_a_second_interruption_ends_what_does_not_heed_the_first(tmp_path: Path) -> None:
    process = interruptible(tmp_path, script=DEAF)
    assert process.stdout
    for _ in range(2):
        assert process.stdout.readline() == "begun\n"
        os.kill(process.pid, signal.SIGINT)
    assert process.communicate(timeout=20) == ("", "") and process.returncode == 130


def test_an_interruption_that_comes_while_a_class_is_made(
    monkeypatch: pytest.MonkeyPatch, story: Path, capsys: Capture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

    monkeypatch.setattr("verify.pipeline.cross_check", broken)
    assert main(["check", str(story)]) == 130
    assert capsys.readouterr().err == "verify: interrupted\n"


@pytest.mark.parametrize("command", [["check"], ["why", "x"], ["review"], []])
def test_a_name_longer_than_any_file_has(command: list[str], capsys: Capture) -> None:
    assert main([*command, "a" * 300]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "no such file or folder" in line or "File name too long" in line


def test_settings_of_deep_tables(story: Path, capsys: Capture) -> None:
    (story / "verify.toml").write_text(f"checks{'.a' * 6_000} = 1\n")
    assert main(["check", str(story)]) == 2
    assert "nested too deeply" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a\x01b", os.fsdecode(b"caf\xe9")])
def test_a_name_that_no_document_can_hold(name: str, story: Path, tmp_path: Path) -> None:
    pytest.importorskip("docx")
    odd = story.rename(story.parent / name)
    assert main(["check", str(odd), "--out", str(tmp_path / "r"), "--docx", str(tmp_path / "x.docx")]) == 0


@pytest.mark.parametrize("options", [("--csv", "-"), ("--format", "concise"), ()])
def test_a_reader_who_goes_away_is_no_finding(options: tuple[str, ...], story: Path, tmp_path: Path) -> None:
    words = " ".join([sys.executable, "-m", "verify", "check", str(story), *options])
    script = f"({words}; echo $? > code) 2>&1 | true"
    subprocess.run(["sh", "-c", script], env=environment(tmp_path), cwd=tmp_path, check=True)
    assert (tmp_path / "code").read_text() == "0\n"
