"""The ways to write a time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.language import calendar
from verify.language.clock import clock, clock_period
from verify.language.date_forms import Found, Row, numbers
from verify.values.period import Period

NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
NEAR = re.compile(
    r"(?i)\b(?:(?:shortly|just|right|minutes|sometime) (?:before|after)|before|after|about|around|approximately|roughly"
    r"|nearly|almost|close to) $"
)
HALVES = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}


def clock_times() -> Iterator[Row]:
    """Yield the ways to write a time of day, the longer before the shorter."""
    zones = "|".join(calendar.words()["zones"])
    hours, minute = r"(?P<hour>[01]?\d|2[0-3])", r"(?P<minute>[0-5]\d)"
    any_hour = rf"(?P<hour>1[0-2]|0?[1-9]|(?i:{numbers()}))"
    zone = rf"(?:\s+\(?(?P<zone>{zones})\b\)?)?"
    half = r"(?P<half>[ap]\.m\.|[apAP][mM]\b)"
    part = r"(?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))"
    yield rf"\b(?i:(?P<past>half|quarter) (?P<way>past|to|after)) {any_hour}(?: ?{half})?", _past, None
    yield rf"\b{hours}[:.]{minute}(?::[0-5]\d)? ?{half}{zone}", _clock, None
    yield rf"\b{any_hour} ?{half}{zone}", _clock, None
    yield rf"\b{any_hour} o['’]clock(?: {part})?", _clock, None
    yield rf"\b{hours}:{minute} {part}", _clock, None
    yield rf"\b(?P<hour>[01]\d|2[0-3]):?{minute}(?: hours)?\s+(?P<zone>{zones})\b", _clock, None
    yield rf"(?i:(?<=at )|(?<=by )|(?<=until )|(?<=around )|(?<=about )){hours}:{minute}\b(?!:\d)", _clock, None
    yield rf"\b{hours}:{minute}\b(?!:\d)(?= (?:on|local)\b)", _clock, None
    yield r"\b(?i:(?P<word>noon|midday|midnight))\b", _clock, None


def _clock(found: Found) -> Period | None:
    word = found.get("word")
    time = NAMED.get(word) if word else clock(_hour(found), int(found.get("minute") or 0), _half(found))
    return (
        clock_period(time, _nearness(found), calendar.words()["zones"].get(found.get("zone").upper())) if time else None
    )


def _past(found: Found) -> Period | None:
    """Return "half past eight", "a quarter to nine"."""
    minutes = 30 if found.get("past") == "half" else 15
    hour = _hour(found)
    if found.get("way") == "to":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    time = clock(hour, minutes, _half(found))
    return clock_period(time, _nearness(found), None) if time else None


def _hour(found: Found) -> int:
    return calendar.number(found.get("hour")) or 0


def _half(found: Found) -> str | None:
    """Return "a" or "p" as written, or as the part of the day says."""
    return found.get("half")[:1] or HALVES.get(found.get("part") or found.get("night"))


def _nearness(found: Found) -> str:
    """Return "before", "after", "about" or nothing, by the words before the time."""
    words = NEAR.search(found.lead)
    if words is None:
        return ""
    last = words[0].split()[-1].lower()
    return last if last in {"before", "after"} else "about"
