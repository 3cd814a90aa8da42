"""The bar of long work: on a terminal only, with the time left."""

from __future__ import annotations

import io

import pytest

from verify.cli.console import Work


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def run(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    work = Work(steps=3)
    for name, steps in (("one", ("reading [a]", "comparing")), ("two", ("reading b",))):
        with work.shown(name) as begin:
            for step in steps:
                begin(step)
    return stream.getvalue()


def test_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(monkeypatch, Terminal())
    assert "one: comparing" in said and "two: reading b" in said and "-:--:--" in said
    assert capsys.readouterr().out == ""


def test_elsewhere_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, io.StringIO()) == ""
