"""An article as read: its parse with the places, dates, entities and speakers found in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from verify.language.dates import DateMention, dates
from verify.language.entities import Entities, entities
from verify.language.parsed import Parsed, Sentence, parse, unparsed
from verify.language.places import PlaceMention, places
from verify.language.speech import SpeechMap, speech
from verify.model import Article, Span
from verify.values.aliases import NO_ALIASES, Aliases

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """A parsed article with its mentions, in the order of the text."""

    parsed: Parsed
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    entities: Entities
    speech: SpeechMap
    aliases: Aliases = NO_ALIASES

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.parsed.article

    @property
    def doc(self) -> Doc:
        """The Doc over the article's whole text."""
        return self.parsed.doc

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that are no furniture."""
        return self.parsed.sentences

    def dates_in(self, span: Span) -> tuple[DateMention, ...]:
        """Return the dates that begin in a sentence."""
        first, after = (
            bisect_left(self.dates, end, key=lambda m: self.doc[m.first].idx) for end in (span.start, span.end)
        )
        return self.dates[first:after]

    def days_in(self, span: Span) -> list[tuple[date, date]]:
        """Return the first and the last day of each date in a sentence."""
        told = (m.value.days() for m in self.dates_in(span))
        return [days for days in told if days is not None]


def read(article: Article, *, pipeline: str | None = None, aliases: Aliases = NO_ALIASES) -> Reading:
    """Read an article whose zones are known; people and groups bear their house names."""
    return completed(parse(article, pipeline=pipeline), aliases)


def not_read(article: Article, reason: str, *, pipeline: str | None = None) -> Reading:
    """Return the reading of an article of which nothing was read, for a reason."""
    return completed(unparsed(article, reason, pipeline=pipeline), NO_ALIASES)


def completed(parsed: Parsed, aliases: Aliases) -> Reading:
    """Return a parse with the mentions in it."""
    found = entities(parsed, aliases)
    return Reading(
        parsed=parsed,
        places=places(parsed),
        dates=dates(parsed),
        entities=found,
        speech=speech(parsed, found),
        aliases=aliases,
    )
