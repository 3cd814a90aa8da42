"""What is settled, folded for the terminal: a line for each fact, and one for all whose title holds the value already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from verify.report.inert import clip
from verify.report.page import Page
from verify.report.sheet import WORDING, Finding

MOST = 20
"""Facts that are told on a line of their own."""


def write_settled(page: Page, findings: Sequence[Finding], style: Mapping[str, str]) -> None:
    """Write the facts that leave nothing to decide."""
    if not findings:
        return
    page.heading(f"✓ Settled · {len(findings):,}", "green")
    alike = [f for f in findings if _said_by_title(f)]
    others = [f for f in findings if f not in alike]
    for finding in others[:MOST]:
        symbol = f"{WORDING[finding.verdict].symbol} "
        room = page.width - len(symbol)
        page.line((symbol, style[finding.verdict]), Text(clip(f"{finding.label}: {_values(finding)}", room)))
    if len(others) > MOST:
        page.line((f"  and {len(others) - MOST:,} more: --all shows them", "dim"))
    if alike:
        page.paragraph(Text("; ".join(f.label for f in alike)), first="✓ ", rest="  ", margin="green")


def _said_by_title(finding: Finding) -> bool:
    """Return whether a title holds every value, be it the name of somebody or the words of a quotation."""
    return finding.verdict == "agree" and all(s.value in finding.label for s in finding.statements)


def _values(finding: Finding) -> str:
    """Return each value once, with the letters of the articles that have it."""
    said: dict[str, dict[str, None]] = {}
    for statement in finding.statements:
        said.setdefault(statement.value or "quoted", {})[statement.passage.spot.letter] = None
    return ", ".join(f"{value} ({' '.join(letters)})" for value, letters in said.items())
