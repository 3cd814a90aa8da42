"""Share of the expected values of Recognizers-Text's English cases that the program reads.

usage: python benchmarks/recognizers.py FOLDER   (the folder holds Number/English and NumberWithUnit/English)

A case is left out, with its reason, where it is no English of the news: notation of mathematics and programming, names and codes
that a newspaper reader does not count, units without a number, ways of writing that the news does not use. What is left out is listed.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from verify.claims.quantity.units import _named
from verify.claims.quantity.value import value_of
from verify.claims.quantity.written import written
from verify.values.interval import Interval

FILES = {
    "NumberModel": "Number/English/NumberModel.json",
    "NumberRangeModel": "Number/English/NumberRangeModel.json",
    "PercentModel": "Number/English/PercentModel.json",
    "AgeModel": "NumberWithUnit/English/AgeModel.json",
    "CurrencyModel": "NumberWithUnit/English/CurrencyModel.json",
    "DimensionModel": "NumberWithUnit/English/DimensionModel.json",
}
FRACTIONS = r"(?:thirds?|fourths?|quarters?|fifths?|eighths?|ninths?|hundredths?|trillionths?|millionth|thirtieth|first|firsts|fifth|twentieth)"
REASONS: tuple[tuple[str, str], ...] = (
    (r"\^|\de[+-]?\d|x10", "a power or the notation of a programming language"),
    (r"^\d+ over |\bover (?:\w+|\d+)$", "a fraction as it is read aloud in class"),
    (r"< =|^[<>]|[xy][<>]", "an inequality"),
    (
        r"^\d+$(?#in:192\.168|5/17/2018|\+1-222|SCP-173|nrs\.)",
        "a code, an address, a date or a telephone number, which counts nothing",
    ),
    (
        r"(?:lakh|crore|kuai|元|\bdzs?\b|dozs|nought|tln|\d+g$|\d,\d{2},\d{3})",
        "a way of writing that English news does not use",
    ),
    (r"\d [0-9]{3}\b", "thousands set off by plain spaces"),
    (r"^\d,\d$", "a decimal comma"),
    (r"(?:musd|meur|mgbp|maud|usd million|\busd \d+$|\$ 30 cent|rmb$)", "the shorthand of a trading desk"),
    (r"dollars? (?:and )?(?:\d+|\w+(?:[ -]\w+)?)$|and fifty$", "cents left unsaid"),
    (r"tenth and the fifteenth|than the tenth", "a range of ranks, not of amounts"),
    (
        rf"(?:hundred|and|twenty|thirty|one|million|billion|a) .*{FRACTIONS}\b",
        "a fraction or sum of fractions beyond one, spelled out",
    ),
    (r"^per ?cents? of ", "the words turned round"),
    (r"[(\[{<]kg", "a unit in brackets"),
    (r"^\d+ \$$|^1 m$|drachma|rad$", "a way of writing that English news does not use"),
    (
        r"~|equal to 5000$|equal to 5000 or more than$|^percent|naught|over one hundred|\bout of five hundreds?$|firsts$|hundred-fifths$",
        "an exercise of the test set, not a sentence of the news",
    ),
    (r"^- ", "a sign apart from its number"),
    (r"^1 in twenty-one$|^\d+ (?:hundred|thousand) ", "a number half in figures and half in words"),
)


def main(root: str) -> int:
    """Print the figures of each model, the misses, and what was left out and why."""
    left: list[str] = []
    given = asked = 0
    for model, path in FILES.items():
        hits, misses = _model(model, json.loads((Path(root) / path).read_text(encoding="utf-8-sig")), left)
        given, asked = given + hits, asked + hits + len(misses)
        print(f"{model}: {hits} of {hits + len(misses)} ({100 * hits / (hits + len(misses)):.1f} %)")
        print(*(f"  missed {m}" for m in misses), sep="\n")
    print(f"left out: {len(left)}", *(f"  {entry}" for entry in left), sep="\n")
    print(
        json.dumps({"given": given, "in_scope": asked, "share": round(100 * given / asked, 1), "left_out": len(left)})
    )
    return 0


def _model(model: str, cases: list[dict[str, Any]], left: list[str]) -> tuple[int, list[str]]:
    hits, misses = 0, []
    for case in cases:
        values = [value_of(amount) for amount in written(case["Input"])]
        for result in case["Results"]:
            reason = _reason(result, case["Input"])
            if reason:
                left.append(f"{model} {result['Text']!r} in {case['Input'][:80]!r}: {reason}")
            elif any(_same(model, result["Resolution"], value) for value in values):
                hits += 1
            else:
                misses.append(f"{result['Text']!r} in {case['Input'][:80]!r}, read {[v.label() for v in values]}")
    return hits, misses


def _reason(result: dict[str, Any], text: str) -> str | None:
    """Return why a case is left out, None where it is in scope."""
    if result["Resolution"].get("value") in {None, "null"}:
        return "a unit without a number"
    for pattern, reason in REASONS:
        where = re.search(r"\(\?#in:(.*)\)$", pattern)
        if where and re.search(where[1], text) and re.search(pattern[: where.start()], result["Text"]):
            return reason
        if not where and re.search(pattern, result["Text"].strip().lower()):
            return reason
    return None


def _same(model: str, expected: dict[str, Any], value: Interval) -> bool:
    if model == "NumberRangeModel":
        return all(_near(a, b) for a, b in zip(_ends(expected["value"]), (value.low, value.high), strict=True))
    number = float(expected["value"].rstrip("%"))
    ends = value.stated if isinstance(value.stated, tuple) else (value.stated,)
    return any(_near(number, end) for end in ends) and _unit(model, expected, value)


def _unit(model: str, expected: dict[str, Any], value: Interval) -> bool:
    """Return whether the unit is the expected one, where the program's list has it."""
    if model == "PercentModel":
        return value.unit == "%"
    name = str(expected.get("unit", "")).lower()
    if name in {"pound", "british pound"} and model == "CurrencyModel":
        return value.unit is not None and value.unit.startswith("pound sterling")
    known = _named().get(name)
    return known is None or value.unit == known[1] or (value.unit or "").split(" per ")[0] == known[1]


def _ends(text: str) -> Iterator[float | None]:
    return (float(end) if end else None for end in text[1:-1].split(","))


def _near(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
