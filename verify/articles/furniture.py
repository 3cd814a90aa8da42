"""What a page holds beside the article: navigation, links, bylines, date lines, notices of copyright."""

from __future__ import annotations

import re
from functools import cache

from verify.articles.dates import STAMP
from verify.articles.links import bare, is_heading, is_link
from verify.lists import either, load

_LONGEST, _LONGEST_LINE = 500, 100
_LETTER = r"[^\W\d_a-z]"
_CAPITAL = rf"{_LETTER}[\w.’'-]*"
_SMALL = r"(?:\d+|and|of|the|for|in|at|with|de|van|von|al|el|bin|&)"
_APART = r"(?:,?\s+|\s?//?\s?|\s?\|\s?)"
_CONTACT = (
    r"(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+|#\w+|https?://\S+|(?:www|pic|twitter|facebook|instagram)\.\S+"
    r"|\(?\d{3}\)?[\s.-]{1,2}\d{3}[\s.-]\d{4}(?:\s?(?:ext|x)\.?\s?\d+)?)"
)
_SHAPES = {
    "{name}": rf"{_CAPITAL}(?:{_APART}(?:{_CAPITAL}|{_SMALL})){{0,14}}",
    "{names}": rf"{_CAPITAL}(?:{_APART}(?:{_CAPITAL}|{_SMALL})){{1,14}}",
    "{stamp}": STAMP,
    "{contact}": _CONTACT,
}
_CONTACTS = re.compile(
    rf"{_CONTACT}(?:(?:\s?[,|/;]\s?|\s(?:or|and)\s|\s)(?:on\s)?(?:twitter|facebook|instagram)?:?\s?{_CONTACT})*", re.I
)
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|info|news|tv|co\.uk)(?:/\S*)?", re.I)
_SENTENCES = re.compile(
    r"(?<=[.!?])[\"”’)]?(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr|Lt|Co)\.)(?<!\b(?:Mrs|Sgt|Gen|Rep|Sen)\.)\s+"
)


def is_furniture(text: str) -> bool:
    """Tell whether a paragraph, white space collapsed, says nothing of its own."""
    if not any(c.isalpha() for c in text[:_LONGEST]):
        return len(text) <= _LONGEST
    if _opening().match(text):
        return True
    if len(text) > _LONGEST:
        return False
    return is_heading(text) or is_link(text) or _is_navigation(text) or _sentences_are(text)


def stamp_label() -> str:
    """Return the pattern of the words that stand before the date of a date line."""
    return rf"(?:{either(load('furniture')['stamp_labels'])}(?:\s(?:on|at))?\s?:?\s)"


def _is_navigation(text: str) -> bool:
    if _CONTACTS.fullmatch(text) or _SITE.fullmatch(text) or _stamp().fullmatch(text):
        return True
    return len(text) <= _LONGEST_LINE and bool(_lines().fullmatch(bare(text)))


def _sentences_are(text: str) -> bool:
    """Tell whether each sentence is furniture; those that may be said of anybody count beside a sure one only."""
    parts = _SENTENCES.split(text)
    sure = [any(pattern.fullmatch(part) for pattern in (_sentence(), _named(), _stamp())) for part in parts]
    return any(sure) and all(yes or _escorted().fullmatch(part) for yes, part in zip(sure, parts, strict=True))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"{either(load('furniture')['openings'])}\b", re.I)


@cache
def _lines() -> re.Pattern[str]:
    # Atomic, the longest first: a line of many such words is walked once.
    return re.compile(rf"(?:(?>{either(load('furniture')['lines'])})(?:\s\d+)?(?:\s|$))++")


@cache
def _stamp() -> re.Pattern[str]:
    return re.compile(rf"(?:{stamp_label()}?{STAMP}(?:[\s,|/•·–—-]+|$))+", re.I)


@cache
def _sentence() -> re.Pattern[str]:
    return _whole("sentences", re.I)


@cache
def _named() -> re.Pattern[str]:
    return _whole("named_sentences", re.NOFLAG)


@cache
def _escorted() -> re.Pattern[str]:
    return _whole("escorted_sentences", re.NOFLAG)


def _whole(key: str, flags: re.RegexFlag) -> re.Pattern[str]:
    pattern = "|".join(load("furniture")[key])
    for mark, shape in _SHAPES.items():
        pattern = pattern.replace(mark, shape)
    return re.compile(rf"(?:{pattern})\s?[.!]?[\"”’)]?", flags)
