"""Damaged files, kills at random moments, and places that cannot be written to."""

from __future__ import annotations

import io
import os
import random
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from verify.articles import read_stories
from verify.cache.store import Store
from verify.cli import main
from verify.cli.decisions import read_decisions
from verify.cli.writing import write
from verify.errors import InputError, VerifyError
from verify.review import load

from .commands import command, environment

LONG = bool(os.environ.get("VERIFY_HOSTILE"))
"""The long run, by `VERIFY_HOSTILE=1 pytest tests/hostile`."""
FIRE = "Five people were hurt in a fire in Leeds on Monday, police said. “It was hot,” Ann Marsh said."
DECISIONS = 'flag-1.about = "a"\nflag-1.articles = ["a"]\nflag-1.decision = "dismissed"\nflag-1.who = "Ann"\nflag-1.when = "2031-01-01"\n'


def word() -> bytes:
    docx = pytest.importorskip("docx")
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(FIRE)
    document.save(out)
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.txt", FIRE * 5)
        file.writestr("b/c.html", f"<html><body><article><p>{FIRE}</p></article></body></html>")
    return out.getvalue()


SOUND: dict[str, Callable[[], bytes]] = {
    "a.zip": archive,
    "a.docx": word,
    "a.html": lambda: (
        f"<html><head><title>x</title></head><body><article><p>{FIRE}</p></article></body></html>".encode()
    ),
    "a.json": lambda: f'[{{"text": "{FIRE}", "id": "x", "published": "2024-01-01"}}]'.encode(),
    "a.csv": lambda: f'text,id\n"{FIRE}",x\n'.encode(),
    "a.txt": lambda: f"---\ntitle: x\npublished: 2024-01-01\n---\n{FIRE}\n".encode(),
    "a.pdf": lambda: (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>"
    ),
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some changed, cut off, doubled or put elsewhere."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, to = sorted((chance.randrange(len(out) + 1), chance.randrange(len(out) + 1)))
        way = chance.randrange(4)
        if way == 0:
            out[at : at + 1] = chance.randbytes(1)
        elif way == 1:
            del out[at:to]
        elif way == 2:
            out[at:at] = out[at:to][:5_000]
        else:
            out[at:at] = chance.choice(
                (b"\x00", b"\xff\xfe", b"\r", b'"', b"<![CDATA[", b"\xed\xa0\x80", b"PK\x05\x06")
            )
    return bytes(out)


@pytest.mark.parametrize("name", SOUND)
def test_a_damaged_file_is_an_article_or_a_reason(name: str, tmp_path: Path) -> None:
    data, chance = SOUND[name](), random.Random(name)
    for _ in range(2_000 if LONG else 40):
        (tmp_path / name).write_bytes(damaged(data, chance))
        try:
            (*_,) = read_stories([tmp_path / name])
        except InputError as error:
            assert len(str(error).splitlines()) == 1


def test_damaged_decisions_are_read_or_told() -> None:
    chance = random.Random(1)
    for _ in range(20_000 if LONG else 500):
        text = damaged(DECISIONS.encode() * 2, chance).decode("utf-8", "replace")
        try:
            load(text)
        except VerifyError as error:
            assert "expected" in str(error)


WRITERS = {
    "report": "from pathlib import Path\nfrom verify.cli.writing import write\n",
    "review": (
        "from pathlib import Path\nfrom verify.cli.decisions import record\nfrom verify.review import Entry\n"
        "entry = Entry(about='a', articles=('a',), decision='accepted', who='Ann', when='2031-01-01T00:00:00+00:00')\n"
    ),
    "cache": "from pathlib import Path\nfrom verify.cache.store import Store\nstore = Store(folder=Path('kept'))\n",
}
"""What a process that is killed writes with, by what it writes."""
STEPS = {
    "report": "write(Path('page.md'), str(i % 10) * 3_000_000)",
    "review": "record(Path('review.toml'), f'flag-{i}', entry)",
    "cache": "store.put({f'a:{i}': b'x' * 100_000})",
}
"""Its i-th step, after which it says so."""


@pytest.mark.parametrize("round_", range(40 if LONG else 3))
@pytest.mark.parametrize("kind", WRITERS)
def test_a_kill_leaves_what_was_done_and_nothing_half_done(kind: str, round_: int, tmp_path: Path) -> None:
    said = killed(
        f"{WRITERS[kind]}for i in range(10**9):\n    {STEPS[kind]}\n    print(flush=True)\n", round_, tmp_path
    )
    if kind == "cache":
        kept = Store(folder=tmp_path / "kept")
        assert len(kept.get(f"a:{i}" for i in range(said))) == said
        kept.put({"a:more": b"x"})
        assert kept.get(["a:more"])
        return
    if kind == "review":
        assert len(read_decisions(tmp_path / "review.toml")) in (said, said + 1)
    else:
        text = (tmp_path / "page.md").read_text()
        assert len(text) == 3_000_000 and len(set(text)) == 1
    write(tmp_path / "x", "")
    assert {path.name for path in tmp_path.iterdir()} == {"page.md" if kind == "report" else "review.toml", "x"}


def killed(script: str, round_: int, folder: Path) -> int:
    """Run a script that prints a line for each step, kill it at a random moment, and return how many steps it said were done."""
    process = subprocess.Popen(
        command(script=script),
        env=environment(folder),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout and process.stdout.readline()
    time.sleep(random.Random(round_).random() / 5)
    process.kill()
    rest, _ = process.communicate()
    return 1 + rest.count(b"\n")


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.md", "before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(VerifyError, match="No space left on device"):
        write(tmp_path / "a.md", "after")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.md", "before")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_is_one_line(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story.chmod(0o500)
    assert main(["check", str(story), "--out", str(story / "r")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_without_a_home_reports_are_made(story: Path, tmp_path: Path) -> None:
    more = environment(tmp_path)
    del more["HOME"], more["VERIFY_CACHE"]
    more["XDG_CACHE_HOME"] = more["XDG_CONFIG_HOME"] = "/proc/nowhere"
    done = subprocess.run(
        command("check", str(story), "--out", "r"), env=more, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and (tmp_path / "r" / "tram.md").exists(), done.stderr
