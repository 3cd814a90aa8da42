"""What people have lost: decisions of renamed articles, a batch for one name, workers that nobody ended, text that others may read."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from verify.batch.story import check_story
from verify.cli import main

from .commands import command, environment

Capture = pytest.CaptureFixture[str]


def test_the_decisions_about_an_article_that_was_renamed_are_told(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("d one\nd two\n"))
    main(["review", str(story), "--who", "Ann"])
    (story / "b.txt").rename(story / "c.txt")
    capsys.readouterr()
    assert main(["check", str(story), "--out", str(story.parent / "r"), "--fail-on", "conflict"]) == 1
    err = capsys.readouterr().err
    assert "a or b has another name now, decide again: Injured: 4 / 7: dismissed (one) by Ann" in err
    assert err.count("decide again") == 2


def test_a_long_name_of_a_folder_does_not_end_the_batch(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "verify.batch.machine.run_on_machine", lambda found, options: [check_story(s, options) for s in found]
    )
    both = tmp_path / "both"
    for name in ("ä" * 125, "b" * 250, "c"):
        (both / name).mkdir(parents=True)
        (both / name / "a.txt").write_text((story / "a.txt").read_text())
    out = tmp_path / "out"
    assert main(["check", str(both), "--out", str(out), "--claimreview", f"{out}/"]) == 0
    assert len(list(out.glob("*.md"))) == 4 and len(list(out.glob("*.claimreview.json"))) == 3


def test_texts_of_articles_with_like_names_are_all_kept(tmp_path: Path) -> None:
    rows = "".join(
        f'"Five people were hurt in Leeds in {y}.",{i}\n' for y, i in ((2001, "a b"), (2002, "a-b"), (2003, "A/B"))
    )
    (tmp_path / "t.csv").write_text("text,id\n" + rows)
    assert (
        main(["check", str(tmp_path / "t.csv"), "--out", str(tmp_path / "r"), "--keep-text", str(tmp_path / "k")]) == 0
    )
    assert len(list((tmp_path / "k" / "t").iterdir())) == 3


def test_what_is_kept_of_articles_is_for_nobody_else(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("VERIFY_CACHE", str(cache))
    assert main(["check", str(story), "--out", str(tmp_path / "r")]) == 0
    assert cache.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in cache.iterdir()} == {0o600}


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_the_program(number: signal.Signals, story: Path, tmp_path: Path) -> None:
    for name in "xyz":
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "a.txt").write_text((story / "a.txt").read_text() * 40)
    process = subprocess.Popen(
        command("check", "in"),
        env=environment(tmp_path, OMP_NUM_THREADS="2"),
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    began: set[int] = set()
    until = time.monotonic() + 30
    while len(began) < 2 and time.monotonic() < until:
        began = workers_of(process.pid)
        time.sleep(0.05)
    time.sleep(1.5)  # they have heard by whom they were begun
    process.send_signal(number)
    process.wait()
    until = time.monotonic() + 15
    while any(map(alive, began)) and time.monotonic() < until:
        time.sleep(0.1)
    assert len(began) == 2 and not any(map(alive, began))
    assert not list(tmp_path.glob("reports/*.part"))


def workers_of(pid: int) -> set[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    found = children.read_text().split() if children.exists() else []
    return {
        int(c) for c in found if b"spawn_main" in (Path(f"/proc/{c}/cmdline").read_bytes() if alive(int(c)) else b"")
    }


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
