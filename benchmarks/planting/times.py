"""Days and dates: a weekday changed in one of two sentences, a date that is not on the calendar."""

from __future__ import annotations

import re
from random import Random

from planting.slip import Planter, Slip, others, pick, replaced, witnessed

DAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTHS = "|".join(
    r"Jan(?:uary|\.) Feb(?:ruary|\.) March April May June July Aug(?:ust|\.) Sept(?:ember|\.) Oct(?:ober|\.) Nov(?:ember|\.) Dec(?:ember|\.)".split()
)
DATED = re.compile(rf"\b({'|'.join(DAYS)}), (?:{MONTHS}) (\d\d?)(?!\d)(?:, (?:19|20)\d\d)?")
DATE = re.compile(rf"\b(?:{MONTHS}) (\d\d?)(?!\d)(?=, (?:19|20)\d\d)")


def day(text: str, rng: Random) -> Slip | None:
    """Exchange a weekday that another sentence names beside the same words."""
    match = pick(witnessed(text, re.compile(rf"\b(?:{'|'.join(DAYS)})\b")), rng)
    return replaced(text, match.start(), match.end(), rng.choice(others(match[0], DAYS))) if match else None


def date(text: str, rng: Random) -> Slip | None:
    """Exchange the weekday beside a date, else give a full date a day that no month has."""
    match = pick(list(DATED.finditer(text)), rng)
    if match:
        return replaced(text, match.start(1), match.end(1), rng.choice(others(match[1], DAYS)))
    match = pick(list(DATE.finditer(text)), rng)
    return replaced(text, match.start(1), match.end(1), str(rng.randint(32, 39))) if match else None


PLANTERS: dict[str, Planter] = {"day-swap": day, "weekday-date": date}
