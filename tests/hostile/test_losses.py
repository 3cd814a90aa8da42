"""What people have lost: decisions of renamed articles, a batch for one name, workers that nobody ended, text that others may read."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from verify.batch.story import check_story
from verify.cli import main

from .commands import command, environment

FIRE = "Five people were hurt in a fire in Leeds on Monday, police said.\n"
IDS = {"a b": 2001, "a-b-3": 2002, "a+b": 2003}
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


@pytest.mark.parametrize(
    ("given", "options"),
    [
        ("reports/fire.md", ()),
        ("fire.md", ("--out", ".")),
        (".", ("--out", ".")),
        ("a.txt", ("--html", "a.txt")),
        ("a.txt", ("--json", "./reports/../a.txt")),
        ("a.txt german.txt", ("--json", "german.txt")),
        ("a.txt", ("--csv", "review.toml")),
        ("a.txt", ("--csv", "verify.toml")),
        ("a.txt names.zip", ("--html", "names.zip")),
        ("a.txt", ("--aliases", "names.toml", "--json", "names.toml")),
        ("t.csv", ("--csv", "t.csv")),
        ("news.zip", ("--sarif", "news.zip")),
    ],
)
def test_no_report_takes_the_place_of_a_file_of_the_run(
    given: str, options: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    place = tmp_path / "fire"
    (place / "reports").mkdir(parents=True)
    for name in {given.split()[0], "fire.md", "a.txt"} - {".", "t.csv", "news.zip"}:
        (place / name).write_text(FIRE)
    for name in ("review.toml", "verify.toml", "names.toml"):
        (place / name).write_text("")
    (place / "german.txt").write_text(
        "Bei einem Brand in Leeds wurden am Montag fünf Menschen verletzt, wie die Polizei sagte.\n" * 3
    )
    (place / "t.csv").write_text(f'text,id\n"{FIRE.strip()}",a\n')
    for name, text in (("news.zip", FIRE), ("names.zip", "")):
        with zipfile.ZipFile(place / name, "w") as archive:
            archive.writestr("a.txt", text)
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    monkeypatch.chdir(place)
    assert main(["check", *given.split(), *options]) == 2
    assert ", expected another place to write to" in capsys.readouterr().err
    assert before.items() <= {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}.items()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--json", "x", "--html", "x"), "--json and --html: both to x, expected a file for each"),
        (("--html", "r/tram.md"), "--out and --html: both to r/tram.md"),
        (("--csv", "x.csv", "--table", "x.csv"), "--table and --csv: both to x.csv"),
    ],
)
def test_two_outputs_do_not_go_into_one_file(
    options: tuple[str, ...], told: str, story: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(story.parent)
    assert main(["check", str(story), "--out", "r", *options]) == 2
    assert told in capsys.readouterr().err and not Path("r").exists()


def test_a_text_that_is_kept_takes_no_place_of_an_article(tmp_path: Path) -> None:
    place = tmp_path / "news"
    place.mkdir()
    (place / "a-b.txt").write_text(FIRE)
    records = [{"id": id, "text": f"Six people were hurt in York in {year}."} for id, year in IDS.items()]
    (place / "r.json").write_text(json.dumps(records))
    assert main(["check", str(place), "--out", str(tmp_path / "r"), "--keep-text", str(tmp_path)]) == 0
    assert (place / "a-b.txt").read_text() == FIRE
    kept = sorted(path.name for path in place.glob("*.txt"))
    assert kept == ["a-b-2.txt", "a-b-3.txt", "a-b-4.txt", "a-b.txt"]


def test_a_text_that_is_kept_is_no_change_to_watch_for(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = []
    monkeypatch.setattr("verify.cli.check.again_and_again", lambda paths, once, own: watched.append(own))
    main(["check", str(story), "--watch", "--keep-text", str(story / "texts"), "--table", str(story / "t.csv")])
    assert watched == [[Path("reports"), story / "t.csv", story / "texts"]]
