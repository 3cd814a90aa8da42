"""Whether two values may be held against each other: only plain, whole, stated ones, of one time, that neither article has both of."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache

from verify.align.comparisons import nearly_same
from verify.align.described import Described
from verify.claims import Number, followed, kind_of
from verify.claims.base import denied
from verify.claims.kinship import kinship, stands_for_people
from verify.language.date_forms import deictic
from verify.lists import load
from verify.model import Claim
from verify.values.interval import Interval
from verify.values.period import Period
from verify.values.units import convertible

NUMBER = re.compile(
    r"\d|\b(?:no|not|without|none|nobody|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|\w+illion|dozen|half)\b",
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
CLOCK = frozenset({"minute", "hour", "second", "clock"})
APART = timedelta(hours=2)
"""From which on two minutes told of an event contradict each other."""


@cache
def _partial() -> dict[str, frozenset[str]]:
    table = load("things")["partial"]
    return {key: frozenset(words) for key, words in table.items()}


def comparable(left: Described, right: Described) -> bool:
    """Return whether the values of two claims of one fact may be held against each other."""
    return doubts(left, right) == 0


def doubts(left: Described, right: Described) -> int:
    """Return how many reasons there are not to hold values against each other."""
    return sum(not test(left, right) for test in TESTS)


def _plainly(left: Described, right: Described) -> bool:
    """Return whether two claims are asserted with values of their own: both of a whole, or both of a part; one denies what the other tells."""
    if opposed(left.claim, right.claim):
        return not any(d.claim.speech.hedged or d.contested for d in (left, right))
    parts = same_whole(left.claim, right.claim) or (is_part(left) and is_part(right))
    return plain(left, part=parts) and plain(right, part=parts)


def same_whole(left: Claim, right: Claim) -> bool:
    """Return whether two counts are parts of one whole ("two of its five carriages", "three of its five carriages")."""
    wholes = [WHOLE.search(" ".join(c.location.quote.lower().split())) for c in (left, right)]
    return all(wholes) and len({m[0] for m in wholes if m}) == 1


def plain(described: Described, *, part: bool = False) -> bool:
    """Return whether a claim is asserted and with a value of its own, of a whole unless it may be `part` of one."""
    claim = described.claim
    if claim.speech.hedged or described.contested or not kind_of(claim).plain(claim):
        return False
    if isinstance(claim.value, Interval):
        counted = kind_of(claim).counts and not _is_share(claim)
        stated = claim.value.bound != "vague" and (not counted or NUMBER.search(claim.location.quote) is not None)
        return stated and (part or not is_part(described)) and not _is_reported_span(described, claim.value)
    return True


def _is_reported_span(described: Described, value: Interval) -> bool:
    """Return whether a span of time only says for which months another figure is."""
    quoted = " ".join(described.claim.location.quote.split())
    return convertible(value.unit, "hour") and REPORTED.match(described.text.partition(quoted)[2]) is not None


def numberless(claim: Claim) -> bool:
    """Return whether a count is of one who is only named or taken up ("the toddler was shot"), with no number stated."""
    value = claim.value
    return (
        kind_of(claim).counts and isinstance(value, Interval) and value.bound == "at-least" and not states_number(claim)
    )


def opposed(left: Claim, right: Claim) -> bool:
    """Return whether of the same people, told without a number, one claim denies what the other tells."""
    bare = numberless(left) and numberless(right) and left.thing is not None
    return bare and left.thing == right.thing and denied(left) != denied(right)


def states_number(claim: Claim) -> bool:
    """Return whether the words of a count hold a number."""
    return kind_of(claim).counts and NUMBER.search(claim.location.quote) is not None


def _is_share(claim: Claim) -> bool:
    """Return whether a claim tells a share of a whole, be it in words."""
    return kind_of(claim).number is Number.SHARE or (isinstance(claim.value, Interval) and claim.value.unit == "share")


def is_part(described: Described) -> bool:
    """Return whether the words at what adds up make it part of a larger count or a further one beside it ("including two", "three of them")."""
    claim, words = described.claim, _partial()
    if _is_share(claim) or not kind_of(claim).adds:
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
    return kind_of(claim).counts and len(after) == 2 and after[0] == "of" and after[1] in words["of"]


def one_outlook(left: Described, right: Described) -> bool:
    """Return whether both claims are of what is so, or amounts and shares of what one forecaster expects; a detail says so by itself."""
    if kind_of(left.claim).detail:
        return True
    forecast = left.expected and kind_of(left.claim).amounts
    return left.expected == right.expected and (not forecast or left.claim.agent == right.claim.agent)


def _one_polarity(left: Described, right: Described) -> bool:
    """Return whether both claims are denied or neither, or one denies the other's number; of a detail the denial is a part of its value."""
    a, b = left.claim, right.claim
    return kind_of(a).detail or denied(a) == denied(b) or kind_of(a).contradict(a, b)


def _read_alike(left: Described, right: Described) -> bool:
    """Return whether two days differ by more than how they were read: one word for a day on two days, two parts of one day, or a time of the
    day, which reports round and take from different moments of an event, unless both tell the minute and lie hours apart.
    """
    a, b = left.claim.value, right.claim.value
    if not isinstance(a, Period) or not isinstance(b, Period):
        return True
    if _hours_apart(a, b):
        return True
    words = [deictic(d.claim.location.quote) for d in (left, right)]
    same_word = words[0] is not None and words[0] == words[1]
    if "part" in {a.granularity, b.granularity} and a.days() == b.days():
        return False
    return not same_word and (a.granularity not in CLOCK or nearly_same(left, right))


def _hours_apart(left: Period, right: Period) -> bool:
    """Return whether two minutes of one day are so far apart that they are no two moments of one event."""
    if {left.granularity, right.granularity} != {"minute"} or left.days() != right.days():
        return False
    a, b = (datetime.fromisoformat(p.start) for p in (left, right) if p.start)
    return abs(a - b) >= APART


def of_one_time(left: Described, right: Described) -> bool:
    """Return whether no claim is of an older event ("in 2011, nine were killed") and the other, without a time, of the news; none
    of a day, and the other of all "since the outbreak began"; nor a date of old and one of the news,
    given in another way; the periods of amounts are compared as such.
    """
    periods = [d.claim.context.period for d in (left, right) if d.claim.context is not None]
    if len(periods) == 2 and (None not in periods or any(p.year for p in periods if p is not None)):
        return None not in periods
    pairs = ((left, right), (right, left))
    if any(a.claim.time is not None and b.ongoing and not a.ongoing for a, b in pairs):
        return False
    if isinstance(left.claim.value, Period) and isinstance(right.claim.value, Period):
        return left.older == right.older or left.claim.value.granularity == right.claim.value.granularity
    return not any(a.older and not b.older and b.claim.time is None for a, b in pairs)


def unlisted(left: Described, right: Described) -> bool:
    """Return whether no count is an item of a list, of which another item, or the item itself, is but a part of what the other counts."""
    return not any(_item(a, b) for a, b in ((left, right), (right, left)))


def _item(item: Described, other: Described) -> bool:
    if not item.beside or other.beside or item.claim.thing is None or other.claim.thing is None:
        return False
    words = [{t.head, *t.modifiers} for t in (item.claim.thing, other.claim.thing)]
    joint = any(t.head in other.claim.thing.modifiers for t in item.beside)
    wider = kinship(item.claim.thing, other.claim.thing) == "broader" and not stands_for_people(item.claim.thing)
    return joint or wider or words[1] < words[0] or any({t.head, *t.modifiers} >= words[1] for t in item.beside)


def _of_one_whole(left: Described, right: Described) -> bool:
    """Return whether shares told in words are of one thing ("half of the crew", "a third of the crew")."""
    worded = any(isinstance(v, Interval) and v.unit == "share" for v in (left.claim.value, right.claim.value))
    return not worded or kinship(left.claim.thing, right.claim.thing) == "same"


def grown(left: Described, right: Described) -> bool:
    """Return whether a figure can have become the other by the article of the later day."""
    return followed(left.claim, right.claim, (left.published, right.published))


TESTS = (_plainly, one_outlook, _one_polarity, _read_alike, of_one_time, unlisted, _of_one_whole)
"""What must hold of two claims before their values are; each is a question about both."""
