"""Share of the expected values of Recognizers-Text's English date specifications that the program reads.

usage: python benchmarks/datetimes.py FOLDER   (the folder holds English/DateParser.json and its like)

The specifications are of an assistant that takes orders ("I'll go back on 15"). In scope are those that resolve to a day, a month, a
year, a time of day or a stretch of them in words that a newspaper writes; the others are listed with the reason. A value is right

- if it is the expected one; of the pair that the specification gives for "Friday" (the last, the next), the one that the program chose;
- if the words name a distance in weeks, months or years ("two weeks ago") or a week of a month, where the specification gives a day or
  a week: if ours is that unit and holds theirs (counted apart);
- of a range, the ends as written count: "2014 to 2018" ends with 2018, "the next 3 days" may begin today or tomorrow.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from verify.language.dates import dates
from verify.language.parsed import parse
from verify.model import Article
from verify.values.period import Period

MODELS = ("DateParser", "TimeParser", "DateTimeParser", "DatePeriodParser", "TimePeriodParser")
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
NO_DAY = "0001-01-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One expected value: the text, the words in it, their place, and what the past and the future reading give."""

    model: str
    text: str
    words: str
    start: int
    timex: str
    readings: tuple[dict[str, str], ...]
    published: str | None


def main(root: str) -> int:
    """Print the figures of each model, the misses, and what was left out and why."""
    left: list[str] = []
    given = asked = rough = 0
    for model in MODELS:
        outcomes = [(case, _outcome(case)) for case in _cases(model, Path(root)) if not _left_out(case, left)]
        right = [outcome for _, outcome in outcomes if outcome in {"exact", "unit"}]
        given, asked, rough = given + len(right), asked + len(outcomes), rough + right.count("unit")
        print(f"{model}: {len(right)} of {len(outcomes)} ({100 * len(right) / len(outcomes):.1f} %)")
        print(*(f"  missed {c.words!r} in {c.text[:80]!r}, {o}" for c, o in outcomes if o not in right), sep="\n")
    print(f"left out: {len(left)}", *(f"  {entry}" for entry in left), sep="\n")
    share = round(100 * given / asked, 1)
    print(json.dumps({"given": given, "in_scope": asked, "share": share, "by_unit": rough, "left_out": len(left)}))
    return 0


def _cases(model: str, root: Path) -> Iterator[Case]:
    for row in json.loads((root / "English" / f"{model}.json").read_text(encoding="utf-8-sig")):
        for result in row["Results"]:
            value, start = result.get("Value") or {}, result["Start"]
            yield Case(
                model=model,
                text=row["Input"],
                words=row["Input"][start : start + result["Length"]],
                start=start,
                timex=value.get("Timex") or "",
                readings=tuple(value.get(name) or {} for name in ("PastResolution", "FutureResolution")),
                published=row.get("Context", {}).get("ReferenceDateTime", "")[:10] or None,
            )


@cache
def _scope() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    rows = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["left_out"]
    return tuple((re.compile(row["pattern"]), row.get("model", ""), row["reason"]) for row in rows)


def _left_out(case: Case, left: list[str]) -> bool:
    """Return whether a case is out of scope, and note the reason."""
    reason = "a day that does not exist" if any(NO_DAY in r.values() for r in case.readings) else None
    for pattern, model, why in _scope():
        if reason is None and case.model.startswith(model) and pattern.search(case.words):
            reason = why
    if reason is not None:
        left.append(f"{case.model} {case.words!r} in {case.text[:80]!r}: {reason}")
    return reason is not None


def _outcome(case: Case) -> str:
    """Return "exact", "unit" (as exact as the unit that the words name), or what was read instead."""
    parsed = parse(Article.from_text(id="a", text=case.text, published=case.published))
    spans = [(m, parsed.doc[m.first : m.last + 1]) for m in dates(parsed)]
    end = case.start + len(case.words)
    values = [m.value for m, span in spans if span.start_char < end and case.start < span.end_char]
    for outcome, same in (("exact", _exact), ("unit", _of_unit)):
        if any(same(case, reading, value) for value in values for reading in case.readings):
            return outcome
    return f"read {[value.label() for value in values]}"


def _exact(case: Case, reading: dict[str, str], value: Period) -> bool:
    match reading:
        case {"date": day}:
            return value.granularity == "day" and value.start == day
        case {"time": time}:
            return value.granularity == "clock" and (value.name or "").endswith(time[:5])
        case {"dateTime": moment}:
            return _at(value, moment)
        case {"startTime": start, "endTime": end}:
            return (value.start or "")[-5:] == start[:5] and (value.end or "")[-5:] == end[:5]
        case {"startDate": start, "endDate": end}:
            return _range(case, value, start, end)
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", case.timex)
    return bool(season) and value.start == f"{season[1]}-{SEASONS[season[2]]:02}-01" if season else False


def _at(value: Period, moment: str) -> bool:
    """Return whether a time on a day is the expected one; "about 8 a.m." reaches half an hour around it."""
    return value.granularity in {"minute", "hour"} and (value.start or "") <= moment.replace(" ", "T")[:16] <= (
        value.end or ""
    )


def _range(case: Case, value: Period, start: str, end: str) -> bool:
    days = value.days()
    if days is None:
        return False
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    starts = {first, first - timedelta(days=1)} if re.search(r"(?i)\b(?:next|upcoming)\b.*\d", case.words) else {first}
    ends = {last, last - timedelta(days=1)}
    if re.search(r" (?:to|and|through|until|till) |\d-\d", case.words):
        ends |= {_month_end(last), last.replace(month=12, day=31)} if last.day == 1 else set()
    return days[0] in starts and days[1] in ends


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _of_unit(case: Case, reading: dict[str, str], value: Period) -> bool:
    """Return whether a value has the unit that the words name and holds the expected one."""
    days, start = value.days(), reading.get("date") or reading.get("startDate")
    unit = re.search(r"(?i)\b(week|month|year)", case.words)
    if days is None or start is None or unit is None or value.granularity != unit[1].lower():
        return False
    end = (
        date.fromisoformat(reading["endDate"]) - timedelta(days=1)
        if "endDate" in reading
        else date.fromisoformat(start)
    )
    return days[0] <= date.fromisoformat(start) and end <= days[1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
