"""Lines that lead to other pages, and the lines that announce them."""

from __future__ import annotations

import re
from functools import cache

from verify.lists import either, load

_LONGEST = 200
_TERMINATED = re.compile(r"[.!?…][\"“”’'»)\]]*(?:\s\([^()]{1,60}\))?$")
_TAIL = re.compile(r"[\W\d_]+$")
_CLIP = re.compile(r"\d:[0-5]\d\s(?![ap]\.?m\b)\S.{0,150}[^.!?:]", re.I)


def terminated(text: str) -> bool:
    """Tell whether a paragraph ends as a sentence does."""
    return bool(_TERMINATED.search(text))


def bare(text: str) -> str:
    """Return a line in small letters, without the marks in it and the number at its end."""
    return " ".join(re.findall(r"[\w']+", _TAIL.sub("", text).casefold().replace("’", "'")))


def is_heading(text: str) -> bool:
    """Tell whether a line announces links to other pages."""
    if len(text) > _LONGEST or terminated(text):
        return False
    line = bare(text)
    return line in load("furniture")["headings"] or bool(_open_heading().fullmatch(line))


def is_link(text: str) -> bool:
    """Tell whether a line names another page: "Related: …", "Watch: …", the title of a film with its length."""
    text = text.lstrip("[>» ")
    if _sure_link().match(text):
        return True
    if terminated(text) or len(text) > _LONGEST:
        return False
    return bool(_link().match(text) or _CLIP.fullmatch(text) or _button().search(text))


@cache
def _open_heading() -> re.Pattern[str]:
    return re.compile(rf"{either(load('furniture')['open_headings'])}(?:\s\S+){{1,6}}")


@cache
def _link() -> re.Pattern[str]:
    lists = load("furniture")
    labelled = rf"{either(lists['link_labels'])}\s?(?:\([\d:]+\)\s?)?[:>]\s?\S"
    return re.compile(rf"{labelled}|{either(lists['link_openings'])}\s\S", re.I)


@cache
def _sure_link() -> re.Pattern[str]:
    return re.compile(rf"{either(load('furniture')['sure_link_labels'])}\s?[:>]\s?\S.{{0,{_LONGEST}}}$", re.I)


@cache
def _button() -> re.Pattern[str]:
    return re.compile(rf"\b{either(load('furniture')['buttons'])}\b", re.I)
