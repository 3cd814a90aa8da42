from __future__ import annotations

import pytest

from verify.articles.raised import raised


@pytest.mark.parametrize(
    ("before", "mark", "after", "line"),
    [
        ("The blast hurt 50", "1", " people", ""),
        ("the mayor said.", "[12]", "", ""),
        ("the senators", "1,2", " voted", ""),
        ("The share fell to 3.10", "4", " euros", ""),
        ("a spill of 10", "6", " litres", "⁶"),
        ("a dose of 10", "-9", " grams", "⁻⁹"),
        ("burned 50 km", "2", " of forest", "²"),
        ("a room of 9 m", "2", "", "²"),
        ("the team ran 10 km", "7", "", ""),
        ("rates rose 1", "1", "/2 points", " 1"),
        ("rates rose ", "1", "⁄2 of a point", "1"),
        ("the 9", "th", " ship", "th"),
        ("", "1", " The army denies it.", "1"),
    ],
)
def test_what_is_raised_makes_no_number(before: str, mark: str, after: str, line: str) -> None:
    assert raised(mark, before=before, after=after) == line


def test_a_link_is_the_mark_of_a_note() -> None:
    assert raised("6", before="10", after=" ships", linked=True) == ""
