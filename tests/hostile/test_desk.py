"""What a stranger's files, and people who work at once, can do to a desk: nothing is lost, kept waiting, or passed over unsaid."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from threading import Barrier, Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from zipfile import ZipFile

import pytest

from tests.desk.calling import Answer, call, session
from verify import Options, cross_check, read_articles
from verify.articles import read_stories
from verify.cli.writing import create, write
from verify.desk.checker import Read, messages
from verify.desk.folder import Folder
from verify.model import NotChecked

from .commands import command, environment

TEXT = "Four people were hurt when a {} left the rails in Gdansk on Monday, police said.\n"
SUBJECTS = ("tram", "train", "ferry train", "goods train", "crane", "bus on rails", "wagon", "cable car")


def at_once(works: Sequence[Callable[[], object]]) -> None:
    """Do some things at one moment, and wait for all of them."""
    gate = Barrier(len(works))

    def one(work: Callable[[], object]) -> None:
        gate.wait()
        work()

    threads = [Thread(target=one, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def slow(path: Path, content: str | bytes) -> None:
    """Write as a slow disk does, so that whoever chose a name before has not taken it yet."""
    time.sleep(0.05)
    write(path, content)


def slowly(path: Path, content: str | bytes) -> bool:
    time.sleep(0.05)
    return create(path, content)


def test_pastes_at_once_overwrite_nothing(tmp_path: Path) -> None:
    folder, names = Folder(path=tmp_path, write=slow, create=slowly), list[str]()
    known = {"title": "Gdansk", "outlet": "", "published": ""}
    at_once([lambda s=s: names.append(folder.paste(TEXT.format(s), **known)) for s in SUBJECTS])  # type: ignore[misc]
    assert len(set(names)) == len(SUBJECTS) == len(list(tmp_path.glob("Gdansk*.txt")))
    kept = "".join((tmp_path / name).read_text() for name in names)
    assert [s for s in SUBJECTS if TEXT.format(s) not in kept] == []


@pytest.mark.parametrize("name", ["story.txt", "story.csv"])
def test_drops_at_once_overwrite_nothing(name: str, tmp_path: Path) -> None:
    folders, added = [Folder(path=tmp_path, write=slow, create=slowly) for _ in range(2)], list[str]()
    front = 'text\n"{}"\n' if name.endswith(".csv") else "{}"
    works = [
        lambda i=i, s=s: added.extend(folders[i % 2].drop(name, front.format(TEXT.format(s)).encode())[0])  # type: ignore[misc]
        for i, s in enumerate(SUBJECTS)
    ]
    at_once(works)
    kept = "".join((tmp_path / one).read_text() for one in added)
    assert len(set(added)) == len(SUBJECTS) and [s for s in SUBJECTS if TEXT.format(s).strip() not in kept] == []


def test_of_two_edits_at_once_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("tram"))
    at, answers = session(tmp_path, cross_check(read_articles([tmp_path]))), list[Answer]()
    at.folder = Folder(path=tmp_path, write=slow, create=create)
    seen = call(at, "GET", "/text", query="id=a").said["version"]
    said = [{"id": "a", "version": seen, "text": TEXT.format(s)} for s in SUBJECTS[:4]]
    at_once([lambda s=s: answers.append(call(at, "POST", "/edit", body=s)) for s in said])  # type: ignore[misc]
    assert sorted(answer.status for answer in answers) == [200, 409, 409, 409]


def read(folder: Path) -> Read:
    """Return what the desk reads in a folder."""
    found = next(messages(folder, Options(), None, grow=False))
    assert isinstance(found, Read)
    return found


def names(told: Iterable[NotChecked]) -> list[str]:
    return sorted(Path(entry.what).name for entry in told)


def test_what_the_desk_does_not_read_it_tells(story: Path, tmp_path: Path) -> None:
    (story / "inner").mkdir()
    for path in (story / "inner" / "c.txt", tmp_path / "outside.txt"):
        path.write_text(TEXT.format("tram"))
    with ZipFile(story / "d.zip", "w") as archive:
        archive.writestr("d.txt", TEXT.format("tram"))
    os.mkfifo(story / "pipe.txt")
    (story / "none.txt").symlink_to("gone")
    (story / "loop.txt").symlink_to("loop.txt")
    (story / "out.txt").symlink_to(tmp_path / "outside.txt")
    (story / "out").symlink_to(tmp_path)
    (story / "photo.jpg").write_bytes(b"\xff\xd8")
    found, command_line = read(story), read_stories([story])
    assert names(found.not_checked) == [
        *("d.zip", "inner", "loop.txt", "none.txt", "out", "out.txt", "photo.jpg", "pipe.txt")
    ]
    told = {entry for told in command_line for entry in told.not_checked}
    assert {entry for entry in found.not_checked if Path(entry.what).name not in ("d.zip", "inner")} == told
    assert found.story and found.story.articles == command_line[0].articles and len(found.story.articles) == 2


def test_the_desk_reads_through_no_link_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "secret.txt").write_text(TEXT.format("secret tram"))
    for name, target in (("a.txt", tmp_path / "secret.txt"), ("b.txt", "/proc/self/environ"), ("c.txt", "../secret.txt")):
        (tmp_path / "story" / name).symlink_to(target)
    found = read(tmp_path / "story")
    assert found.story is None and names(found.not_checked) == ["a.txt", "b.txt", "c.txt"]
    assert all("leads out of the folder" in entry.reason for entry in found.not_checked)


def test_a_link_to_another_file_of_the_story_is_read(story: Path) -> None:
    (story / "c.txt").symlink_to("a.txt")
    found = read(story)
    assert found.story and [a.id for a in found.story.articles] == ["a", "b", "c"] and found.not_checked == ()


def test_what_is_put_into_the_folder_besides_articles_is_noticed(story: Path) -> None:
    folder = Folder(path=story, write=write, create=create)
    seen = [folder.state()]
    for make in ((story / "inner").mkdir, lambda: (story / "x.txt").symlink_to("/etc/passwd"), lambda: os.mkfifo(story / "p")):
        make()
        seen.append(folder.state())
    assert len(set(seen)) == 4 and folder.state() == seen[-1]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    found = read(tmp_path / "gone")
    assert found.story is None and "cannot be entered" in found.not_checked[0].reason
