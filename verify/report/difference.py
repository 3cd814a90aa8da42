"""What became of the findings between two reports, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from verify.model import Difference, Noted
from verify.report.inert import one_line, visible
from verify.report.page import Page, blank
from verify.report.sheet import FLAG, WORDING


def render(difference: Difference, *, width: int, colour: bool) -> str:
    """Return the counts, then each new (+), gone (-) and changed (~) finding with its places."""
    page = blank(width=width, colour=colour)
    page.line((_tally(difference), "bold"))
    for after in difference.new:
        _entry(page, "+", "red", _sort(after), after)
    for before, after in difference.changed:
        _entry(page, "~", "blue", f"{_sort(before)} → {_sort(after)}", after)
    for before in difference.gone:
        _entry(page, "-", "green", _sort(before), before)
    return page.text()


def _tally(difference: Difference) -> str:
    counts = {"new": difference.new, "changed": difference.changed, "gone": difference.gone}
    return " · ".join(f"{len(found)} {name}" for name, found in counts.items())


def _sort(noted: Noted) -> str:
    if noted.sort == "flag":
        return f"{FLAG} flag"
    wording = WORDING[noted.sort]
    return f"{wording.symbol} {wording.word}"


def _entry(page: Page, mark: str, style: str, sort: str, noted: Noted) -> None:
    page.paragraph(Text(f"{sort} · {one_line(noted.about)}"), first=f"{mark} ", rest="  ", margin=style)
    _places(page, noted.places)


def _places(page: Page, places: Iterable[str]) -> None:
    for place in places:
        page.line("     ", visible(place))
