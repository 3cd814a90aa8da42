"""The bar of long work, and long texts: on a terminal only."""

from __future__ import annotations

import io

import pytest

from verify.cli.console import Work, show


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


def test_a_long_text_is_shown_a_screen_at_a_time_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[str] = []
    monkeypatch.setattr("rich.pager.SystemPager.show", lambda _, text: paged.append(text))
    monkeypatch.setenv("LINES", "10")
    monkeypatch.setattr("sys.stdin", Terminal())
    for stream, text, screens in ((Terminal(), "a\n" * 20, 1), (Terminal(), "a\n", 0), (io.StringIO(), "a\n" * 20, 0)):
        monkeypatch.setattr("sys.stdout", stream)
        show(text)
        assert (len(paged), stream.getvalue()) == (screens, "" if screens else text)
        paged.clear()
