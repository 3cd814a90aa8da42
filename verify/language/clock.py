"""Times of day: exact, or near an hour ("shortly before 5 p.m."), on a day or on a day that is not known."""

from __future__ import annotations

from datetime import date, timedelta

from verify.values.period import Granularity, Period

NEAR = 30
"""How many minutes "about", "shortly before" and "just after" reach."""

LAST = 24 * 60 - 1


def clock(hour: int, minute: int, half: str | None) -> str | None:
    """Return a time of day as HH:MM; `half` is "a" or "p" of a.m. and p.m."""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def clock_period(time: str, nearness: str, offset: int | None) -> Period:
    """Return a time of day without its day; `nearness` is "about", "before", "after" or empty."""
    if not nearness:
        return Period(start=None, end=None, granularity="clock", name=time, offset=offset)
    at = int(time[:2]) * 60 + int(time[3:])
    start = at if nearness == "after" else max(0, at - NEAR)
    end = at if nearness == "before" else min(LAST, at + NEAR)
    return Period(
        start=f"T{_written(start)}",
        end=f"T{_written(end)}",
        granularity="clock",
        name=f"{nearness} {time}",
        offset=offset,
    )


def clock_range(first: str, last: str, offset: int | None) -> Period:
    """Return the stretch from one time of day to another, after midnight where the last is the earlier."""
    return Period(start=f"T{first}", end=f"T{last}", granularity="clock", name=f"{first}–{last}", offset=offset)


def _written(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def on_day(time: Period, day: Period) -> Period | None:
    """Return a time of day on a day; on a weekday without date, the weekday; None where the two do not fit together."""
    if time.granularity != "clock" or time.name is None:
        return None
    if day.granularity == "weekday":
        return day
    if day.granularity not in {"day", "part"} or not day.start or day.start.startswith("-"):
        return None
    start, end = time.start or f"T{time.name}", time.end or f"T{time.name}"
    granularity: Granularity = "minute" if start == end else "hour"
    first, last = day.start[:10], day.start[:10]
    if end < start:
        last = (date.fromisoformat(first) + timedelta(days=1)).isoformat()
    return Period(start=first + start, end=last + end, granularity=granularity, offset=time.offset)
