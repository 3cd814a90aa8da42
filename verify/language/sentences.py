"""Sentence boundaries: sentencex within a paragraph; a paragraph break always ends a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from verify.lists import load
from verify.model import Span

PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\r?\n(?![ \t]*\r?\n)[ \t]*\S(?:.*\S)?)*")
CLOSING = re.compile(r"[\"”’')\]]+(?=\s|$)")
AFTER_UNIT = re.compile(r"\w/\w+\.\s+(?=[A-Z“\"])")
"""The stop after "km/h" is no abbreviation's."""
CLOCK = re.compile(r"\b[ap]\.m\.\s*$")
DAY = re.compile(
    r"\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
    r"|(?:[ECMP][SD]?T|GMT|UTC|BST|CEST?)\b|(?:Eastern|Central|Mountain|Pacific) (?:[Ss]tandard |[Dd]aylight )?[Tt]ime)"
)
HOUSE = re.compile(r"\b\d+ [NSEW]{1,2}\.\s*$")
"""The number of a house and the side of its street ("120 W. Third Ave.")."""
STRANDED = re.compile(r"\s“\s*$")
"""An opening mark behind a stop belongs to what follows."""
NUMBER = re.compile(r"\s*[$£€]?[0-9]")
LOWER_AFTER = re.compile(r"\s*[a-z]")


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a text, which blank lines separate."""
    return tuple(Span(start=m.start(), end=m.end()) for m in PARAGRAPH.finditer(text))


def sentences(text: str, parts: Iterable[Span]) -> tuple[Span, ...]:
    """Return the sentences of the given parts of a text (its paragraphs or zones), without the blanks around them."""
    return tuple(s for part in parts for s in _within(text, part))


def is_title_case(text: str) -> bool:
    """Return whether most words of a line begin with a capital, as in a headline."""
    found = re.findall(r"\b[A-Za-z]{3,}", text)
    return bool(sum(w[0].isupper() for w in found) > 0.6 * len(found))


def _within(text: str, part: Span) -> Iterator[Span]:
    """Yield the sentences of one part."""
    piece = re.sub(r"\r?\n", lambda m: " " * len(m[0]), text[part.start : part.end])
    start = 0
    for end in _cuts(piece, sorted({*_boundaries(piece), *(m.end() for m in AFTER_UNIT.finditer(piece))})):
        found = piece[start:end]
        if found.strip():
            left = len(found) - len(found.lstrip())
            yield Span(start=part.start + start + left, end=part.start + start + len(found.rstrip()))
        start = end


def _boundaries(piece: str) -> list[int]:
    from sentencex import get_sentence_boundaries

    return [b["end_index"] for b in get_sentence_boundaries("en", piece)]


def _cuts(piece: str, ends: Iterable[int]) -> Iterator[int]:
    """Yield the ends that hold: a closing mark belongs to the sentence before it, and no sentence begins in lower case."""
    for end in ends:
        if closing := CLOSING.match(piece, end):
            end = closing.end()
        if end >= len(piece) or _ends(piece, end):
            stranded = STRANDED.search(piece, 0, end)
            yield min(stranded.start() if stranded else end, len(piece))


def _ends(piece: str, end: int) -> bool:
    """Return whether a sentence can end here: not before lower case, nor behind a title, nor between a time and its day or zone."""
    if LOWER_AFTER.match(piece, end) or (CLOCK.search(piece, max(0, end - 8), end) and DAY.match(piece, end)):
        return False
    if HOUSE.search(piece, max(0, end - 12), end):
        return False
    if NUMBER.match(piece, end) and _before_number().search(piece, max(0, end - 12), end):
        return False
    return not _before_name().search(piece, max(0, end - 12), end)


def before_names() -> tuple[str, ...]:
    """Return the abbreviations that stand before a name, without their stop."""
    return _abbreviations()["before_names"]


def before_numbers() -> tuple[str, ...]:
    """Return the abbreviations that stand before a number, without their stop."""
    return _abbreviations()["before_numbers"]


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in load("abbreviations").items()}


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(before_names())})\.\s*$")


@cache
def _before_number() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(before_numbers())})\.\s*$")
