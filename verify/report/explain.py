"""What a check looks for, laid out for the terminal from its docstring."""

from __future__ import annotations

from inspect import cleandoc

from rich.text import Text

from verify.report.inert import one_line, visible
from verify.report.page import Page, blank
from verify.report.sheet import FLAG

_EXAMPLES = {"Flags": (FLAG, "yellow"), "Silent": ("✓", "green")}
_MARGIN = " " * 12


def render(title: str, doc: str, *, width: int, colour: bool) -> str:
    """Return the docstring under its title: paragraphs filled to the width, `Flags:` and `Silent:` as examples."""
    page = blank(width=width, colour=colour)
    page.line((one_line(title).strip(), "bold"))
    for part in cleandoc(doc).split("\n\n"):
        page.gap()
        _part(page, part.strip("\n"))
    return page.text()


def entry(name: str, doc: str) -> str:
    """Return the docstring as one entry of a Markdown list: what is looked for, the first example of each sort, what cannot be seen."""
    first, *rest = cleandoc(doc).split("\n\n")
    texts = [text for part in rest for text in _entries(part)]
    shown = [next(text for text in texts if _label(text) == label) for label in _EXAMPLES]
    unseen = next(text for text in texts if text.startswith("It cannot see"))
    lines = [f"- **`{name}`** looks for {one_line(first).strip().removeprefix('Look for ')}"]
    return "\n".join([*lines, *(f"  - {text}" for text in (*shown, unseen))])


def _part(page: Page, part: str) -> None:
    if part.startswith(" "):
        for line in part.splitlines():
            page.line(visible(line))
        return
    for text in _entries(part):
        _entry(page, text)


def _entries(part: str) -> list[str]:
    """Join the lines of a part, but let each example begin anew."""
    entries: list[str] = []
    for line in part.splitlines():
        if entries and not _label(line):
            entries[-1] += f" {line}"
        else:
            entries.append(line)
    return [one_line(entry).strip() for entry in entries]


def _label(line: str) -> str:
    return next((label for label in _EXAMPLES if line.startswith(f"{label}:")), "")


def _entry(page: Page, entry: str) -> None:
    label = _label(entry)
    if not label:
        page.paragraph(Text(entry))
        return
    symbol, style = _EXAMPLES[label]
    example = entry.removeprefix(f"{label}:").strip()
    page.paragraph(Text(example), first=f"  {symbol} {label.lower():<7} ", rest=_MARGIN, margin=style)
