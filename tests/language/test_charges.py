from __future__ import annotations

import pytest

from verify.language.reading import read
from verify.language.states import states
from verify.model import Article


def charges(text: str) -> list[tuple[str, str]]:
    reading = read(Article.from_text(id="a", text=text))
    return [(s.name, s.value) for s in states(reading) if s.attribute == "charge"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Garner was charged with murder.", [("Tom Garner", "murder")]),
        ("Police charged Tom Garner with arson on Monday.", [("Tom Garner", "arson")]),
        (
            "Tom Garner was arrested and charged with first-degree murder and two counts of assault.",
            [("Tom Garner", "first-degree murder and two counts of assault")],
        ),
        (
            "Tom Garner was charged with aggravated assault in the death of a guard.",
            [("Tom Garner", "aggravated assault")],
        ),
        ("Tom Garner faces a charge of murder.", [("Tom Garner", "murder")]),
        ("Tom Garner was held in the county jail on a charge of murder.", [("Tom Garner", "murder")]),
        ("Tom Garner was indicted on fraud charges, a judge said.", [("Tom Garner", "fraud charges")]),
    ],
)
def test_charges(text: str, expected: list[tuple[str, str]]) -> None:
    assert charges(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tom Garner was charged in the death of a guard.",
        "Tom Garner could be charged with murder.",
        "Tom Garner was not charged with murder.",
        "Tom Garner was charged 40 dollars.",
        "Tom Garner is in charge of the team.",
        "The driver was charged with murder.",
        "Tom Garner, a prosecutor, charged the driver with murder.",
    ],
)
def test_no_charges(text: str) -> None:
    assert charges(text) == []
