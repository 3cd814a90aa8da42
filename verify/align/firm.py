"""Whether two values may be held against each other: only plain, whole, stated ones, and only over a firm link."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from verify.align.described import Described
from verify.model import Claim
from verify.values.interval import Interval
from verify.values.period import Period

PATH = Path(__file__).parent.parent / "data" / "things.toml"
NUMBER = re.compile(
    r"\d|\b(?:no|none|nobody|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|\w+illion|dozen|half)\b",
    re.I,
)
AMONG = re.compile(r"\s(?:of \w+ )?among\b")
"""Behind a count of some of the cases ("36 cases among children")."""
PART_OF = re.compile(rf"\bof (?:\w+ )?(?:{NUMBER.pattern})", re.I)
"""A number of a number: "one of five people", "three of the last four"."""
REPORTED = re.compile(
    r"\s(?:to|until|through|ended|ending)\s(?:(?:on|in|the end of|\d{1,2})\s)?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
"""Behind a span of time that says for which months a figure is ("the nine months to September")."""
WHOLE = re.compile(rf" of (?:the|its|his|her|their|our) (?:{NUMBER.pattern})[\w,]* \w.*$", re.I)
"""A whole with a number of its own: "of its five carriages"."""
AGO = re.compile(r"\bago\b", re.I)
"""Dates counted back from a day of speaking that is not told."""
CLOCK = frozenset({"minute", "hour", "second", "clock"})


@cache
def _partial() -> dict[str, frozenset[str]]:
    table: dict[str, Any] = tomllib.loads(PATH.read_text(encoding="utf-8"))["partial"]
    return {key: frozenset(words) for key, words in table.items()}


def plainly(left: Described, right: Described) -> bool:
    """Return whether two claims are asserted with values of their own: both of a whole, or of a part of one whole told in the same words."""
    parts = same_whole(left.claim, right.claim)
    return plain(left, part=parts) and plain(right, part=parts)


def same_whole(left: Claim, right: Claim) -> bool:
    """Return whether two counts are parts of one whole ("two of its five carriages", "three of its five carriages")."""
    wholes = [WHOLE.search(" ".join(c.location.quote.lower().split())) for c in (left, right)]
    return all(wholes) and len({m[0] for m in wholes if m}) == 1


def plain(described: Described, *, part: bool = False) -> bool:
    """Return whether a claim is asserted and with a value of its own, of a whole unless it may be `part` of one."""
    claim = described.claim
    if claim.speech.hedged or described.contested:
        return False
    if claim.kind == "role":
        return not re.search(
            r"\b(?:former|ex|then|late|acting|interim|future|incoming|outgoing)\b", claim.location.quote, re.I
        )
    if claim.kind == "date":
        return not AGO.search(claim.location.quote)
    if isinstance(claim.value, Interval):
        stated = claim.value.bound != "vague" and NUMBER.search(claim.location.quote) is not None
        return stated and (part or not is_part(described)) and not _is_reported_span(described)
    return True


def _is_reported_span(described: Described) -> bool:
    """Return whether a span of time only says for which months another figure is."""
    quoted = " ".join(described.claim.location.quote.split())
    return described.claim.kind == "measure" and REPORTED.match(described.text.partition(quoted)[2]) is not None


def numberless(claim: Claim) -> bool:
    """Return whether a count is of one who is only named or taken up ("the toddler was shot"), with no number stated."""
    value = claim.value
    return (
        claim.kind == "count" and isinstance(value, Interval) and value.bound == "at-least" and not states_number(claim)
    )


def states_number(claim: Claim) -> bool:
    """Return whether the words of a count hold a number."""
    return claim.kind == "count" and NUMBER.search(claim.location.quote) is not None


def is_part(described: Described) -> bool:
    """Return whether the words at a count make it part of a larger count or a further one beside it ("including two", "three of them")."""
    claim, words = described.claim, _partial()
    if claim.kind == "percent":
        return False
    if described.resumed:
        words = {key: found - words["others"] for key, found in words.items()}
    if claim.thing and {m.lower() for m in claim.thing.modifiers} & words["modifiers"]:
        return True
    quoted = " ".join(claim.location.quote.split())
    if re.search(r"\w of (?:the|them|those|whom|its|his|her|their|our)\b", quoted) or PART_OF.search(quoted):
        return True
    left, found, right = described.text.partition(quoted)
    if not found:
        return False
    if AMONG.match(right):
        return True
    before = re.findall(r"[a-z]+", left.lower())[-2:]
    after = re.findall(r"[a-z]+", right.lower())[:2]
    inside = re.findall(r"[a-z]+", re.sub(r"\bmore than\b", "", quoted.lower()))
    if set(before) & words["before"] or (after and after[0] in words["after"]) or set(inside) & words["modifiers"]:
        return True
    return len(after) == 2 and after[0] == "of" and after[1] in words["of"]


def same_deixis(left: Claim, right: Claim) -> bool:
    """Return whether two dates are one word read on two days ("today", "on Thursday"): the days of publication differ, not the facts."""
    a, b = left.value, right.value
    if not isinstance(a, Period) or not isinstance(b, Period):
        return False
    words = [deictic(c.location.quote) for c in (left, right)]
    return words[0] is not None and words[0] == words[1]


def deictic(quote: str) -> str | None:
    """Return the weekday, the month or the word for a day that a date without a number rests on."""
    if re.search(r"\d", re.sub(r"\d{1,2}(?::\d\d)?\s*[ap]\.?m", "", quote)):
        return None
    m = re.search(
        r"\b(?:(mon|tues|wednes|thurs|fri|satur|sun)day|(today|tonight|yesterday|tomorrow|now|weekend|week|month|year)"
        r"|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)",
        quote.lower(),
    )
    return m[0] if m else None


def is_clock(claim: Claim) -> bool:
    """Return whether a date is a time of the day, which reports round and take from different moments of an event."""
    return isinstance(claim.value, Period) and claim.value.granularity in CLOCK
