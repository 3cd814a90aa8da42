"""Settings: what a folder of stories asks for, in `verify.toml` or in `[tool.verify]` of `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from verify.errors import UsageError

_OWN = "verify.toml"
_SHARED = "pyproject.toml"
_TABLE = "[tool.verify"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a file sets, by the names of options without their dashes; no file, no settings."""

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)

    def check(self, known: Collection[str]) -> None:
        """Raise UsageError for the first setting that is none of those known, with the name that comes nearest."""
        for name in self.values:
            if name not in known:
                near = get_close_matches(name, known, n=1)
                expected = near[0] if near else f"one of {', '.join(sorted(known))}"
                raise UsageError(f"{self.path}: {name}: no such setting, expected {expected}")

    def placed(self, value: str) -> str:
        """Return a path of the file as seen from the working folder: in the file it is relative to the file's folder."""
        if self.path is None or value == "-":
            return value
        # The slash at the end says that a folder is meant, also one that is not there yet.
        return str(self.path.parent / value) + ("/" if value.endswith("/") else "")


def find_settings(folder: Path) -> Settings:
    """Return the settings of the nearest folder upwards that has some; `verify.toml` goes before `pyproject.toml`.

    Raises UsageError where the file cannot be read or is no TOML.
    """
    real = folder.resolve()
    for place in map(_seen, (real, *real.parents)):
        if (own := place / _OWN).is_file():
            return Settings(path=own, values=_parsed(own, _text(own)))
        shared = place / _SHARED
        if shared.is_file() and _TABLE in (text := _text(shared)):
            return Settings(path=shared, values=_parsed(shared, text).get("tool", {}).get("verify", {}))
    return Settings()


def _seen(folder: Path) -> Path:
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8, expected TOML") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}), expected a file that may be read") from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: {error}, expected TOML") from None
