"""Title, outlet and date of publication as the text itself states them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from verify.articles.dates import full_dates
from verify.articles.frontmatter import domain, front_matter
from verify.articles.furniture import stamp_label
from verify.articles.zoning import zones
from verify.model import Article, Zone

_SHORTEST_TITLE = 3
_LONGEST_DATE_LINE = 16
_SOURCE = re.compile(r"(?:source|via)\s?:\s?(\S+)$", re.I)
_REVISED = re.compile(r"(?:last )?(?:updated|upd|modified)\b.*", re.I | re.S)


def prepare(article: Article) -> Article:
    """Return the article with its zones, and with the title, outlet and date that only its text states."""
    front = front_matter(article.text)
    article = replace(
        article,
        title=article.title or front.title,
        outlet=article.outlet or front.outlet,
        published=article.published or front.published,
    )
    found = zones(article)
    return replace(
        article,
        zones=found,
        title=article.title or _title(article.text, found),
        outlet=article.outlet or _outlet(article.text, found),
        published=article.published or _published(article.text, found),
    )


def _title(text: str, found: Sequence[Zone]) -> str | None:
    """Return the headline above the lead; a longer row of lines there is a list of links or of highlights."""
    top = [" ".join(text[zone.start : zone.end].split()) for zone in _before_lead(found) if zone.kind == "headline"]
    return top[0] if 0 < len(top) <= 2 and len(top[0].split()) >= _SHORTEST_TITLE else None


def _outlet(text: str, found: Sequence[Zone]) -> str | None:
    for words in _furniture(text, found):
        if (m := _SOURCE.match(words)) and (name := domain(m[1])):
            return name
    return None


def _published(text: str, found: Sequence[Zone]) -> date | None:
    """Return the date of a date line; without one, the only date above the lead; a date of revision comes last."""
    lines = list(_furniture(text, found))
    above = list(_furniture(text, _before_lead(found)))
    for days in (_labelled(lines), _certain(above), _revised(lines)):
        if days:
            return days[0]
    return None


def _labelled(lines: Sequence[str]) -> list[date]:
    first = (_REVISED.sub("", line) for line in lines if re.match(stamp_label(), line, re.I))
    return [day for line in first for day in full_dates(line)[:1]]


def _certain(lines: Sequence[str]) -> list[date]:
    short = [line for line in lines if len(line.split()) <= _LONGEST_DATE_LINE]
    days = {day for line in short for day in full_dates(_REVISED.sub("", line))}
    return list(days) if len(days) == 1 else []


def _revised(lines: Sequence[str]) -> list[date]:
    return [day for line in lines if (m := _REVISED.search(line)) for day in full_dates(m[0])[-1:]]


def _before_lead(found: Sequence[Zone]) -> Sequence[Zone]:
    lead = next((i for i, zone in enumerate(found) if zone.kind == "lead"), len(found))
    return found[:lead]


def _furniture(text: str, found: Sequence[Zone]) -> list[str]:
    return [text[zone.start : zone.end] for zone in found if zone.kind == "furniture"]
