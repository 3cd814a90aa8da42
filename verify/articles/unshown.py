"""What stands in the markup of a page and is no part of its text: words struck out, marks of notes, what no page shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verify.articles.raised import raised

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STRUCK = ("del", "s", "strike")
_NEVER = ("template", "noscript")
_HIDDEN = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)
_WHOLE = frozenset(("html", "body"))
"""Hidden until a script has run: a page of which nothing is ever shown is no page."""
_INLINE = frozenset(("a", "b", "em", "font", "i", "span", "strong", "u"))


def take_hidden(tree: HtmlElement) -> None:
    """Take out of a page what none of its readers see, and of the rest how it is set."""
    for element in [*tree.iter(*_NEVER), *tree.xpath("//*[@hidden or @style]")]:
        if element.tag not in _WHOLE and (element.tag in _NEVER or _is_hidden(element)):
            _drop(element)
        else:
            # The extraction of text takes "overflow: hidden" for hidden.
            element.attrib.pop("style", None)


def _is_hidden(element: HtmlElement) -> bool:
    # What is "until-found" is shown to who searches the page for it.
    if element.get("hidden", "until-found").strip().lower() != "until-found":
        return True
    return bool(_HIDDEN.search(element.get("style", "")))


def take_out(tree: HtmlElement) -> None:
    """Change a page so that its text is what its writers stand by, in the line."""
    for element in list(tree.iter(*_STRUCK)):
        _drop(element)
    for sup in list(tree.iter("sup")):
        _lower(sup)


def _drop(element: HtmlElement) -> None:
    """Take an element out and leave what follows it."""
    if element.getparent() is not None:
        element.drop_tree()


def _lower(sup: HtmlElement) -> None:
    """Write what is raised into the line."""
    text = sup.text_content()
    if not any(c.isdecimal() for c in text) or sup.getparent() is None:
        return
    link = next(sup.iterancestors("a"), None)
    linked = link is not None or sup.find(".//a") is not None
    line = raised(text, before=_before(sup), after=sup.tail or "", linked=linked)
    for child in list(sup):
        sup.remove(child)
    sup.text = line
    sup.drop_tag()
    if link is not None and not link.text_content().strip() and link.getparent() is not None:
        link.drop_tag()


def _before(element: HtmlElement) -> str:
    """Return text that stands before an element in its line."""
    previous = element.getprevious()
    if previous is not None:
        return str(previous.tail or (previous.text_content() if isinstance(previous.tag, str) else ""))
    parent = element.getparent()
    if parent is None or parent.text or parent.tag not in _INLINE:
        return (parent.text or "") if parent is not None else ""
    return _before(parent)
