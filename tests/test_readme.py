"""The README says what the program does: its options, exit codes and checks, and each command for a newcomer works.

`VERIFY_REFRESH=1 pytest tests/test_readme.py` writes the list of commands and options anew from the help of the commands.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from verify.cli import main
from verify.cli.app import app

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
COLUMN, WIDTH = 31, 140
USE = re.compile(r"(?<=\n## Use\n\n```\n).*?(?=```\n)", re.S)


def commands() -> dict[str, Any]:
    found: dict[str, Any] = typer.main.get_command(app).commands
    return found


def entry(left: str, text: str) -> str:
    lines = textwrap.wrap(" ".join(text.split()), WIDTH - COLUMN)
    first = f"{left:{COLUMN}}" if len(left) < COLUMN else f"{left}  "
    return "\n".join((first + lines[0], *(" " * COLUMN + line for line in lines[1:]))) + "\n"


def usage() -> Iterator[str]:
    for name, command in sorted(commands().items(), key=lambda item: (item[0] != "check", item[0])):
        arguments = [p for p in command.params if not p.opts[0].startswith("-")]
        words = [(p.metavar or p.name) + ("..." if p.nargs == -1 else "") for p in arguments]
        yield entry(" ".join(("verify", *(() if name == "check" else (name,)), *words)), said(command))
        for param in command.params:
            if param not in arguments:
                yield entry("  " + " ".join(filter(None, (param.opts[0], param.metavar))), param.help)
    yield entry("verify --version", "Show the version.")
    yield entry("verify COMMAND --debug", "Show where an unexpected error arose, with any command.")
    yield entry("verify --install-completion", "Install completion for the current shell.")


def said(command: Any) -> str:
    """Return what the help of a command says of it, without the example and what follows."""
    return str(command.help).partition("Example:")[0].strip()


def test_the_readme_lists_the_commands_and_options_as_their_help_does() -> None:
    text, wanted = README.read_text(encoding="utf-8"), "".join(usage())
    if os.environ.get("VERIFY_REFRESH"):
        README.write_text(USE.sub(lambda _: wanted, text, count=1), encoding="utf-8")
    found = USE.search(README.read_text(encoding="utf-8"))
    assert found and found[0] == wanted


@pytest.mark.parametrize("name", commands())
def test_the_help_of_each_command_has_an_example_that_parses(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    example = re.search(r"Example: verify ([^.]*(?:\.\w[^.]*)*)\.", out)
    assert example, out
    command, *arguments = shlex.split(example[1])
    assert command == name
    commands()[name].make_parser(typer.Context(commands()[name])).parse_args(args=arguments)


def test_checks_and_exit_codes_are_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    readme = README.read_text(encoding="utf-8")
    main(["explain"])
    for line in capsys.readouterr().out.splitlines():
        assert f"`{line.split()[0]}`" in readme
    for code in ("0 done", "1 findings", "2 wrong usage", "3 an error", "130 interrupted"):
        assert code in readme


def test_the_python_examples_run() -> None:
    examples = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    assert len(examples) == 3
    for example, said in zip(examples, ("conflict", "agree", "place = Lima from Lima"), strict=True):
        done = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, check=False)
        assert done.returncode == 0 and said in done.stdout, done.stdout + done.stderr


def test_the_way_of_a_newcomer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command of the section, in its order, in a folder with the seeds; the answers go to the first one."""
    section = README.read_text(encoding="utf-8").partition("## A first review\n")[2].partition("\n## ")[0]
    given = re.findall(r"^\.venv/bin/verify (.*)$", section, re.M)
    answers = re.search(r"```text\n(.*?)```", section, re.S)
    assert len(given) == 4 and answers
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO(answers[1]))
    said = []
    for command in given:
        assert main(shlex.split(command)) == 0, command
        said.append(capsys.readouterr().out)
    assert "2 open of 2" in said[0] and "1 accepted, 1 dismissed, 0 open" in said[0]
    assert "1 dismissed" in said[1] and "1 dismissed" not in said[3]
    assert "0 new · 0 changed · 0 gone" in said[3]


def test_the_settings_in_the_readme_are_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    example = re.search(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    assert example
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VERIFY_CONFIG", str(tmp_path / "config"))
    Path("verify.toml").write_text(example[1])
    assert main(["trust", "."]) == 0
    capsys.readouterr()
    assert main(["--show-settings"]) == 0
    assert capsys.readouterr().out.count("# verify.toml") == len(example[1].splitlines())
