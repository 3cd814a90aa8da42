"""Links, pipes and leftovers that lie where the program writes: it writes through none of them, and waits for none."""

from __future__ import annotations

import io
import os
from pathlib import Path
from threading import Thread
from zipfile import ZipFile

import pytest

from verify.cli import main

Capture = pytest.CaptureFixture[str]
OUTPUTS = {"json": ".json", "svg": ".svg", "html": ".html", "csv": ".csv", "sarif": ".sarif", "claimreview": ".cr"}


def test_a_review_writes_through_no_planted_link(story: Path, victim: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = victim.read_text()
    for name in (".review.toml.part", "review.toml.tmp", ".gitattributes", "..gitattributes.part"):
        (story / name).symlink_to(victim)
    (story / ".git").mkdir()
    monkeypatch.setattr("sys.stdin", io.StringIO("a\nd no\n"))
    assert main(["review", str(story)]) == 0
    assert victim.read_text() == before
    assert not (story / "review.toml").is_symlink() and "accepted" in (story / "review.toml").read_text()


def test_a_file_of_decisions_that_is_a_link_is_replaced(
    story: Path, victim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim.write_text("")
    (story / "review.toml").symlink_to(victim)
    monkeypatch.setattr("sys.stdin", io.StringIO("a\na\n"))
    assert main(["review", str(story)]) == 0
    assert victim.read_text() == "" and not (story / "review.toml").is_symlink()


def test_no_output_is_written_through_a_planted_link(story: Path, victim: Path, tmp_path: Path) -> None:
    before, out = victim.read_text(), tmp_path / "out"
    (out / "texts" / "tram").mkdir(parents=True)
    (story / "c.html").write_text(
        f"<html><body><article><p>{(story / 'a.txt').read_text()}</p></article></body></html>"
    )
    options = [part for name, suffix in OUTPUTS.items() for part in (f"--{name}", str(out / f"x{suffix}"))]
    names = [*(f"x{suffix}" for suffix in OUTPUTS.values()), "x.table.csv", "tram.md", "texts/tram/c.txt"]
    for name in names:
        place = out / name
        place.symlink_to(victim)
        place.with_name(f".{place.name}.part").symlink_to(victim)
    told = ["check", str(story), "--out", str(out), "--keep-text", str(out / "texts"), *options]
    assert main([*told, "--table", str(out / "x.table.csv")]) == 0
    assert victim.read_text() == before
    for name in names:
        assert (out / name).is_file() and not (out / name).is_symlink(), name


def test_a_folder_of_reports_that_came_as_a_link_is_not_entered(
    story: Path, victim: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(story)
    Path("reports").symlink_to(victim.parent)
    assert main(["a.txt", "b.txt"]) == 2
    assert "reports: a link" in capsys.readouterr().err
    assert [path.name for path in victim.parent.iterdir()] == [".bashrc"]


def test_a_link_out_of_the_folder_is_told_and_not_read(story: Path, tmp_path: Path, capsys: Capture) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key.txt").write_text("The key of the safe in Leeds is 4711, police said.\n")
    with ZipFile(secret / "key.zip", "w") as archive:
        archive.write(secret / "key.txt", "key.txt")
    for name, target in (("c.txt", "key.txt"), ("d", ""), ("e.zip", "key.zip"), ("f.txt", "none.txt"), ("g", "/")):
        (story / name).symlink_to(secret / target)
    (story / "inner").mkdir()
    (story / "inner" / "back.txt").symlink_to(story / "a.txt")
    assert main(["check", str(story), "--out", str(tmp_path / "out")]) == 0
    written = "".join(path.read_text() for path in (tmp_path / "out").iterdir())
    out, err = capsys.readouterr()
    assert "4711" not in out + err + written and "inner" in out
    assert [line.split(":")[1].rpartition("/")[2] for line in err.splitlines() if "leads out" in line] == [
        *("c.txt", "d", "e.zip", "f.txt", "g")
    ]
    assert main(["check", str(story / "c.txt"), "--out", str(tmp_path / "out")]) == 0


def test_a_folder_for_texts_that_is_a_planted_link_is_not_entered(
    story: Path, victim: Path, tmp_path: Path, capsys: Capture
) -> None:
    (story / "c.html").write_text(
        f"<html><body><article><p>{(story / 'a.txt').read_text()}</p></article></body></html>"
    )
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "tram").symlink_to(victim.parent)
    assert main(["check", str(story), "--out", str(tmp_path / "out"), "--keep-text", str(texts)]) == 2
    assert "tram: a link" in capsys.readouterr().err and [path.name for path in victim.parent.iterdir()] == [".bashrc"]


@pytest.mark.parametrize("planted", ["pipe", "binary", "folder"])
def test_attributes_that_are_none_keep_no_review(planted: str, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (story / ".git").mkdir()
    attributes = story / ".gitattributes"
    if planted == "pipe":
        os.mkfifo(attributes)
    elif planted == "folder":
        attributes.mkdir()
    else:
        attributes.write_bytes(b"\xff\xfe")
    monkeypatch.setattr("sys.stdin", io.StringIO("a\na\n"))
    assert main(["review", str(story)]) == 0
    assert "accepted" in (story / "review.toml").read_text()


def test_a_pipe_is_written_to_and_stays(story: Path, tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    assert main(["check", str(story), "--out", str(tmp_path / "out"), "--json", str(pipe)]) == 0
    reader.join(10)
    assert pipe.is_fifo() and read and read[0].startswith("{")


def test_a_stream_of_the_system_is_written_to(story: Path, tmp_path: Path) -> None:
    with (tmp_path / "taken").open("w+") as file:
        stream = f"/dev/fd/{file.fileno()}"
        assert main(["check", str(story), "--out", str(tmp_path / "out"), "--json", stream]) == 0
        assert (tmp_path / "taken").read_text().startswith("{")


def test_a_planted_pipe_keeps_nobody_waiting(story: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "out").mkdir()
    os.mkfifo(tmp_path / "out" / "tram.md")
    assert main(["check", str(story), "--out", str(tmp_path / "out")]) == 2
    assert "tram.md: cannot be written (a device or a pipe)" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["review.toml", "verify.toml", "pyproject.toml"])
def test_a_file_of_ours_that_is_a_planted_pipe_keeps_nobody_waiting(name: str, story: Path, tmp_path: Path) -> None:
    os.mkfifo(story / name)
    assert main(["check", str(story), "--out", str(tmp_path / "out")]) in (0, 2)


def test_what_a_kill_left_is_cleared_and_what_is_being_written_is_not(story: Path, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    out = tmp_path / "out"
    out.mkdir()
    left, link, busy = (out / f".verify-{c * 16}.part" for c in "abc")
    left.write_text("half")
    link.symlink_to(tmp_path / "elsewhere")
    with busy.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert main(["check", str(story), "--out", str(out)]) == 0
    assert {path.name for path in out.iterdir()} == {"tram.md", link.name, busy.name}


def test_a_pipe_by_the_name_of_an_archive_is_told(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(story / "x.zip")
    assert main(["check", str(story), "--out", str(story.parent / "r")]) == 0
    assert "x.zip: cannot be unpacked (not a regular file)" in capsys.readouterr().err
