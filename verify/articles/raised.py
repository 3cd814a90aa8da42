"""Raised figures: the mark of a note is no part of a number, a power is not written on into one."""

from __future__ import annotations

import re

_MARK = re.compile(r"\[?\d{1,3}\]?(?:\s?[,–-]\s?\[?\d{1,3}\]?)*")
_POWER = re.compile(r"[-−–]?\d{1,3}")
_BASE = re.compile(r"(?<![\d.,])10|\b[^\W\d_]")
"""Ten, and a letter for a quantity or a metre, have powers; another number or word has notes."""
_UNIT = re.compile(r"\b(?:[kcdm]m|mi|ft|yd)")
_AREA = ("2", "3")
_RAISED = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
_SHORT = 12
_SLASHES = ("/", "⁄")


def raised(mark: str, *, before: str, after: str, linked: bool = False) -> str:
    """Return how what is raised reads in a line of text, between what stands before it and after it."""
    mark, before = mark.strip(), before[-_SHORT:]
    if after.startswith(_SLASHES) and mark.isdecimal():
        return f" {mark}" if before[-1:].isdecimal() else mark
    if linked and _MARK.fullmatch(mark):
        return ""
    if _POWER.fullmatch(mark) and (not mark[0].isdecimal() or _has_power(before, mark)):
        return mark.translate(_RAISED)
    return "" if _MARK.fullmatch(mark) and before.strip() else mark


def _has_power(before: str, mark: str) -> bool:
    ends = (_BASE, _UNIT) if mark in _AREA else (_BASE,)
    return any(re.search(rf"(?:{end.pattern})\Z", before) for end in ends)
