"""The articles that a feed (RSS, Atom) links to."""

from __future__ import annotations

from verify.fetch.addresses import joined
from verify.fetch.web import Page

MOST = 20
"""Of one feed: the first, which are the latest, so that one address does not become a crawl."""
_OPENINGS = (b"<rss", b"<feed", b"<rdf:rdf")
_TOP = 2_000
_LINKS = (
    "//*[local-name()='item']/*[local-name()='link']/text() | "
    "//*[local-name()='entry']/*[local-name()='link'][not(@rel) or @rel='alternate']/@href"
)


def linked(page: Page) -> list[str] | None:
    """Return the addresses of a feed's articles, the first ones; None where a page is no feed."""
    if not any(opening in page.data[:_TOP].lower() for opening in _OPENINGS):
        return None
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        tree = etree.fromstring(page.data, parser)
    except etree.LxmlError:
        tree = None
    found = [] if tree is None else tree.xpath(_LINKS)
    return list(dict.fromkeys(joined(page.address, str(link).strip()) for link in found))[:MOST]
