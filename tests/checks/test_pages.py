"""The README's list of checks is made from their docstrings: `VERIFY_REFRESH=1 pytest tests/checks/test_pages.py` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path

from verify.checks import all_checks
from verify.report.explain import entry

README = Path(__file__).parent.parent.parent / "README.md"
BEGIN, END = "<!-- checks -->\n", "<!-- /checks -->"


def test_the_readme_lists_every_check() -> None:
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    entries = "\n".join(entry(name, check.doc) for name, check in all_checks().items())
    fresh = f"{before}{BEGIN}\n{entries}\n\n{END}{after}"
    if os.environ.get("VERIFY_REFRESH"):
        README.write_text(fresh, encoding="utf-8")
    assert after and README.read_text(encoding="utf-8") == fresh
