"""Captions and credits of pictures."""

from __future__ import annotations

import re
from functools import cache

from verify.articles.links import terminated
from verify.lists import either, load

_LONGEST, _LONGEST_GALLERY = 700, 2_500
_WORDS = 5
_NAME = r"[^\W\d_a-z][\w.’'-]*"
_PERSON = rf"(?:{_NAME}\s){{0,3}}{_NAME}"
_HOUSE = r"(?:for\s)?[^\W\d_a-z][\w.’'&-]*(?:[\s,]+[\w.’'&-]+){0,6}"
_END = r"[.!?\"”’)]\s"
_SLASHED = re.compile(rf"\(\s?{_PERSON}\s?(?:/|--|—|–)\s?{_HOUSE}\s?\)$")
_UNBRACKETED = re.compile(
    rf"(?:^|(?<={_END})){_PERSON}\s?/\s?{_HOUSE}$|(?<={_END})[|/]\s?{_PERSON}(?:\s?/\s?|\sfor\s){_HOUSE}$"
)
_BRACKETED = re.compile(rf"(?<={_END})\({_NAME}(?:\s{_NAME}){{0,4}}\)$")
# A credit stuck to the full stop of the caption: a page's elements run together when it is saved as text.
_STUCK = re.compile(rf"(?<=[a-z\d][.!?\"”]){_NAME}(?:(?:\s|\s?/\s?)(?:{_NAME}|of|the|for|and|via)){{0,6}}$")
_DATED = re.compile(r"\(Published\s[^()]{6,40}\d{4}\)$")
_FILE_PHOTO = re.compile(r"FILE\s?[-–—]|In this .{0,80}\b(?:photo|image|frame grab|photograph)\b.{0,80},", re.I)
_LINE = re.compile(r"photos? (?:credit|courtesy|by|via|provided)\b", re.I)


def is_caption(text: str, *, top: bool = False) -> bool:
    """Tell whether a paragraph, white space collapsed, stands under a picture; `top` says that it opens the page.

    Only there does a bare name in brackets credit a picture: at the end of a report it is the agency that sent it.
    """
    if len(text) > _LONGEST:
        return len(text) <= _LONGEST_GALLERY and bool(_label().match(text) and _button().search(text))
    if _label().match(text) or _FILE_PHOTO.match(text) or _button().search(text):
        return True
    return _credited(text) or (top and bool(_BRACKETED.search(text)))


def repeats(caption: str, text: str) -> bool:
    """Tell whether a paragraph says a caption again, with or without its label and credit."""
    one, other = _core(caption), _core(text)
    shorter = min(one, other, key=len)
    return len(shorter.split()) >= _WORDS and (one.startswith(other) or other.startswith(one))


def _credited(text: str) -> bool:
    bracket = text[text.rfind("(") + 1 : -1].strip() if text.endswith(")") else ""
    if bracket and (_credit().match(bracket) or _SLASHED.search(text)):
        return True
    if _DATED.search(text) or _agency().search(text):
        return True
    return not terminated(text) and bool(_LINE.match(text) or _UNBRACKETED.search(text) or _stuck(text))


def _stuck(text: str) -> bool:
    m = _STUCK.search(text)
    return m is not None and len(text[: m.start()].split()) >= _WORDS


def _core(text: str) -> str:
    text = _label().sub("", text, count=1)
    if m := _STUCK.search(text):
        text = text[: m.start()]
    return " ".join(re.findall(r"\w+", text.casefold()))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"{either(load('captions')['labels'])}\s?:\s?", re.I)


@cache
def _credit() -> re.Pattern[str]:
    lists = load("captions")
    return re.compile(rf"(?:{'|'.join(lists['credits'])})|{either(lists['platforms'])}$", re.I)


@cache
def _agency() -> re.Pattern[str]:
    agencies = either(load("captions")["agencies"])
    return re.compile(rf"(?:^|(?<={_END})|(?<=[.!?\"”’)])|\bvia\s)(?:{_PERSON}\s?/\s?)?{agencies}$")


@cache
def _button() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s){either(load('captions')['buttons'])}(?:\s|$)|\bimage \d+ of\b", re.I)
