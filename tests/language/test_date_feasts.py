from __future__ import annotations

from datetime import date

import pytest

from verify.language.date_feasts import easter


@pytest.mark.parametrize(
    "day",
    [
        date(1818, 3, 22),
        date(1943, 4, 25),
        date(1954, 4, 18),
        date(1981, 4, 19),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2016, 3, 27),
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2049, 4, 18),
    ],
)
def test_easter(day: date) -> None:
    assert easter(day.year) == day
