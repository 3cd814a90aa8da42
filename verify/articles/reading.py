"""A draft → an article, or the reason why it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.articles.drafts import Draft, refused
from verify.articles.english import other_language
from verify.articles.frontmatter import front_matter
from verify.articles.metadata import prepare
from verify.model import Article, NotChecked

MOST = 80_000
"""Characters of the longest article that is read, some 13,000 words; a longer text is a book or a dump of a site."""
MOST_ENDS, FEW_ENDS, SHORT = 2_500, 300, 20
"""Stops and line ends as `verify.language.parsed` counts sentences, told before anything is read; each costs some 3 ms."""
_END = re.compile(r"(?<![.!?…])[.!?…]++(?=\W)|\n")

FURNITURE = "only links and other page furniture, expected the text of an article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one draft: an article or none, and what a reader must know."""

    article: Article | None
    not_checked: tuple[NotChecked, ...] = ()


def finish(draft: Draft, *, id: str) -> Reading:
    """Return the article that a draft makes; a draft that is none becomes an entry of what was not checked."""
    text = draft.text
    article = prepare(Article(id=id, text=text, path=draft.place))
    if language := other_language(_statements(article)):
        return _rejected(draft, f"written in {language}, expected English")
    notes = (draft.note, front_matter(text).problem, None if _has_words(article) else FURNITURE)
    entries = tuple(NotChecked(what=draft.place, reason=reason, article=id) for reason in notes if reason)
    return Reading(article=article, not_checked=entries)


def beyond(draft: Draft) -> NotChecked | None:
    """Return the entry for a draft that is more than an article, None for one that is not."""
    if len(draft.text) > MOST:
        return refused(draft.place, f"{len(draft.text):,} characters, expected an article of at most {MOST:,}")
    most = min(MOST_ENDS, FEW_ENDS + len(draft.text) // SHORT)
    if (ends := sum(1 for _ in _END.finditer(draft.text))) > most:
        return refused(
            draft.place, f"{ends:,} stops and line ends, expected at most {most:,} in an article of its length"
        )
    return None


def _has_words(article: Article) -> bool:
    return any(zone.kind != "furniture" for zone in article.zones)


def _statements(article: Article) -> str:
    return "\n".join(article.text[zone.start : zone.end] for zone in article.zones if zone.kind in ("lead", "body"))


def _rejected(draft: Draft, reason: str) -> Reading:
    return Reading(article=None, not_checked=(refused(draft.place, reason),))
