"""The block between two lines of dashes at the top of a file, with what it says of the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from verify.articles.dates import full_dates
from verify.articles.drafts import cut

_LONGEST = 8_000
_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<inside>.*?)^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_LINE = re.compile(r"\s*(?:#.*|-\s.*|[A-Za-z][\w -]*:(?:\s.*)?|\s\S.*)?")
_PAIR = re.compile(r"([A-Za-z][\w -]*?)\s*:\s+(\S.*)")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d+)?(?:/\S*)?", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """Where the block ends in the text (0 without one), what it says, and what of it could not be read."""

    end: int = 0
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    problem: str | None = None


def front_matter(text: str) -> FrontMatter:
    """Return what the block at the top of a text says."""
    m = _BLOCK.match(text[:_LONGEST])
    if not m or not all(_LINE.fullmatch(line) for line in m["inside"].splitlines()):
        return FrontMatter()
    pairs = _pairs(m["inside"])
    if not pairs:
        return FrontMatter()
    stated = pairs.get("published") or pairs.get("date")
    days = full_dates(stated or "")
    return FrontMatter(
        end=m.end(),
        title=pairs.get("title"),
        outlet=_outlet(pairs),
        published=days[0] if days else None,
        problem=f"published: {stated!r} is no date, expected YYYY-MM-DD" if stated and not days else None,
    )


def domain(words: str) -> str | None:
    """Return the domain where the words are one, with or without the rest of an address."""
    m = _DOMAIN.fullmatch(words.strip())
    return m[1].lower() if m else None


def _pairs(inside: str) -> dict[str, str]:
    found = (_PAIR.fullmatch(line.strip()) for line in inside.splitlines())
    pairs = ((m[1].lower(), cut(m[2].strip().strip("\"'"))) for m in found if m)
    return {key: value for key, value in pairs if value}


def _outlet(pairs: dict[str, str]) -> str | None:
    stated = next((pairs[key] for key in ("outlet", "source", "publication", "url") if key in pairs), None)
    return (domain(stated) or stated) if stated else None
