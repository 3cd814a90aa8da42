"""A saved web page → the article on it, through trafilatura."""

from __future__ import annotations

import re
from pathlib import PurePath

from verify.articles.apart import paragraphs_of
from verify.articles.drafts import OWN, Draft, Drafts, composed, named, refused
from verify.articles.logs import silence
from verify.articles.markup import open_up, stated_day
from verify.articles.unshown import take_hidden, take_out

_LONGEST = 5_000_000
_MOST_TAGS, _MOST_ATTRIBUTES = 60_000, 500
"""Of a page, and of one tag; the parser compares each attribute of a tag with each."""
_TAG = re.compile(rb"<[a-zA-Z](?:[^\"'<>]|\"[^\"]*\"|'[^']*')*+")
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
_NAME_END = re.compile(rb"[\s/=]+")
_OWN = b'<meta name="generator" content="verify">'
_TOP = 1_000


def read_webpage(place: PurePath, data: bytes) -> Drafts:
    """Yield the article on a saved web page: title, byline, outlet and date as front matter, then its paragraphs."""
    if len(data) > _LONGEST:
        yield refused(place, f"a web page of {len(data):,} bytes, expected at most {_LONGEST:,}")
        return
    if problem := _too_intricate(data):
        yield refused(place, problem)
        return
    if _OWN in data[:_TOP]:
        yield refused(place, OWN)
        return
    text = _extracted(data)
    if text is None:
        yield refused(place, "a web page without an article on it, expected the saved page of one article")
        return
    yield Draft(place=place.as_posix(), text=text, name=named(place))


def _too_intricate(data: bytes) -> str | None:
    """Return what makes a page one that nobody wrote for readers, before a parser spends minutes on it."""
    if (tags := data.count(b"<")) > _MOST_TAGS:
        return f"a web page of {tags:,} tags, expected at most {_MOST_TAGS:,}"
    for tag in _TAG.finditer(data):
        # Each attribute is a name and a value at most.
        if len(_NAME_END.split(_QUOTED.sub(b"x", tag[0]), 2 * _MOST_ATTRIBUTES)) > 2 * _MOST_ATTRIBUTES:
            return f"a web page with a tag of more than {_MOST_ATTRIBUTES:,} attributes, expected fewer"
    return None


def _extracted(data: bytes) -> str | None:
    from trafilatura import bare_extraction, load_html
    from trafilatura.metadata import extract_metadata

    silence("trafilatura", "htmldate", "courlan")
    tree = load_html(data)
    if tree is None:
        return None
    stated = stated_day(tree)
    take_out(tree)
    open_up(tree)
    # Hidden parts of a page tell who wrote it, and when. A date that is guessed from the text would date every "Sunday" in it.
    known = extract_metadata(tree, date_config={"extensive_search": False, "original_date": True})
    take_hidden(tree)
    page = bare_extraction(tree, url=known.url, include_comments=False)
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        return None
    return composed(
        "\n\n".join(paragraphs_of(tree, str(page.text))) + "\n",
        title=known.title,
        outlet=known.sitename or known.hostname,
        published=stated or known.date,
        author=known.author,
    )
