"""What the command line takes and how it answers what it does not."""

from __future__ import annotations

import pytest

from verify.cli import main


@pytest.mark.parametrize("words", [["-h"], ["claims", "-h"], ["-V"]])
def test_the_short_forms_of_help_and_version(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    assert capsys.readouterr().out.lower().startswith(("usage: verify", "verify 0"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["clams", "folder"], "clams: no such file or folder, and no command, expected claims?"),
        (["explain", "rol-swap"], "rol-swap: no such check, expected role-swap"),
        (["folder", "--jsn", "x"], "--json"),
    ],
)
def test_the_near_command_check_or_option_is_suggested(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert told in capsys.readouterr().err


def test_no_name_of_a_type_stands_in_what_is_said_of_a_wrong_value(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["folder", "--fail-on", "conflct"]) == 2
    said = capsys.readouterr().err
    assert "Value error" not in said and "conflict" in said
