"""What is glued to a paragraph and is no part of its statement: date lines, datelines, marks, labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from verify.articles.dates import MONTH, STAMP
from verify.articles.furniture import stamp_label
from verify.articles.paragraphs import inked
from verify.lists import either, load
from verify.model import Span, ZoneKind

_TOP = 12
"""So many paragraphs may pass before the first of the article proper: date lines and datelines stand in them only."""
_FIRST = 2
"""Further down, a date without a label opens an entry of a timeline."""

_MARK = re.compile(r"[×✕✖•·▪●■►▶»>\ue000-\uf8ff][×✕✖•·▪●■►▶»>\ue000-\uf8ff\s]*")
_UPPER = r"[^\W\d_a-z]"
_CAPITALS = rf"{_UPPER}(?:{_UPPER}|[.'’-])"
_CITY = rf"(?:{_CAPITALS}{{2,30}}|{_UPPER}{{2}}(?=\s{_UPPER}{{2}}))(?:[ /]{_CAPITALS}{{1,30}}){{0,4}}"
_TITLED = rf"{_UPPER}[\w.'’-]+(?: {_UPPER}[\w.'’-]+){{0,3}}"
_STATE = rf"(?:,\s{_UPPER}[\w.]*(?:\s{_UPPER}[\w.]*){{0,2}})?"
_DATE = rf"(?:,?\s{MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?)?"
_DASH = r"(?:\s?(?:[—―–]|--)|\s-|(?<=\))-)\s?"
_DATED = re.compile(rf"{STAMP}(?:\s?[|•·—–]\s?|\s-\s)|\d{{4}}-\d\d-\d\d\s", re.I)
_INLINE = re.compile(r"(?<=[.!?\"”])\s(?:Advertisement|ADVERTISEMENT)(?=\s[\"“A-Z])")
_OPENS = re.compile(r"(?:[\"“‘'(\[]?[^\W_a-z]|$)")


def carve(text: str, paragraph: Span, index: int) -> Iterator[tuple[Span, ZoneKind | None]]:
    """Yield the parts of a paragraph with the kind that is known of them; `index` counts paragraphs from the top."""
    start, end = paragraph.start, paragraph.end
    kind: ZoneKind | None = None
    while cut := _prefix(text, start, end, index):
        yield from _part(text, start, cut.end(), "furniture")
        start = cut.end()
        # What follows a dateline is the report itself, even where its full stop is missing.
        kind = "body" if cut.re is _dateline() else kind
    tail = _suffix(text, start, end) if index < _TOP else end
    for m in _INLINE.finditer(text, start, tail):
        yield from _part(text, start, m.start(), kind)
        yield from _part(text, m.start(), m.end(), "furniture")
        start = m.end()
    yield from _part(text, start, tail, kind)
    yield from _part(text, tail, end, "furniture")


def _part(text: str, start: int, end: int, kind: ZoneKind | None) -> Iterator[tuple[Span, ZoneKind | None]]:
    if span := inked(text, start, end):
        yield span, kind


def _prefix(text: str, start: int, end: int, index: int) -> re.Match[str] | None:
    """Return the furniture that opens a paragraph, None without any."""
    if m := _MARK.match(text, start, end):
        return m
    patterns = (_labelled(), _DATED, _dateline()) if index < _FIRST else (_labelled(), _dateline())
    for pattern in patterns if index < _TOP else ():
        if (m := pattern.match(text, start, end)) and _OPENS.match(text, m.end(), end):
            return m
    return None


def _suffix(text: str, start: int, end: int) -> int:
    """Return where the date lines that end a short paragraph begin, its end without any."""
    if end - start > 400:
        return end
    m = _dated_end().search(text, start, end)
    return m.start() if m else end


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"{stamp_label()}{STAMP}(?:\s?[|•·—–:]\s?|\s|$)", re.I)


@cache
def _dated_end() -> re.Pattern[str]:
    return re.compile(rf"\s(?:(?:posted|published|updated|last updated):\s{STAMP}\s?)+$", re.I)


@cache
def _dateline() -> re.Pattern[str]:
    """A place in capitals, or a place with an agency, up to the dash."""
    known = either(load("datelines")["agencies"])
    agency = rf"\((?:{known}|[A-Z][A-Z0-9/&-]{{1,9}}|[A-Z][\w./ ]{{1,30}}\s(?:News|Post|Times))\)"
    city = (
        rf"(?!{either(load('datelines')['labels'])}\b){_CITY}{_STATE}{_DATE}(?:\s\([^()]{{2,30}}\))?(?:{_DASH}|\s>>\s)"
    )
    titled = rf"{_TITLED}{_STATE}{_DATE}\s{agency}{_DASH}"
    return re.compile(rf"(?:{city}|{titled})")
