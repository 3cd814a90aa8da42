"""A page of terminal text: lines that stay whole, paragraphs with a hanging margin, headings, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from verify.report.quotation import Quotation

MEASURE = 120
"""A line of prose longer than this is hard to read, however wide the screen."""

# Wider than any line, so that a long path is left whole: a broken path cannot be copied.
_CANVAS = 100_000
_TRAILING = re.compile(r"[ ]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that grows line by line; `width` holds for all but unbreakable lines."""

    console: Console
    written: StringIO
    width: int
    colour: bool

    def line(self, *parts: str | Text | tuple[str, str]) -> None:
        """Write one line that is never broken; a part is text or (text, style)."""
        self.console.print(Text.assemble(*parts), no_wrap=True, overflow="ignore", crop=False)

    def gap(self) -> None:
        """Write an empty line."""
        self.console.print()

    def paragraph(self, text: Text, *, first: str = "", rest: str = "", margin: str = "") -> None:
        """Write a wrapped paragraph; `first` stands before its first line and `rest` before the others."""
        room = max(min(self.width, MEASURE) - max(cell_len(first), cell_len(rest)), 10)
        for number, line in enumerate(text.wrap(self.console, room)):
            line.rstrip()
            self.line((rest if number else first, margin), line)

    def heading(self, title: str, style: str) -> None:
        """Write a heading with a thin rule to the right margin."""
        rule = "─" * max(self.width - cell_len(title) - 1, 0)
        self.gap()
        self.line((title, f"bold {style}"), " ", (rule, "dim"))
        self.gap()

    def placed(self, start: str, note: Text, place: str) -> None:
        """Write a note and its place, on one line where both fit; the place stays whole, so that it can be copied."""
        indent = " " * cell_len(start)
        if not note:
            self.line((start, "bold"), place)
        elif cell_len(f"{start}{note}  {place}") <= min(self.width, MEASURE):
            self.line((start, "bold"), note, "  ", place)
        else:
            self.paragraph(note, first=start, rest=indent, margin="bold")
            self.line(indent, place)

    def quotation(self, quotation: Quotation, *, indent: str, style: str) -> None:
        """Write quoted words in context, set off by a bar; without colour, guillemets show which words are meant."""
        left, right = ("", "") if self.colour else ("«", "»")
        words = (f"{left}{quotation.words}{right}", f"bold {style}")
        text = Text.assemble(quotation.before, words, quotation.after)
        self.paragraph(text, first=f"{indent}│ ", rest=f"{indent}│ ", margin="dim")

    def table(self, table: Table) -> None:
        """Write a table no wider than the page."""
        self.console.print(table, width=self.width)

    def text(self) -> str:
        """Return what was written; spaces at the ends of lines are left out where no colour ends there."""
        written = self.written.getvalue().rstrip("\n") + "\n"
        return written if self.colour else _TRAILING.sub("", written)


def blank(*, width: int, colour: bool, record: bool = False) -> Page:
    """Return an empty page that depends on nothing but the arguments: not on the environment, nor on a terminal."""
    written = StringIO()
    console = Console(
        file=written,
        width=_CANVAS,
        height=100,
        force_terminal=colour,
        force_jupyter=False,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        record=record,
    )
    return Page(console=console, written=written, width=width, colour=colour)


def fill(chips: tuple[str, ...], width: int, separator: str = "   ") -> list[str]:
    """Return lines that hold as many chips as fit; a chip is never broken."""
    lines: list[str] = []
    for chip in chips:
        joined = f"{lines[-1]}{separator}{chip}" if lines else ""
        if lines and cell_len(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(chip)
    return lines
