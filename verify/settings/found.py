"""The files of settings that hold for a folder: `verify.toml`, or `[tool.verify]` in `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verify.errors import UsageError, meant
from verify.settings.trust import config_folder, is_trusted, place_of, trusted_digests
from verify.toml import parsed, text_of

_OWN = "verify.toml"
_SHARED = "pyproject.toml"
_TABLE = "[tool.verify"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a file sets, by the names of options without their dashes; no file, no settings.

    What is not trusted came with the articles, or lies above them: it may only choose within the program.
    """

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    trusted: bool = False

    def check(self, known: Collection[str]) -> None:
        """Raise UsageError for the first setting that is none of those known, with the name that comes nearest."""
        for name in self.values:
            if name not in known:
                expected = meant(name, known) or f"one of {', '.join(sorted(known))}"
                raise UsageError(f"{self.path}: {name}: no such setting, expected {expected}")

    def placed(self, value: str) -> str:
        """Return a path of the file as seen from the working folder: in the file it is relative to the file's folder."""
        if self.path is None or value == "-":
            return value
        # The slash at the end says that a folder is meant, also one that is not there yet.
        return str(self.path.parent / value) + ("/" if value.endswith("/") else "")

    def holds(self, value: str) -> bool:
        """Return whether a path of the file leads to something in the file's folder, links resolved."""
        if self.path is None:
            return False
        try:
            return Path(self.placed(value)).resolve().is_relative_to(self.path.parent.resolve())
        except (OSError, RuntimeError, ValueError):
            return False


def find_settings(folder: Path) -> tuple[Settings, ...]:
    """Return the settings that hold for a folder, those that go before others first.

    They are those of the nearest file upwards that the user trusts, the user's own, and those of the nearest file, where that is
    nearer. Raises UsageError where a file cannot be read or is no TOML.
    """
    known = trusted_digests()
    near = next(_upwards(folder), Settings())
    if near.trusted:
        return (near, _own())
    above = (s for s in _upwards(folder, among=known) if s.trusted) if known else iter(())
    return (*([found] if (found := next(above, None)) else []), _own(), near)


def nearest(folder: Path) -> Settings:
    """Return the settings of the nearest file upwards; `verify.toml` goes before `pyproject.toml`. Raises as `find_settings`."""
    return next(_upwards(folder), Settings())


def _upwards(folder: Path, *, among: Collection[str] | None = None) -> Iterator[Settings]:
    """Yield the settings of each folder upwards that has some; of the files of some paths alone, where these are given."""
    real = folder.resolve()
    for place in map(_seen, (real, *real.parents)):
        for path in (place / _OWN, place / _SHARED):
            if path.is_file() and (among is None or place_of(path) in among) and (found := _read(path)):
                yield found
                break


def _own() -> Settings:
    path = config_folder() / _OWN
    return Settings(path=path, values=_parsed(path, text_of(path)), trusted=True) if path.is_file() else Settings()


def _read(path: Path) -> Settings | None:
    """Return the settings of a file, None where a project says nothing of ours."""
    text = text_of(path)
    if path.name == _OWN:
        values = _parsed(path, text)
    elif _TABLE in text:
        values = _table(_table(_parsed(path, text), "tool"), "verify")
    else:
        return None
    return Settings(path=path, values=values, trusted=is_trusted(path, values))


def _table(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = values.get(name)
    return found if isinstance(found, dict) else {}


def _seen(folder: Path) -> Path:
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return parsed(text)
    except ValueError as error:
        raise UsageError(f"{path}: {error}, expected TOML") from None
