"""Periods of time with the granularity in which they were given, compared by containment."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, Literal

from verify.model import Relation

Granularity = Literal[
    "century",
    "decade",
    "year",
    "season",
    "quarter",
    "month",
    "week",
    "weekend",
    "day",
    "part",
    "hour",
    "minute",
    "range",
    "weekday",
    "clock",
]
"""`part`: part of a day; `weekday`, `clock`: no date is known; `range`: between two ends."""

Bound = Literal["since", "until", "before", "after", "by"]
"""How a period bounds a time: "since Monday" is not on Monday."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LONG = frozenset({"year", "month", "decade", "century", "season", "quarter"})
"""Granularities beyond one day."""
ROUND = timedelta(hours=1)
"""How far "about 3:20" reaches, half of it to either side."""
SHORT_MONTHS = tuple(m if len(m) < 6 else f"{m[:4] if m == 'September' else m[:3]}." for m in MONTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time: `start` and `end` are ISO dates or times, end included; `--12-29` and `--12` lack the year.

    A weekday or clock time whose date is not known has no start and end but a `name` ("Sunday", "08:38"); a day told with another's
    weekday has its date and a name ("Monday, Oct. 11, 2022"). `offset` is that of the time zone from UTC in minutes, where it was
    given; `bound` is there where the period only bounds a time.
    """

    start: str | None
    end: str | None
    granularity: Granularity
    name: str | None = None
    offset: int | None = None
    bound: Bound | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return start, end and granularity, the name and the bound where there is one."""
        out: dict[str, Any] = {"start": self.start, "end": self.end, "granularity": self.granularity}
        return out | {k: v for k, v in (("name", self.name), ("bound", self.bound)) if v is not None}

    def label(self) -> str:
        """Return the period in news style ("Dec. 29, 2019", "since Dec. 29, 2019")."""
        return f"{self.bound} {self._label()}" if self.bound else self._label()

    def _label(self) -> str:
        if self.name is not None:
            return self.name
        if self.start == self.end:
            return _written(self.start or "")
        if self.granularity in {"year", "month"} and self.start:
            return _written(self.start[: 4 if self.granularity == "year" else 7])
        ends = (self.start or "", self.end or "")
        if ends[0].endswith("-01-01") and ends[1].endswith("-12-31"):
            ends = (ends[0][:4], ends[1][:4])
        if "T" in ends[0] and ends[0][:10] == ends[1][:10]:
            return f"{_written(ends[0])}–{ends[1][11:16]}"
        return " – ".join(map(_written, ends))

    def days(self) -> tuple[date, date] | None:
        """Return the first and the last day, None where they are not known."""
        found = bounds(self)
        return (found[0].date(), found[1].date()) if found else None


def day(value: date) -> Period:
    """Return the period of one day."""
    return Period(start=value.isoformat(), end=value.isoformat(), granularity="day")


def month(year: int, number: int) -> Period:
    """Return the period of one month; months are counted on beyond 12 and below 1."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    start = f"{year:04}-{number:02}"
    return Period(start=f"{start}-01", end=f"{start}-{monthrange(year, number)[1]:02}", granularity="month")


def year(number: int) -> Period:
    """Return the period of one year."""
    return Period(start=f"{number:04}-01-01", end=f"{number:04}-12-31", granularity="year")


def between(start: date, end: date, granularity: Granularity = "range") -> Period:
    """Return the period from one day to another."""
    return Period(start=start.isoformat(), end=end.isoformat(), granularity=granularity)


def weekday(name: str) -> Period:
    """Return a weekday of which the date is not known."""
    return Period(start=None, end=None, granularity="weekday", name=name)


def _written(iso: str) -> str:
    """Return an ISO date or time as news agencies write it."""
    day_part, _, clock = iso.partition("T")
    found = re.fullmatch(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?", day_part)
    if not found:
        return iso
    name = SHORT_MONTHS[int(found[2]) - 1] if found[2] else ""
    text = " ".join(x for x in (name, found[3].lstrip("0") if found[3] else "") if x)
    if found[1] != "-":
        text = f"{text}, {found[1]}" if found[3] else f"{text} {found[1]}".strip()
    return f"{text} {clock[:5]}" if clock else text


@cache
def bounds(period: Period) -> tuple[datetime, datetime] | None:
    """Return the first and the last second of a period, None where its date is not known; a zone is counted back to
    UTC.
    """
    if not period.start or not period.end or period.start.startswith(("-", "T")):
        return None
    start, end = _moment(period.start), _moment(period.end, last=True)
    shift = timedelta(minutes=period.offset or 0)
    return start - shift, end - shift


def _moment(iso: str, *, last: bool = False) -> datetime:
    if "T" in iso:
        return datetime.fromisoformat(iso)
    return datetime.combine(date.fromisoformat(iso), time(23, 59, 59) if last else time())


def compare(left: Period, right: Period) -> Relation:
    """Return how two periods lie in time; `contains` in either direction, `unknown` where the dates cannot be told, or
    where one is the time of something and the other only bounds it.
    """
    if left == right:
        return "equal"
    if left.bound != right.bound:
        relation = compare(replace(left, bound=None), replace(right, bound=None))
        return "unknown" if relation == "disjoint" else "overlaps" if relation == "equal" else relation
    a, b = bounds(left), bounds(right)
    if a and b:
        return _by_bounds(left, right, a, b)
    if left.granularity == "clock" or right.granularity == "clock":
        return _by_clock(left, right)
    return _by_name(left, right)


def _by_bounds(left: Period, right: Period, a: tuple[datetime, datetime], b: tuple[datetime, datetime]) -> Relation:
    if (left.offset is None) != (right.offset is None) and "T" in (left.start or "") + (right.start or ""):
        return _unzoned(left, right)
    if a == b or _about(a) == b or _about(b) == a:
        return "equal"
    if (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1]):
        return "contains"
    return "overlaps" if a[0] <= b[1] and b[0] <= a[1] else "disjoint"


def _about(ends: tuple[datetime, datetime]) -> tuple[datetime, datetime]:
    """Return the minute that a time of the day told round is about ("about 3:20"), any other period as it is."""
    minute = ends[0] + ROUND / 2
    return (minute, minute) if ends[1] - ends[0] == ROUND else ends


def _unzoned(left: Period, right: Period) -> Relation:
    """Return how two periods lie when the zone of one is not known: by their days as written."""
    a, b = ((p.start or "")[:10] for p in (left, right))
    c, d = ((p.end or "")[:10] for p in (left, right))
    if max(a, b) > min(c, d):
        return "unknown" if abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= 1 else "disjoint"
    return "contains" if (a <= b and d <= c) or (b <= a and c <= d) else "overlaps"


def _by_clock(left: Period, right: Period) -> Relation:
    """Return how two clock times lie of which at least one has no date, both by the clocks of the left one."""
    if (left.offset is None) != (right.offset is None):
        return "unknown"
    a, b = _clock(left), _clock(right, later=(left.offset or 0) - (right.offset or 0))
    if a is None or b is None:
        return "unknown"
    if a[1] < b[0] or b[1] < a[0]:
        return "disjoint"
    if left.granularity == right.granularity and _round_time(left) == _round_time(right):
        return "equal"
    return "contains" if a[0] <= b[0] <= b[1] <= a[1] or b[0] <= a[0] <= a[1] <= b[1] else "overlaps"


def _round_time(period: Period) -> str:
    """Return the time of day of a clock time, of one that is told round ("about 08:38"), too."""
    return (period.name or "").removeprefix("about ")


def _clock(period: Period, *, later: int = 0) -> tuple[str, str] | None:
    """Return from when to when, in hours and minutes, a clock time reaches, by clocks that are so many minutes ahead."""
    if period.granularity == "clock" and period.name:
        ends = (period.start[1:], period.end[1:]) if period.start and period.end else (period.name, period.name)
    elif period.granularity in {"minute", "hour"} and period.start and period.end:
        ends = period.start[11:16], period.end[11:16]
    else:
        return None
    first, last = (_ahead(end, later) for end in ends)
    return (first, last) if first <= last else None


def _ahead(clock: str, minutes: int) -> str:
    """Return a time of day so many minutes later, on whatever day."""
    if not minutes:
        return clock
    at = (60 * int(clock[:2]) + int(clock[3:5]) + minutes) % (24 * 60)
    return f"{at // 60:02}:{at % 60:02}"


def _by_name(left: Period, right: Period) -> Relation:
    """Return how two periods lie of which at least one lacks its year or its date: by month, day and weekday as far
    as both know.
    """
    a, b = _known(left), _known(right)
    shared = a.keys() & b.keys()
    if not shared:
        return "unknown"
    return "contains" if all(a[key] == b[key] for key in shared) else "disjoint"


def _known(period: Period) -> dict[str, int]:
    """Return what is known of month, day and weekday of a period that is no longer than a month."""
    if period.granularity == "weekday" and period.name in WEEKDAYS:
        return {"weekday": WEEKDAYS.index(period.name)}
    found = [int(x) for x in re.findall(r"\d+", (period.start or "")[:10])] if period.start == period.end else []
    if (period.start or "").startswith("-"):
        return dict(zip(("month", "day"), found, strict=False))
    days = period.days()
    if days is None:
        return {}
    if days[0] == days[1]:
        return {"month": days[0].month, "day": days[0].day, "weekday": days[0].weekday()}
    return {"month": days[0].month} if days[0].replace(day=1) == days[1].replace(day=1) else {}
