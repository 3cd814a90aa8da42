"""The command line in a process of its own, in an environment where it finds nothing of the user's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parent.parent.parent


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the variables of a process whose home is that folder, and nothing else that programs look for."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(PACKAGE), "VERIFY_CACHE": "off", **more}


def command(*args: object, script: str | None = None) -> list[str]:
    """Return the words that run the command line, or a script of the test's with the same arguments."""
    return [sys.executable, *(("-c", script) if script else ("-m", "verify")), *map(str, args)]


def run(home: Path, *args: object, script: str | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command line to its end."""
    return subprocess.run(
        command(*args, script=script),
        env=environment(home, **more),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
