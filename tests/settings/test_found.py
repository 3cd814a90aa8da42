"""Files of settings: which one holds, and what is wrong with one; `tests/hostile/test_planted.py` has what they may choose."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify.errors import UsageError
from verify.settings import Settings, find_settings, nearest


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_folder_upwards_holds(tmp_path: Path) -> None:
    write(tmp_path / "verify.toml", "all = true")
    inner = tmp_path / "desk" / "story"
    inner.mkdir(parents=True)
    assert nearest(inner).path == tmp_path / "verify.toml"
    write(tmp_path / "desk" / "pyproject.toml", "[tool.verify]\nfail-on = 'any'")
    assert nearest(inner).values == {"fail-on": "any"}
    write(inner / "verify.toml", "")
    assert nearest(inner) == Settings(path=inner / "verify.toml", values={})


def test_in_one_folder_its_own_file_goes_first(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.verify]\nall = false")
    write(tmp_path / "verify.toml", "all = true")
    assert nearest(tmp_path).values == {"all": True}


def test_a_project_that_says_nothing_is_passed_over_broken_or_not(tmp_path: Path) -> None:
    write(tmp_path / "verify.toml", "all = true")
    for text in ("[tool.other]\nall = false", "[tool.other\n"):
        write(tmp_path / "story" / "pyproject.toml", text)
        assert nearest(tmp_path / "story").values == {"all": True}


def test_the_path_is_as_seen_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "story" / "verify.toml", "")
    monkeypatch.chdir(tmp_path)
    found = nearest(Path("story"))
    assert found.path == Path("story/verify.toml")
    assert (found.placed("out"), found.placed("-"), found.placed("/out")) == ("story/out", "-", "/out")


@pytest.mark.parametrize("name", ["verify.toml", "pyproject.toml"])
def test_a_broken_file(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, "[tool.verify]\nall = maybe")
    with pytest.raises(UsageError, match=rf"{name}: Invalid value \(at line 2.*, expected TOML$"):
        find_settings(tmp_path)
    (tmp_path / name).write_bytes(b"[tool.verify]\n\xff")
    with pytest.raises(UsageError, match=rf"{name}: not UTF-8, expected TOML$"):
        find_settings(tmp_path)


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    settings = Settings(path=Path("verify.toml"), values={"fail_on": "any"})
    with pytest.raises(UsageError, match=r"^verify\.toml: fail_on: no such setting, expected fail-on$"):
        settings.check(["fail-on", "all", "out"])
    with pytest.raises(UsageError, match=r"fail_on: no such setting, expected one of json, out$"):
        settings.check(["out", "json"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("all = " + "[" * 5_000 + "]" * 5_000, "nested too deeply"),
        ("all = " + "1" * 5_000, "a number or a date beyond all bounds"),
    ],
)
def test_what_a_parser_stumbles_over_is_told_in_a_line(text: str, message: str, tmp_path: Path) -> None:
    write(tmp_path / "verify.toml", text)
    with pytest.raises(UsageError, match=rf"verify\.toml: {message}, expected TOML$"):
        find_settings(tmp_path)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    write(tmp_path / "verify.toml", "\ufeffall = true\r\n")
    assert nearest(tmp_path).values == {"all": True}
