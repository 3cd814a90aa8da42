"""What was not checked, arranged for reading."""

from __future__ import annotations

from collections.abc import Iterable

from verify.model import NotChecked, Span
from verify.report.index import Index, anchor, place
from verify.report.inert import clip, one_line, visible
from verify.report.sheet import CELL, LABEL, Item, Unchecked


def unchecked(index: Index, entries: Iterable[NotChecked]) -> tuple[Unchecked, ...]:
    """Return what was read but not compared, grouped by reason."""
    groups: dict[str, list[Item]] = {}
    for entry in entries:
        groups.setdefault(one_line(entry.reason).strip(), []).append(_item(index, entry))
    return tuple(Unchecked(reason=reason, items=tuple(items)) for reason, items in groups.items())


def _item(index: Index, entry: NotChecked) -> Item:
    article = index.articles.get(entry.article or "")
    what = clip(entry.what, LABEL)
    if article is None:
        return Item(what=what, place=visible(entry.article or ""), anchor="")
    if entry.start is None:
        return Item(what=what, place=visible(article.path or article.id), anchor="")
    span = Span(start=entry.start, end=entry.start if entry.end is None else entry.end)
    where = article.location(span)
    words = clip(where.quote, CELL)
    return Item(
        what=what if words in ("", clip(what, CELL)) else f"{what} “{words}”",
        place=place(article, where),
        anchor=anchor(index.letters[article.id], span.start, span.end) if where.quote else "",
    )
