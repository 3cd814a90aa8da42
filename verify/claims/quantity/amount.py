"""An amount as a text writes it, before it is a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verify.claims.quantity.bounds import Limit
from verify.claims.quantity.numerals import Numeral
from verify.values.extent import Change

Sort = Literal["count", "measure", "money", "percent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An amount between two offsets of a text: from its bound to its unit or the bound behind it.

    `core` and `stop` enclose the number alone, `last` is the second number of a range, `unit` holds the rate
    ("dollar per barrel"), `joined` says that a hyphen ties the number to the next word.
    """

    start: int
    end: int
    core: int
    stop: int
    number: Numeral
    last: Numeral | None = None
    sort: Sort = "count"
    unit: str | None = None
    rate: str | None = None
    limit: Limit = "exact"
    change: Change | None = None
    joined: bool = False
