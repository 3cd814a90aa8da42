"""Floors of quality: what the cases of each set once reached, and a digest of those cases.

A change of either must be refreshed (`VERIFY_REFRESH=1 pytest tests/quality`), and a refresh refuses to lower a floor.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).parent / "floors.toml"

Figures = dict[str, dict[str, float]]


def shortfalls(name: str, figures: Figures, cases: Iterable[Path]) -> list[str]:
    """Return the figures of a set that lie below its floors, which become the figures where a refresh is asked for and lowers none."""
    sets = floors()
    if os.environ.get("VERIFY_REFRESH") and not lowered(sets.get(name, figures), figures):
        FLOORS.write_text(_written(sets | {name: {"digest": digest(cases), **figures}}), encoding="utf-8")
    return lowered(floors()[name], figures)


def floors() -> dict[str, Any]:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def digest(cases: Iterable[Path]) -> str:
    return sha256(b"\0".join(p.read_bytes() for p in cases)).hexdigest()[:16]


def lowered(old: dict[str, Any], new: Figures) -> list[str]:
    return [
        f"{group} {name}: {figure}, expected at least {old[group][name]}"
        for group, row in new.items()
        for name, figure in row.items()
        if figure < old[group][name]
    ]


def _written(sets: dict[str, Any]) -> str:
    tables = []
    for name, held in sorted(sets.items()):
        tables.append(f'[{name}]\ndigest = "{held["digest"]}"\n')
        for group, row in held.items():
            if group != "digest":
                tables.append(f"[{name}.{group}]\n" + "".join(f"{key} = {value}\n" for key, value in row.items()))
    return "\n".join(tables)
