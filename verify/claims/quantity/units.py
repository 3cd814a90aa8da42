"""What stands right behind a number: a unit, a currency, a per cent sign, and what it is per."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from verify.claims.quantity.lexicon import either, words
from verify.values.units import currencies, units

Sort = Literal["count", "measure", "money", "percent"]
_GAP = r"[\s-]+"
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
PERCENT = {"%", "percentage point", "basis point"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffix:
    """The unit behind a number: where it ends, what sort it makes the amount, its name, and what it is per."""

    end: int
    sort: Sort = "count"
    unit: str | None = None
    rate: str | None = None


@cache
def _named() -> dict[str, tuple[Sort, str]]:
    """Return what is written in any case: the words of units and currencies."""
    money: dict[str, tuple[Sort, str]] = {w: ("money", c.name) for c in currencies().values() for w in c.words}
    plain: dict[str, tuple[Sort, str]] = {w: (sort_of(u.name), u.name) for u in units().values() for w in u.words}
    return money | plain


@cache
def _signed() -> dict[str, tuple[Sort, str]]:
    codes: dict[str, tuple[Sort, str]] = {c.code: ("money", c.name) for c in currencies().values() if c.code}
    return codes | {s: (sort_of(u.name), u.name) for u in units().values() for s in u.signs}


@cache
def _tight() -> dict[str, tuple[Sort, str]]:
    return {s: (sort_of(u.name), u.name) for u in units().values() for s in u.tight}


def sort_of(name: str) -> Sort:
    """Return the sort of an amount in a unit that is no currency."""
    return "percent" if name in PERCENT else "measure"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    named = re.compile(rf"(?:[\s-]+|)(?:of{_GAP})?(?:an?{_GAP})?({either(_named())})(?!\w)", re.IGNORECASE)
    signed = re.compile(rf"[\s-]?({either(_signed())})(?![\w])")
    apart = r"\s(?=m(?:\s(?:long|high|tall|wide|deep|away|above|below|from|and|x|[0-9])|[.,;)]|$))"
    tight = re.compile(rf"(?:{apart})?({either(_tight())})(?![\w])")
    what = either([*_rates(), *_short_rates()])
    link = r"(?:\s+(?:per|an?|each|every|for\s+each|for\s+every)\s+|/|-an?-|-per-)"
    per = re.compile(rf"{link}({what})(?!\w)", re.IGNORECASE)
    return named, signed, tight, per


@cache
def _composite() -> re.Pattern[str]:
    """Return the pattern of a unit made of two signs, such as "A/cm2"."""
    return re.compile(rf"\s?({either([*_signed(), *_tight()])})/({either(_short_rates())})(?!\w)")


@cache
def _rates() -> dict[str, str]:
    kinds = {"time", "length", "area", "volume", "mass", "energy"}
    measured = {w: u.name for u in units().values() if u.kind in kinds for w in u.words}
    return {n: n for n in words("rates", "nouns")} | measured


@cache
def _short_rates() -> dict[str, str]:
    return {
        "h": "hour",
        "hr": "hour",
        "s": "second",
        "kg": "kilogram",
        "km": "kilometre",
        "m2": "square metre",
        "cm2": "square centimetre",
    }


def suffix(text: str, end: int, *, sign: str, share: bool, loose: bool) -> Suffix | None:
    """Return what stands behind a number that ends there, None where the number is part of another word."""
    found = _money(sign, end) or _unit(text, end, share=share, loose=loose)
    if found is None:
        return None if _inside_word(text, end) else _rated(text, Suffix(end=end))
    return _rated(text, found)


def _money(sign: str, end: int) -> Suffix | None:
    if not sign:
        return None
    plain = re.sub(r"\s", "", sign).upper()
    name = next(
        c.name
        for c in currencies().values()
        if plain in {re.sub(r"\s", "", b).upper() for b in (*c.before, *c.initial)}
    )
    return Suffix(end=end, sort="money", unit=name)


def _unit(text: str, end: int, *, share: bool, loose: bool) -> Suffix | None:
    named, signed, tight, _ = _patterns()
    if match := _composite().match(text, end):
        over = (_signed() | _tight())[match[1]][1]
        return Suffix(end=match.end(), sort="measure", unit=f"{over} per {_short_rates()[match[2]]}")
    if (match := tight.match(text, end)) and not _quotes(text, match):
        sort, unit = _tight()[match[1]]
        return Suffix(end=match.end(), sort=sort, unit=unit)
    if match := signed.match(text, end):
        sort, unit = _signed()[match[1]]
        return Suffix(end=match.end(), sort=sort, unit=unit)
    if match := named.match(text, end):
        sort, unit = _named()[re.sub(r"\s+", " ", match[1].lower())]
        article = re.match(r"[\s-]+(?:of\s+)?an?\s", match[0], re.IGNORECASE)
        if (
            ((share and unit == "point") or not _other_sense(text, match, unit))
            and (share or not article)
            and (loose or share or not _OF.match(match[0]))
        ):
            return Suffix(end=match.end(), sort=sort, unit=unit)
    return None


def _quotes(text: str, match: re.Match[str]) -> bool:
    """Return whether a mark behind figures closes a quotation instead of standing for feet or inches."""
    mark = match[1]
    if mark not in {"'", "’", '"'}:
        return False
    opening = {"'": "'‘", "’": "‘'", '"': '"“'}[mark]
    return sum(text.count(o, 0, match.start()) for o in set(opening)) % 2 == 1


def _other_sense(text: str, match: re.Match[str], unit: str) -> bool:
    """Return whether a unit's word stands for something else: "two second-half goals", "11 won"."""
    word, number = match[1].lower(), text[max(0, match.start() - 12) : match.start()]
    if word in {"second", "pint", "stone", "mark", "point"}:
        return (
            not re.search(r"(?:\b1|\bone|-)$", number + ("-" if match[0].startswith("-") else "")) and word != "stone"
        )
    if word in {"won", "marks", "rand", "dong", "real"}:
        return re.search(r"[0-9],?[0-9]{3}$|illion$|trillion$", number) is None
    if word == "c":
        return match[0] != "c" or re.match(r"\s+an?\s|\s+per\s|[.,]?\s", text[match.end() :]) is None
    if word in {"p", "mi", "min", "sec", "kt"}:
        return re.search(r"[0-9]$", number) is None or text[match.end() : match.end() + 3] in {".m.", ". m"}
    return (
        unit == "degree"
        and re.match(r"\s+(?:in|from|holders?|murder|arson|assault)\b", text[match.end() :]) is not None
    )


def _inside_word(text: str, end: int) -> bool:
    """Return whether a number runs on: "737B", "1,2,3", "½½", "10:30"."""
    after = text[end : end + 2]
    return bool(re.match(r"\w|[½⅓⅔¼¾]|[:.,][0-9]|/[0-9]", after))


def _rated(text: str, found: Suffix) -> Suffix:
    """Return the suffix with what it is per: "$52 a barrel", "hours a week", "barrel-a-day"."""
    match = _patterns()[3].match(text, found.end)
    if not match or not found.unit:
        return found
    name = {**_short_rates(), **_rates()}[re.sub(r"\s+", " ", match[1].lower())]
    return Suffix(end=match.end(), sort=found.sort, unit=f"{found.unit} per {name}", rate=name)
