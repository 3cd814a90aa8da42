"""Tables of the benchmarks: printed, and with --keep put into results.md in place of the section's last figures."""

from __future__ import annotations

import argparse
import os
import platform
import re
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).parent / "results.md"
LIBRARIES = ("numpy", "onnxruntime", "spacy", "torch", "sentence-transformers")


def parser(doc: str | None) -> argparse.ArgumentParser:
    """Return a parser with the option that every benchmark has."""
    made = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--keep", action="store_true", help="put the table into benchmarks/results.md")
    return made


def show(title: str, note: str, rows: Iterable[dict[str, object]], *, keep: bool) -> None:
    """Print a table, one row per dictionary, and keep it where that is wanted."""
    text = f"## {title}\n\n{note}\n\n{_table(list(rows))}\n"
    print(text)
    if keep:
        _keep(title, f"{text}\n{machine()}\n")


def machine() -> str:
    """Return the machine and the versions that figures were taken with, in one line."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return (
        f"*{cores} cores of {_processor()}, {platform.system()}, Python {platform.python_version()}; {versions}{load}.*"
    )


def _processor() -> str:
    found = (
        re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
        if Path("/proc/cpuinfo").exists()
        else None
    )
    return found[1] if found else platform.processor() or platform.machine()


def _table(rows: Sequence[dict[str, object]]) -> str:
    head = list(rows[0])
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *([_cell(row[name]) for name in head] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    return f"{value:,.2f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


def _keep(title: str, section: str) -> None:
    """Replace the section of that title, or add it at the end."""
    old = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Figures\n"
    parts = {part.splitlines()[0]: part for part in re.split(r"(?m)^(?=## )", old)}
    parts[f"## {title}"] = section
    RESULTS.write_text("\n\n".join(part.rstrip() for part in parts.values()) + "\n", encoding="utf-8")
