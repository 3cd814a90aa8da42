"""A file of decisions after git has merged two: with `merge=union` a finding that both decided on has the lines of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from verify.review.entries import Entry, read_entry
from verify.toml import parsed

_LINE = re.compile(r"([A-Za-z0-9_-]+)\.([a-z]+)[ \t]*=[ \t]*\S.*")
_AFTER_WHEN = ("reason", "note")
"""Fields that an entry can lack; they are written below the time of its decision."""
Row = tuple[str, Any]


def both_sides(text: str) -> dict[str, Entry] | None:
    """Return the entries of a text that repeats fields, the later decision of each; None where it is not made of such lines.

    What the other side decided is kept as a note. Raises InputError for an entry that is none.
    """
    rows: dict[str, list[Row]] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("#"):
            continue
        m = _LINE.fullmatch(line)
        try:
            value = next(iter(parsed(line).values())) if m else None
        except ValueError:
            value = None
        if m is None or value is None:
            return None
        rows.setdefault(m[1], []).append((m[2], value[m[2]]))
    return {key: _one([read_entry(key, version) for version in _versions(found)]) for key, found in rows.items()}


def _versions(rows: list[Row]) -> Iterable[Mapping[str, Any]]:
    """Return the fields of each side: what stands once is common to them, but for a reason or a note, which is of the side above it."""
    count = max(sum(name == other for other, _ in rows) for name, _ in rows)
    sides: list[dict[str, Any]] = [{} for _ in range(count)]
    for name in dict.fromkeys(name for name, _ in rows):
        values = [value for other, value in rows if other == name]
        if len(values) == 1 and name not in _AFTER_WHEN:
            for side in sides:
                side[name] = values[0]
        elif len(values) == count:
            for side, value in zip(sides, values, strict=True):
                side[name] = value
    for at, (name, value) in enumerate(rows):
        if name in _AFTER_WHEN and sum(name == other for other, _ in rows) < count:
            above = sum(other == "when" for other, _ in rows[:at])
            sides[max(above, 1) - 1 if _repeats(rows, "when") else -1][name] = value
    return sides


def _repeats(rows: list[Row], name: str) -> bool:
    return sum(name == other for other, _ in rows) > 1


def _one(versions: list[Entry]) -> Entry:
    """Return the later decision, with a note on what was decided otherwise; a note alone never goes before a decision."""
    last = max(versions, key=lambda entry: (entry.decision != "open", entry.when))
    others = [entry for entry in dict.fromkeys(versions) if entry != last]
    notes = [last.note, *(_noted(entry) for entry in others)]
    return replace(last, note="; ".join(dict.fromkeys(filter(None, notes))) or None)


def _noted(entry: Entry) -> str:
    said = "" if entry.decision == "open" else entry.decision + (f" ({entry.reason})" if entry.reason else "")
    return " ".join(f"{entry.who}, {entry.when}: {' – '.join(filter(None, (said, entry.note)))}".split())
