"""The ways to write a time of day, and a stretch of the day from one time to another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.language import calendar
from verify.language.clock import clock, clock_period, clock_range
from verify.language.date_forms import Found, Row, numbers
from verify.values.period import Period

NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
NEAR = re.compile(
    r"(?i)\b(?:(?:shortly|just|right|minutes|sometime) (?:before|after)|before|after|about|around|approximately|roughly"
    r"|nearly|almost|close to) $"
)
AT = re.compile(r"(?i)\b(?:at|by|until|before|after|around|about|nearly|it(?:['’]s| is| was)) $")
"""What stands before an hour that is written without a.m. or p.m."""
IN_PART = re.compile(
    r"(?i)(?P<part>morning|afternoon|evening|night),? (?:at|around|about|shortly before|shortly after|just after|by) $"
)
"""A part of the day before an hour without a.m. or p.m."""
HALVES = {"morning": "a", "afternoon": "p", "evening": "p", "night": "p"}
HALF = r"[ap]\. ?m\.|[ap]\.m\b|[apAP][mM]\b"
"""Some pages leave a blank behind every stop and colon: "10: 30 p. m."."""
FREE = r"\b(?<!\d[:.])"
HOURS, MINUTE = r"[01]?\d|2[0-3]", r"[0-5]\d"


def clock_times() -> Iterator[Row]:
    """Yield the ways to write a time of day, the longer before the shorter."""
    zone = rf"(?:\s+\(?(?:{_zones()})\b\)?)?"
    any_hour = rf"(?P<hour>1[0-2]|0?[1-9]|(?i:{numbers()}))"
    later = r"(?= on [A-Z][a-z]+day,? (?P<later>morning|afternoon|evening|night)\b)"
    part = rf"(?: in the (?P<part>morning|afternoon|evening)| at (?P<night>night)|{later})"
    half = rf"(?P<half>{HALF})"
    yield from _ranges()
    fraction = r"(?P<past>half|(?:an? )?quarter|three quarters) (?P<way>past|to|after)"
    minutes = (
        rf"(?P<past>\d\d?|(?:twenty|thirty)[- ]five|{numbers()})(?: min(?:ute)?s? (?P<way>past|to|after|before)| past)"
    )
    yield rf"\b(?i:{fraction}) {any_hour}(?: ?{half}{zone}| o['’]clock)?{part}?", _past, None
    yield rf"\b(?i:{minutes}) {any_hour}(?: ?{half}{zone}| o['’]clock)?{part}?(?![\w:]| [a-z]+s\b)", _past, None
    yield rf"\b(?i:(?P<past>five|ten|twenty(?:[- ]five)?) (?P<way>to)) {any_hour}{part}", _past, None
    yield rf"{FREE}(?P<hour>{HOURS})(?:[:.]|: )(?P<minute>{MINUTE})(?::[0-5]\d)? ?{half}{zone}{part}?", _clock, None
    yield rf"{FREE}(?P<hour>{HOURS})\.(?P<minute>{MINUTE}){later}", _clock, AT
    yield rf"\b{any_hour} ?{half}{zone}{part}?", _clock, None
    yield rf"\b{any_hour} o['’]clock{part}?", _clock, None
    yield rf"{FREE}(?P<hour>{HOURS}):(?P<minute>{MINUTE}){part}", _clock, None
    yield rf"\b{any_hour}{part}", _clock, AT
    following = r"(?=[.,;)]|$|\n| (?:on|in|and|with|for|when|at|to|after|before)\b)"
    yield rf"\b{any_hour}(?::(?P<minute>{MINUTE}))?{following}", _clock, IN_PART
    yield (
        rf"{FREE}(?P<hour>[01]\d|2[0-3])[:.]?(?P<minute>{MINUTE})(?::[0-5]\d)?(?: hours)?\s+(?:{_zones()})\b",
        _clock,
        None,
    )
    yield rf"\b(?P<hour>[01]\d|2[0-3])(?P<minute>{MINUTE})(?: hours\b|(?= local time))", _clock, AT
    yield rf"{FREE}(?P<hour>{HOURS}):(?P<minute>{MINUTE})\b(?!:\d)", _clock, AT
    yield rf"{FREE}(?P<hour>[01]\d|2[0-3])\.(?P<minute>{MINUTE})\b(?= (?:on|local)\b)", _clock, AT
    yield rf"{FREE}(?P<hour>{HOURS}):(?P<minute>{MINUTE})\b(?!:\d)(?= (?:on|local)\b)", _clock, None
    yield rf"\b(?:12 )?(?i:(?P<word>noon|midday|midnight))\b{zone}", _clock, None


def _ranges() -> Iterator[Row]:
    """Yield the ways to write a stretch from one time to another; the last has its a.m. or p.m. or its part of the day."""
    first = rf"(?P<hour>{HOURS})(?:[:.](?P<minute>{MINUTE}))?(?: ?(?P<half>{HALF}))?"
    last = rf"(?P<to_hour>{HOURS})(?:[:.](?P<to_minute>{MINUTE}))?"
    end = rf" ?(?P<to_half>{HALF})(?:\s+\(?(?:{_zones()})\b\)?)?| in the (?P<part>morning|afternoon|evening)"
    yield rf"(?<![\w$.,:/-]){first}(?: ?[-–] ?| (?:to|til|till|until|through) ){last}(?:{end})", _range, None
    yield rf"(?i:(?<=between )){first} and {last}(?:{end})", _range, None


def _zones() -> str:
    words = calendar.words()
    named = "|".join([*words["zones"], *words["daylight_zones"]])
    return rf"(?P<zone>{named})(?:(?: [Ss]tandard| [Dd]aylight)? [Tt]ime)?"


def _clock(found: Found) -> Period | None:
    word = found.get("word")
    time = NAMED.get(word) if word else clock(_hour(found), int(found.get("minute") or 0), _half(found))
    return clock_period(time, _nearness(found), calendar.offset(found.get("zone"), found.anchor)) if time else None


def _past(found: Found) -> Period | None:
    """Return "half past eight", "a quarter to nine", "twenty minutes past eight"."""
    words = re.split("[- ]", found.get("past").removeprefix("a "))
    known = {"half": 30, "quarter": 15, "three": 45 if "quarters" in words else 3}
    minutes = sum(known.get(word, calendar.number(word) or 0) for word in words)
    hour = _hour(found)
    if found.get("way") in {"to", "before"}:
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    time = clock(hour, minutes, _half(found))
    return clock_period(time, _nearness(found), calendar.offset(found.get("zone"), found.anchor)) if time else None


def _range(found: Found) -> Period | None:
    """Return "5 to 6 p.m."; a first hour without a.m. or p.m. is the last one before the second."""
    half = found.get("to_half")[:1] or HALVES.get(found.get("part"))
    last = clock(int(found.get("to_hour")), int(found.get("to_minute") or 0), half)
    hour, minute = int(found.get("hour")), int(found.get("minute") or 0)
    own = found.get("half")[:1]
    firsts = [clock(hour, minute, h) for h in ([own] if own else [half, "a" if half == "p" else "p"])]
    first = next((f for f in firsts if f and last and (f < last or own)), firsts[-1])
    return clock_range(first, last, calendar.offset(found.get("zone"), found.anchor)) if first and last else None


def _hour(found: Found) -> int:
    return calendar.number(found.get("hour")) or 0


def _half(found: Found) -> str | None:
    """Return "a" or "p" as written, or as the part of the day says."""
    part = IN_PART.search(found.lead)
    named = found.get("part") or found.get("night") or found.get("later") or (part["part"].lower() if part else "")
    return found.get("half")[:1] or HALVES.get(named)


def _nearness(found: Found) -> str:
    """Return "before", "after", "about" or nothing, by the words before the time."""
    words = NEAR.search(found.lead)
    if words is None:
        return ""
    last = words[0].split()[-1].lower()
    return last if last in {"before", "after"} else "about"
