"""The ways to name a stretch of the calendar: seasons, quarters, halves, decades, centuries, weeks of a month or year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from verify.language import calendar
from verify.language.date_forms import MONTH, YEAR, YEARLY, Found, Row, ordinals
from verify.values.period import Granularity, Period, between, month, year


def stretches() -> Iterator[Row]:
    """Yield the ways to name such a stretch, the longer before the shorter."""
    of_year = rf"(?:,? (?:of |in )?(?:{YEAR}|{YEARLY}|(?P<now>the year)\b))"
    seasons = "|".join(calendar.words()["seasons"])
    yield rf"\b(?:the )?(?P<season>{seasons}){of_year}", _season, None
    yield rf"\b(?i:(?P<which>this|last|next)) (?P<season>{seasons})\b", _season, None
    yield rf"\b(?:the )?(?i:(?P<quarter>first|second|third|fourth))[ -]quarter{of_year}", _quarter, None
    yield rf"\bQ(?P<quarter>[1-4]) (?:of )?{YEAR}", _quarter, None
    yield r"\b(?P<year>(?:19|20)\d\d) ?Q(?P<quarter>[1-4])\b", _quarter, None
    yield rf"\b(?:the )?(?i:(?P<half>first|second|latter)) half{of_year}", _half, None
    yield rf"\bH(?P<half>[12]) (?:of )?{YEAR}", _half, None
    yield r"\b(?P<year>(?:19|20)\d\d) ?H(?P<half>[12])\b", _half, None
    yield r"\b(?:the )?(?P<decade>(?:1[5-9]|20)\d0)s\b|\bthe (?P<owned>(?:1[5-9]|20)\d0)['’]s\b", _decade, None
    yield r"\bthe ['’](?P<short>[2-9]0)s\b", _decade, None
    yield rf"\bthe (?i:(?P<tens>{'|'.join(calendar.words()['decades'])}))\b", _decade, None
    yield r"\b(?i:(?P<which>this) decade)\b", _this_decade, None
    yield (
        rf"\b(?:the )?(?i:(?P<nth>\d\d?(?=st|nd|rd|th)|{ordinals()})(?:st|nd|rd|th)? +century)\b(?! [A-Z])",
        _century,
        None,
    )
    nth = r"\b(?:the )?(?i:(?P<nth>first|second|third|fourth|last) week (?:of|in))"
    yield rf"{nth} {MONTH}(?:,? (?:of )?{YEAR})?", _nth_week, None
    yield rf"{nth} {YEAR}", _nth_week, None
    yield rf"{nth} (?i:(?P<which>this|last|next) (?P<unit>month|year))\b", _nth_week, None
    yield r"\b(?i:(?:the )?rest of (?:the|this) (?P<rest>week|month|year))\b", _rest, None
    yield r"\b(?i:(?P<way>earlier|later) (?:this|in the) (?P<rest>week|month|year))\b", _rest, None
    yield r"\b(?i:the (?P<unit>week|month|year|weekend) (?P<way>after (?:the )?next|before last))\b", _over_next, None


def _season(found: Found) -> Period | None:
    start, length = calendar.words()["seasons"][found.get("season")]
    y = found.year()
    if y is None:
        if found.anchor is None or not found.anchor.published:
            return None
        y = found.anchor.day.year + {"last": -1, "next": 1}.get(found.get("which"), 0)
    return _months(y, start, length, "season")


def _quarter(found: Found) -> Period | None:
    name, y = found.get("quarter"), _year(found)
    number = int(name) if name.isdecimal() else calendar.words()["ordinals"][name]
    return None if y is None else _months(y, 3 * number - 2, 3, "quarter")


def _half(found: Found) -> Period | None:
    y = _year(found)
    return None if y is None else _months(y, 1 if found.get("half") in {"first", "1"} else 7, 6, "range")


def _year(found: Found) -> int | None:
    """Return the year that is written, for "the year" that of publication."""
    if found.get("now"):
        return found.anchor.day.year if found.anchor and found.anchor.published else None
    return found.year()


def _months(y: int, first: int, length: int, granularity: Granularity) -> Period | None:
    start, end = month(y, first).days(), month(y, first + length - 1).days()
    return between(start[0], end[1], granularity) if start and end else None


def _decade(found: Found) -> Period:
    """Return a decade; one without its century is of the last."""
    written = found.get("decade") or found.get("owned")
    short = found.get("short") or calendar.words()["decades"].get(found.get("tens"))
    return _years(int(written) if written else int(short) + (1900 if int(short) < 100 else 0), 10, "decade")


def _this_decade(found: Found) -> Period | None:
    return _years(found.anchor.day.year // 10 * 10, 10, "decade") if found.anchor and found.anchor.published else None


def _century(found: Found) -> Period | None:
    text = found.get("nth").replace(" ", "-")
    number = int(text) if text.isdecimal() else calendar.words()["ordinals"][text]
    return _years(100 * number - 100, 100, "century") if 11 <= number <= 21 else None


def _years(first: int, count: int, granularity: Granularity) -> Period:
    return Period(start=year(first).start, end=year(first + count - 1).end, granularity=granularity)


def _nth_week(found: Found) -> Period | None:
    """Return the nth week of a month or year: from Monday to Sunday, the first being the one with the first Thursday
    (ISO 8601), and the nth seven days of it.
    """
    whole = _whole(found)
    days = whole.days() if whole else None
    if days is None:
        return None
    if found.get("nth") == "last":
        monday = days[1] - timedelta(days=(days[1].weekday() - 3) % 7 + 3)
        return between(min(monday, days[1] - timedelta(days=6)), max(monday + timedelta(days=6), days[1]), "week")
    step = timedelta(days=7 * (calendar.words()["ordinals"][found.get("nth")] - 1))
    monday, first = days[0] + timedelta(days=(3 - days[0].weekday()) % 7 - 3) + step, days[0] + step
    return between(min(monday, first), max(monday, first) + timedelta(days=6), "week")


def _whole(found: Found) -> Period | None:
    """Return the month or the year of which a week is meant."""
    if found.get("unit"):
        return calendar.calendar_unit(found.get("which"), found.get("unit"), found.anchor)
    y, m = found.year(), found.month()
    if m == 0:
        return None if y is None else year(y)
    return calendar.month_without_year(m, found.anchor, found.tense) if y is None else month(y, m)


def _rest(found: Found) -> Period | None:
    """Return "the rest of the week", "later this month", "earlier this year"."""
    whole = calendar.calendar_unit("this", found.get("rest"), found.anchor)
    days = whole.days() if whole else None
    if days is None or found.anchor is None:
        return None
    return between(days[0], found.anchor.day) if found.get("way") == "earlier" else between(found.anchor.day, days[1])


def _over_next(found: Found) -> Period | None:
    """Return "the week after next", "the month before last"."""
    sign, unit = (1 if found.get("way").startswith("after") else -1), found.get("unit")
    if unit != "weekend":
        return calendar.calendar_unit("", unit, found.anchor, step=2 * sign)
    middle = calendar.calendar_unit("", "week", found.anchor, step=sign)
    days = middle.days() if middle else None
    return between(days[1] - timedelta(days=1), days[1], "weekend") if days else None
