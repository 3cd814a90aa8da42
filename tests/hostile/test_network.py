"""No command opens a connection to anywhere but this machine, nor leaves a file where README does not say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .commands import command, environment, run

GUARD = """
import os, sys
log = os.environ["GUARD_LOG"]
def watch(event, args):
    if event == "socket.connect":
        address = args[1]
        near = isinstance(address, (str, bytes)) or address[0] in ("127.0.0.1", "::1", "localhost", "0.0.0.0")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        near = args[0] in (None, "", "127.0.0.1", "::1", "localhost", "0.0.0.0")
    elif event == "socket.sendto":
        near = args[1][0] in ("127.0.0.1", "::1")
    else:
        return
    if not near:
        with open(log, "a") as file:
            file.write(f"{event} {args}\\n")
        raise OSError("no connection is allowed")
sys.addaudithook(watch)
"""
"""Of a `sitecustomize` that every Python process takes: workers too. What compiled code does, the files tell, and `strace` in CI."""
TEXT = "police said on Monday that {} people were hurt when a tram left the rails in Gdansk. “We saw it,” Ann Marsh said.\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two stories, a report of one, and the guard."""
    for name, number in (("one", "four"), ("two", "seven")):
        (tmp_path / "in" / name).mkdir(parents=True)
        for letter in "ab":
            (tmp_path / "in" / name / f"{letter}.txt").write_text(
                "In Leeds, " + TEXT.format(number if letter == "a" else "six")
            )
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    return tmp_path


def guarded(home: Path) -> dict[str, str]:
    package = environment(home)["PYTHONPATH"]
    return {"PYTHONPATH": os.pathsep.join((str(home / "guard"), package)), "GUARD_LOG": str(home / "log")}


def left(home: Path) -> set[str]:
    """Return the files in the home, but for those that were there."""
    found = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    return {name for name in found if not name.startswith(("in/", "guard/")) and "/__pycache__/" not in name}


COMMANDS = {
    "one story": [["check", "in/one", "--html", "page.html", "--json", "report.json"]],
    "many stories": [["check", "in"]],
    "later": [
        ["claims", "in/one"],
        ["why", "people", "in/one"],
        ["explain", "day-swap"],
        ["cache"],
        ["review", "in/one"],
    ],
}
EXPECTED = {
    "one story": {"reports/one.md", "page.html", "report.json"},
    "many stories": {"reports/one.md", "reports/two.md", "reports/index.md"},
    "later": set(),
}
SCRIPT = """
import json, sys
from verify.cli import main
if __name__ == "__main__":
    sys.exit(max(main(words) for words in json.loads(sys.argv[1])))
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_is_sent_and_nothing_is_left(name: str, home: Path) -> None:
    (home / "guard" / "commands.py").write_text(SCRIPT)  # a file, which the processes of many stories import anew
    words = [sys.executable, "guard/commands.py", json.dumps(COMMANDS[name])]
    more = environment(home, **guarded(home))
    done = subprocess.run(words, env=more, cwd=home, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not (home / "log").exists(), (home / "log").read_text()
    assert left(home) == EXPECTED[name]
    if name == "one story":
        page = (home / "page.html").read_text()
        assert "src=" not in page and "@import" not in page and "url(" not in page


def test_a_kept_result_lies_in_the_cache_and_nowhere_else(home: Path) -> None:
    done = run(home, "check", "in/one", **guarded(home) | {"VERIFY_CACHE": ""}, XDG_CACHE_HOME=str(home / "cache"))
    assert done.returncode == 0, done.stderr
    assert {name for name in left(home) if not name.startswith("cache/verify/results.sqlite")} <= {"reports/one.md"}


def test_a_cluster_on_this_machine_reaches_nobody_else(home: Path) -> None:
    pytest.importorskip("distributed")
    script = (
        "import sys\n"
        "from distributed import LocalCluster\n"
        "from verify.cli import main\n"
        "if __name__ == '__main__':\n"
        "    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, host='127.0.0.1') as cluster:\n"
        "        sys.exit(main(['check', 'in', '--scheduler', cluster.scheduler_address]))\n"
    )
    (home / "guard" / "cluster.py").write_text(script)
    more = environment(home, **guarded(home))
    done = subprocess.run([sys.executable, "guard/cluster.py"], env=more, cwd=home, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not (home / "log").exists(), (home / "log").read_text()
    assert {name for name in left(home) if name.startswith("reports/")} == EXPECTED["many stories"]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_system_call_reaches_out(home: Path) -> None:
    """What compiled code does, too: onnxruntime called home from its own threads."""
    for letter in "cd":
        (home / "in" / "one" / f"{letter}.txt").write_text(TEXT.format(letter) * 60)
    traced = [
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=connect,sendto,sendmsg",
        "-o",
        str(home / "strace"),
        *command("check", "in"),
    ]
    try:
        done = subprocess.run(traced, env=environment(home), cwd=home, capture_output=True, text=True, timeout=300)
    except PermissionError:
        pytest.skip("strace may not trace")
    if "ptrace" in done.stderr:
        pytest.skip("strace may not trace")
    assert done.returncode == 0, done.stderr
    calls = (home / "strace").read_text().splitlines()
    assert not [call for call in calls if "AF_INET" in call and "127.0.0.1" not in call and "::1" not in call]
