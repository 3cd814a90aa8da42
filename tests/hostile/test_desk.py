"""What a stranger's files, and people who work at once, can do to a desk: nothing is lost, kept waiting, or passed over unsaid."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from threading import Barrier, Thread
from urllib.parse import quote
from urllib.request import Request, urlopen
from zipfile import ZipFile

import pytest

from tests.desk.calling import Answer, call, session
from verify import Options, cross_check, read_articles
from verify.articles import read_stories
from verify.cli.writing import create, write
from verify.desk.aside import Tell
from verify.desk.checker import Read, messages
from verify.desk.folder import Folder
from verify.desk.session import Session
from verify.model import NotChecked

from .commands import command, environment
from .slow import slow_document

ENDLESS = 3_000_000
"""Words of a page that takes longer to read than anybody waits."""

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
    found = "".join((tmp_path / name).read_text() for name in names)
    assert [s for s in SUBJECTS if TEXT.format(s) not in found] == []


@pytest.mark.parametrize("name", ["story.txt", "story.csv"])
def test_drops_at_once_overwrite_nothing(name: str, tmp_path: Path) -> None:
    folders, added = [Folder(path=tmp_path, write=slow, create=slowly) for _ in range(2)], list[str]()
    front = 'text\n"{}"\n' if name.endswith(".csv") else "{}"
    works = [
        lambda i=i, s=s: added.extend(folders[i % 2].drop(name, front.format(TEXT.format(s)).encode())[0])  # type: ignore[misc]
        for i, s in enumerate(SUBJECTS)
    ]
    at_once(works)
    found = "".join((tmp_path / one).read_text() for one in added)
    assert len(set(added)) == len(SUBJECTS) and [s for s in SUBJECTS if TEXT.format(s).strip() not in found] == []


def test_of_two_edits_at_once_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("tram"))
    at, answers = session(tmp_path, cross_check(read_articles([tmp_path]))), list[Answer]()
    at.folder = Folder(path=tmp_path, write=slow, create=create)
    seen = call(at, "GET", "/text", query="id=a").said["version"]
    said = [{"id": "a", "version": seen, "text": TEXT.format(s)} for s in SUBJECTS[1:5]]
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
    for name, target in (
        ("a.txt", tmp_path / "secret.txt"),
        ("b.txt", "/proc/self/environ"),
        ("c.txt", "../secret.txt"),
    ):
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
    for make in (
        (story / "inner").mkdir,
        lambda: (story / "x.txt").symlink_to("/etc/passwd"),
        lambda: os.mkfifo(story / "p"),
    ):
        make()
        seen.append(folder.state())
    assert len(set(seen)) == 4 and folder.state() == seen[-1]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    found = read(tmp_path / "gone")
    assert found.story is None and "cannot be entered" in found.not_checked[0].reason


def impatient() -> None:
    """Let the process that reads have less patience than people have with a test."""
    from verify.articles import stories

    stories.PATIENCE = 0.5


def dropped(at: Session, name: str, data: bytes) -> Answer:
    return call(at, "PUT", "/files", query=f"name={quote(name)}", body=data)


def kept(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_dropped_file_that_takes_long_is_broken_off(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    at = session(tmp_path)
    at._reader._aside.ready = impatient
    answer = dropped(at, "endless.pdf", slow_document(ENDLESS))
    assert answer.status == 200 and answer.said["added"] == []
    (told,) = answer.said["problems"]
    assert told == "endless.pdf: not read to its end, that takes too long, expected articles" and kept(tmp_path) == []
    assert dropped(at, "a.txt", TEXT.encode()).said == {"added": ["a.txt"], "problems": []}
    at.close()
    answer = dropped(at, "b.txt", TEXT.encode())
    assert answer.status == 422 and "the desk is closed" in answer.said["problem"] and kept(tmp_path) == ["a.txt"]


def failing(path: Path, _: Tell) -> Iterator[None]:
    """Fail over a file as no reader should."""
    yield from ([{}[path.suffix]] if path.suffix == ".txt" else [os.kill(os.getpid(), signal.SIGKILL)])


@pytest.mark.parametrize(("name", "status"), [("a.txt", 500), ("a.md", 422)])
def test_a_reader_that_fails_or_dies_is_a_line(
    name: str, status: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    at = session(tmp_path)
    at._reader._aside.respond = failing
    for _ in range(2):  # the process is started anew
        answer = dropped(at, name, TEXT.encode())
        assert answer.status == status and "expected" in answer.said["problem"] and "\n" not in answer.said["problem"]
        assert kept(tmp_path) == []
    assert status != 500 or answer.said["problem"].startswith("an error of the program's own: KeyError: '.txt'")
    assert capfd.readouterr().err == ""
    at.close()


@pytest.mark.parametrize("path", ["/news", "/sheet", "/text", "/report", "/export/json"])
def test_an_unexpected_error_is_a_line_to_the_page(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ArithmeticError("no such\nnumber")

    for name in ("status", "sheet", "text", "rendered"):
        monkeypatch.setattr(Session, name, broken)
    answer = call(session(tmp_path), "GET", path, query="since=0")
    assert answer.status == 500 and "ArithmeticError: no such number" in answer.said["problem"]
    assert "--debug" in answer.said["problem"]
    with pytest.raises(ArithmeticError):
        at = session(tmp_path)
        at.debug = True
        call(at, "GET", path, query="since=0")


NAMES = [
    "x.\x00t",
    "x.a\nb",
    "x.\x1b[m",
    "x." + "y" * 300,
    "x.\ud800",
    "." * 300,
    "verify.toml",
    "review.toml",
    "é" * 300 + ".tüxt",
]
DATA = [
    b"",
    b"\x00",
    b"PK\x05\x06" + bytes(18),
    b"PK\x03\x04",
    b"%PDF-",
    b"[" * 100_000,
    b'{"text": 1}',
    b"\xff\xfe\x00\xd8",
]


def test_whatever_is_dropped_is_answered_in_a_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    at = session(tmp_path)
    for name in NAMES:
        answer = call(at, "PUT", "/files", query=f"name={quote(name, errors='surrogatepass')}", body=TEXT.encode())
        assert answer.status in (200, 422), (name, answer)
    for number, data in enumerate(DATA):
        for suffix in ("txt", "html", "csv", "json", "jsonl", "pdf", "docx", "zip", "xlsx"):
            answer = dropped(at, f"{number}.{suffix}", data)
            assert answer.status in (200, 422), (number, suffix, answer)
    assert "Traceback" not in capfd.readouterr().err
    at.close()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Open a desk as a person does at a terminal, whose Ctrl-C goes to all its processes."""
    pytest.importorskip("uvicorn")
    running: list[subprocess.Popen[str]] = []

    def open_desk(*words: str) -> Opened:
        process = subprocess.Popen(
            command("desk", "story", "--no-browser", *words),
            env=environment(tmp_path),
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        running.append(process)
        assert process.stdout
        return Opened(process, process.stdout.readline().rpartition(" ")[2].strip())

    yield open_desk
    for process in running:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


class Opened:
    """A desk that is open, and its address."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process, self.address = process, address

    def put(self, name: str, data: bytes) -> Thread:
        """Send a file, and do not wait for the answer."""

        def send() -> None:
            with suppress(OSError, HTTPException):
                urlopen(Request(f"{self.address}files?name={name}", data=data, method="PUT"), timeout=60).read()

        thread = Thread(target=send)
        thread.start()
        return thread

    def interrupted(self) -> tuple[int, str, float]:
        """Return how the desk ends after Ctrl-C: exit code, what it says, seconds."""
        begun = time.monotonic()
        os.killpg(self.process.pid, signal.SIGINT)
        err = self.process.communicate(timeout=60)[1]
        return self.process.returncode, err, time.monotonic() - begun


def alone(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.pdf")]


@pytest.mark.parametrize("wait", [0.0, 0.2, 0.6, 3.0])
def test_an_interruption_ends_a_desk_without_a_traceback(opened: Callable[..., Opened], wait: float) -> None:
    desk = opened()
    time.sleep(wait)
    code, err, took = desk.interrupted()
    assert "Traceback" not in err and code in (0, 130) and took < 10, (code, err, took)


def test_an_interruption_ends_a_desk_that_reads_a_file_without_end(
    opened: Callable[..., Opened], tmp_path: Path
) -> None:
    pytest.importorskip("pypdf")
    desk = opened()
    sending = desk.put("endless.pdf", slow_document(ENDLESS))
    until = time.monotonic() + 30
    while not alone(tmp_path) and time.monotonic() < until:
        time.sleep(0.1)
    time.sleep(2)
    code, err, took = desk.interrupted()
    sending.join()
    assert code == 0 and took < 8 and err.count("\n") == 1 and "Ctrl-C closes the desk" in err, (code, err, took)
    assert alone(tmp_path) == []


DEAF = """
import signal, socket, time
from threading import Thread
from verify.cli.desk import serve

def closing():
    print("closing", flush=True)
    time.sleep(60)

def watch():
    while getattr(signal.getsignal(signal.SIGINT), "__name__", "") != "handle_exit":
        time.sleep(0.01)
    print("begun", flush=True)

async def application(scope, receive, send):
    pass

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen()
Thread(target=watch).start()
serve(application, listener, closing=closing)
"""


def test_a_second_interruption_ends_a_desk_that_does_not_heed_the_first(tmp_path: Path) -> None:
    pytest.importorskip("uvicorn")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command(script=DEAF), env=environment(tmp_path), text=True, **pipes) as process:  # type: ignore[call-overload]
        for said in ("begun\n", "closing\n"):
            assert process.stdout.readline() == said
            process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=20) == ("", "") and process.returncode == 130
