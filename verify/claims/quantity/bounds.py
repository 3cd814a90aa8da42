"""The words around a number that bound it or tell its change."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

from verify.claims.quantity.lexicon import either, ends_before, table, words
from verify.values.extent import Change

Limit = Literal["exact", "about", "nearly", "at-least", "more-than", "at-most", "less-than"]
ADVERBS = re.compile(r"up|down|off|higher|lower", re.IGNORECASE)
MEANT = re.compile(r"(?:under|over|above|below|beyond)\s+an?\b", re.IGNORECASE)
"""Before an amount that only tells which thing is meant: "under a $2 million budget"."""
LAST_WORD = re.compile(r"([\w']+)\W*$")


@cache
def _limits(section: str) -> dict[str, Limit]:
    rows = table(section)
    return {text: limit for limit in get_args(Limit) for text in rows.get(limit, ())}


@cache
def _before() -> re.Pattern[str]:
    fill = rf"(?:{either(words('fillers'))}\s+)*"
    return re.compile(rf"(?<![^\s(—–\"“‘'-])({either(_limits('before'))})\s*{fill}$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf",?\s*({either(_limits('after'))})(?!\w|\s+(?:than|to)\b)", re.IGNORECASE)


def limit_before(text: str, start: int) -> tuple[Limit, int]:
    """Return the bound before a number that starts there, and where the bound's words begin."""
    match = ends_before(_before(), text, start)
    if not match:
        return "exact", start
    word = re.sub(r"\s+", " ", match[1].lower())
    previous = ends_before(LAST_WORD, text, match.start())
    if word in {"about", "over", "around"} and previous and previous[1].lower() in words("unbound"):
        return "exact", start
    if MEANT.match(match[0]) or match[1] == "C.":
        return "exact", start
    if word == "up to" and previous and previous[1].lower() in words("unbound", "upward"):
        return "exact", start
    return _limits("before")[word], match.start()


def limit_after(text: str, end: int) -> tuple[Limit, int]:
    """Return the bound behind a number or unit that ends there, and where the bound's words end."""
    match = _after().match(text, end)
    if not match:
        return "exact", end
    return _limits("after")[re.sub(r"\s+", " ", match[1].lower())], match.end()


@cache
def _changes() -> re.Pattern[str]:
    bounds = either([*_limits("before"), *words("fillers")])
    link = rf"(?:(?:by\s+between|by|to|\w+ly|{bounds})\s+)*"
    groups = "|".join(rf"(?P<{key}>{either(table('change')[key])})" for key in ("up", "down", "gain", "loss"))
    return re.compile(rf"\b(?:{groups})\s+(?P<link>{link}[~$€£]?)$", re.IGNORECASE)


def change_before(text: str, start: int, *, figure: bool, money: bool = False) -> tuple[Change | None, bool]:
    """Return whether a number that starts there is a rise or a fall, and whether it is a level ("rose to 30").

    `figure` says that the number is money, a percentage or points: only those go up, and all of them but money are
    gained or shed ("lost $2 million" is no fall).
    """
    match = ends_before(_changes(), text, start)
    if not match or (not figure and (match["gain"] or match["loss"])):
        return None, False
    if money and (match["gain"] or match["loss"]) and not ADVERBS.fullmatch(match["gain"] or match["loss"]):
        return None, False
    previous = ends_before(LAST_WORD, text, match.start())
    composed = match["gain"] and previous is not None and previous[1].lower() in words("unbound", "composing")
    if composed or MEANT.search(match["link"] or ""):
        return None, False
    level = re.search(r"\bto\b", match["link"] or "") is not None
    if level and (match["gain"] or match["loss"]):
        return None, False
    return ("up" if match["up"] or match["gain"] else "down"), level
