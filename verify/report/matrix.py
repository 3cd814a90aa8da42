"""The table of facts by sources, in as many parts as the width asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from verify.report.page import Page
from verify.report.sheet import LOOKS, NOTHING, Row, Sheet, Source

Styles = Mapping[str, str]

_VERDICT = 15
_FACT_SHARE = 0.25
_NARROWEST = 10
_PADDING = 2


def write_matrix(page: Page, sheet: Sheet, style: Styles) -> None:
    """Write one row per fact that several articles speak of, one column per article."""
    if len(sheet.sources) < 2:
        return
    page.heading(f"Facts by sources · {len(sheet.rows):,}", "")
    if not sheet.rows:
        page.line("  No fact stands in more than one article.")
    for first, last in _parts(page.width, len(sheet.sources)):
        rows = [row for row in sheet.rows if any(cell != NOTHING for cell in row.cells[first:last])]
        if rows and first:
            page.gap()
        if rows:
            page.table(_table(page.width, sheet.sources[first:last], rows, slice(first, last), style))


def _parts(width: int, sources: int) -> Iterator[tuple[int, int]]:
    """Split the sources into equal parts whose columns are wide enough to read."""
    room = width - _fact(width) - _VERDICT - 3 * _PADDING
    most = max(room // (_NARROWEST + _PADDING), 1)
    parts = -(-sources // most)
    size = -(-sources // parts)
    return ((first, min(first + size, sources)) for first in range(0, sources, size))


def _fact(width: int) -> int:
    return round(width * _FACT_SHARE)


def _table(width: int, sources: tuple[Source, ...], rows: list[Row], part: slice, style: Styles) -> Table:
    table = Table(box=SIMPLE_HEAD, width=width, padding=(0, 1), show_edge=False, header_style="bold")
    table.add_column("fact", width=_fact(width))
    table.add_column("verdict", width=_VERDICT)
    for source in sources:
        name = Text(f"{source.letter} {source.outlet or source.id}", no_wrap=True, overflow="ellipsis")
        table.add_column(name, ratio=1, overflow="fold")
    for row in rows:
        wording = LOOKS[row.look]
        verdict = Text(f"{wording.symbol} {wording.word}", style[row.look])
        table.add_row(Text(row.label), verdict, *map(Text, row.cells[part]))
    return table
