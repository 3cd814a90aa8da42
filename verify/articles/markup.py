"""What a page says of itself in its markup, and the parts of an article that its markup hides from the extraction of text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from verify.lists import load

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CAPTION = 6
"""Words from which on a caption says something; a shorter one is a credit."""
_LABEL = "Caption: "
"""What makes a paragraph a caption to whoever reads the text."""
_DEEPEST = 6


def stated_day(tree: HtmlElement) -> str | None:
    """Return the day of publication that the markup of a page states, which holds before one in its address."""
    for told in (*_linked_data(tree), *_metas(tree)):
        if (m := _DAY.match(told.strip())) and _is_day(m):
            return m[0]
    return None


def _is_day(m: re.Match[str]) -> bool:
    try:
        return bool(date(int(m[1]), int(m[2]), int(m[3])))
    except ValueError:
        return False


def _linked_data(tree: HtmlElement) -> Iterator[str]:
    """Yield the days of publication of the articles in the JSON-LD of a page."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        yield from _days(found, 0)


def _days(node: Any, depth: int) -> Iterator[str]:
    """Yield the days of publication in a node of JSON-LD that is an article, or in the nodes that it lists."""
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for part in node:
            yield from _days(part, depth + 1)
    elif isinstance(node, dict):
        told = node.get("datePublished")
        if isinstance(told, str) and "Article" in str(node.get("@type")):
            yield told
        yield from _days(node.get("@graph", []), depth + 1)


def _metas(tree: HtmlElement) -> Iterator[str]:
    names = frozenset(load("furniture")["published_metas"])
    for meta in tree.iter("meta"):
        told = {(meta.get(key) or "").lower() for key in ("property", "name", "itemprop")}
        if told & names:
            yield meta.get("content") or ""


def open_up(tree: HtmlElement) -> None:
    """Change a page so that an article in an aside, a lead that is styled as a teaser, and captions are read as text."""
    for aside in tree.xpath("//aside[.//article]"):
        _plain(aside, "div")
    for teaser in tree.xpath("//article//*[contains(@class, 'teaser')][not(.//a)][not(ancestor::aside)]"):
        _plain(teaser, teaser.tag)
    for caption in tree.xpath("//*[self::article or self::main]//figcaption[not(ancestor::aside)]"):
        if len(caption.text_content().split()) >= _CAPTION:
            caption.text = _LABEL + (caption.text or "").lstrip()
            _plain(caption, "p")
            _lift(caption)


def _plain(element: HtmlElement, tag: str) -> None:
    """Give an element a tag and take away what tells its style."""
    element.tag = tag
    for name in ("class", "id", "role"):
        element.attrib.pop(name, None)


def _lift(caption: HtmlElement) -> None:
    """Put a caption behind its figure, with which it would be left out."""
    figure = next((a for a in caption.iterancestors("figure")), None)
    if figure is not None:
        caption.tail = None
        figure.addnext(caption)
