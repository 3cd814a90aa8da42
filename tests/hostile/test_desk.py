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
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from threading import Barrier, Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from zipfile import ZipFile

import pytest

from tests.desk.calling import Answer, call, session
from verify import cross_check, read_articles
from verify.cli.writing import create, write
from verify.desk.folder import Folder

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
