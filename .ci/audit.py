"""Lists the licences of all that `verify` installs with its extras for use, and asks an index of advisories about it.

    .venv/bin/pip install '.[dask,desk,documents,office,parquet]' pip-audit && .venv/bin/python .ci/audit.py

The list is written to LICENCES.md; the exit code is 1 where a licence is not one of those allowed or an advisory is open, 2 where the index of
advisories cannot be reached.
"""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

EXTRAS = ("dask", "desk", "documents", "office", "parquet")
LIST = Path(__file__).parent.parent / "LICENCES.md"
ALLOWED = re.compile(r"MIT|BSD|Apache|ISC|MPL|Mozilla|PSF|Python|0BSD|Zlib|CC-BY-SA-4\.0|CC0")
HEAD = """\
# Licences of what `verify` installs

With the extras dask, desk, documents, office and parquet, as each package states it; `.ci/audit.py` writes this list. Versions are those of the day.

| package | version | licence |
|---|---|---|
"""


def installed(name: str, extras: tuple[str, ...], found: dict[str, Distribution]) -> None:
    """Add a package, and what it needs here, to those found."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    try:
        here = distribution(name)
    except PackageNotFoundError:
        return
    if key in found:
        return
    found[key] = here
    for line in here.requires or ():
        needed = Requirement(line)
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in (*extras, "")):
            installed(needed.name, tuple(needed.extras), found)


def licence(package: Distribution) -> str:
    """Return what a package says of its licence, in a line."""
    said = package.metadata
    classes = [c.rpartition("::")[2].strip() for c in said.get_all("Classifier") or () if c.startswith("License ::")]
    stated = (said.get("License") or "").strip().partition("\n")[0]
    return said.get("License-Expression") or next(iter(classes), "") or stated or "not stated"


def advisories() -> int:
    """Ask the index of advisories; return the exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "pip_audit", "--local", "--skip-editable"], capture_output=True, text=True
    )
    print(done.stdout + done.stderr)
    if "No module named" in done.stderr:
        print("audit: pip-audit is not installed, expected it beside verify")
        return 2
    if re.search(r"ConnectionError|Max retries|Failed to (?:resolve|establish)|ServiceError|timed out", done.stderr):
        print("audit: the index of advisories cannot be reached")
        return 2
    return int(done.returncode != 0)


def main() -> int:
    """List the licences and ask about advisories."""
    found: dict[str, Distribution] = {}
    installed("verify", EXTRAS, found)
    rows = {name: licence(package) for name, package in sorted(found.items())}
    LIST.write_text(
        HEAD + "".join(f"| {n} | {found[n].version} | {row} |\n" for n, row in rows.items()), encoding="utf-8"
    )
    refused = [f"{name}: {row}" for name, row in rows.items() if not ALLOWED.search(row)]
    print(f"{len(rows)} packages, licences in {LIST.name}", *refused, sep="\n")
    return max(int(bool(refused)), advisories())


if __name__ == "__main__":
    sys.exit(main())
