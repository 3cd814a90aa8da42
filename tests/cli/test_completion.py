"""Completion in a shell: commands, options after a path, levels, names of checks."""

from __future__ import annotations

import pytest

from verify.cli import main


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("verify re", {"review"}),
        ("verify seeds/ --ag", {"--against"}),
        ("verify check --fail-on c", {"conflict"}),
        ("verify explain entity", {"entity-swap"}),
        ("verify review --w", {"--who"}),
    ],
)
def test_completion(
    words: str, found: set[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_VERIFY_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    assert main([]) == 0
    assert set(capsys.readouterr().out.split()) == found
