from __future__ import annotations

import pytest
from rich.cells import cell_len

from verify.report.explain import render

from . import golden

DOC = """Look for a ship whose name changes on the way.

    A name that changes in the middle of an article is either a slip or a second ship, and the reader
    cannot tell which of the two it is.

    Flags: "The Marigold sank at dawn. […] The crew of the Merry Gold was saved, as was its cargo of
    oranges." (one crew)
    Silent: "The Marigold and the Merry Gold sank."

        names → likeness → question

    It cannot see [red]two[/red] ships of one name.\x1b
    """


@pytest.mark.parametrize("width", [60, 100])
def test_explanation_is_the_golden_one(width: int) -> None:
    golden.check(f"explain-{width}.txt", render("name-changes", DOC, width=width, colour=False))


@pytest.mark.parametrize("width", [40, 60, 80, 160])
def test_explanation_keeps_its_width_and_is_inert(width: int) -> None:
    text = render("name-changes", DOC, width=width, colour=False)
    assert all(cell_len(line) <= width for line in text.splitlines())
    assert text.replace("\n", "").isprintable()


def test_colour_is_a_choice() -> None:
    assert "\x1b[" in render("name-changes", DOC, width=80, colour=True)
