"""The words of the project as frozen types: article, claim, link, fact, flag, report.

They know nothing of how they are made. `to_dict()` gives the form of the JSON contract, schema `verify-report/1`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Any, Literal, Protocol

from verify.errors import UsageError

Kind = Literal["count", "measure", "money", "percent", "age", "date", "place", "person", "role", "quote", "event"]
ZoneKind = Literal["headline", "lead", "body", "caption", "furniture"]
Relation = Literal["equal", "contains", "overlaps", "disjoint", "sum", "unknown"]
Verdict = Literal["agree", "agree-by-sum", "compatible", "update", "conflict", "single-source"]
Level = Literal["low", "medium", "high"]

VERDICTS: tuple[Verdict, ...] = ("conflict", "agree-by-sum", "agree", "update", "compatible", "single-source")
"""In the order in which reports show them."""

LEVELS: tuple[Level, ...] = ("low", "medium", "high")


def digest(*parts: object) -> str:
    """Return ten hexadecimal digits that depend on the parts alone."""
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:10]


class Value(Protocol):
    """A normalised value; the types stand in `verify.values`."""

    def to_dict(self) -> dict[str, Any]:
        """Return the value in the form of the JSON contract."""

    def label(self) -> str:
        """Return the value in the few words that a table cell holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half-open range of characters of an article's text."""

    start: int
    end: int

    def to_dict(self) -> dict[str, int]:
        """Return start and end."""
        return {"start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A part of an article: headline, lead, body, caption or furniture (what is no statement of the article)."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One source text with what is known about it; `path` is as the user gave it, None for a text from memory."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    path: str | None = None
    zones: tuple[Zone, ...] = ()
    origin: str = ""

    @classmethod
    def from_text(
        cls,
        *,
        id: str,
        text: str,
        title: str | None = None,
        outlet: str | None = None,
        published: date | str | None = None,
    ) -> Article:
        """Make an article of a text; `published` is a date or an ISO string. Raises UsageError for another string."""
        return cls(id=id, text=text, title=title, outlet=outlet, published=_day(published))

    def with_zones(self, zones: tuple[Zone, ...]) -> Article:
        """Return the article with its zones."""
        return replace(self, zones=zones)

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1."""
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def location(self, span: Span) -> Location:
        """Return the span with what a reader needs to find it."""
        line, column = self.position(span.start)
        return Location(
            article=self.id,
            start=span.start,
            end=span.end,
            line=line,
            column=column,
            quote=self.text[span.start : span.end],
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the article without its text."""
        return {
            "id": self.id,
            "path": self.path,
            "title": self.title,
            "outlet": self.outlet,
            "published": self.published.isoformat() if self.published else None,
            "words": len(self.text.split()),
            "origin": self.origin or self.id,
        }


@lru_cache(maxsize=128)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(i + 1 for i, c in enumerate(text) if c == "\n"))


def _day(value: date | str | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        raise UsageError(f"published: {value!r} is no date, expected YYYY-MM-DD") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A span that a report points at; line and column count from 1."""

    article: str
    start: int
    end: int
    line: int
    column: int
    quote: str

    def to_dict(self) -> dict[str, Any]:
        """Return the location in the form of the JSON contract."""
        return {
            "article": self.article,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "column": self.column,
            "quote": self.quote,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What is counted or measured: its words as written, the lemma of its head, the lemmas of its modifiers."""

    text: str
    head: str
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Who is behind a statement: speaker, cue verb, whether the words are quoted, whether they are hedged."""

    speaker: str | None = None
    cue: str | None = None
    direct: bool = False
    hedged: bool = False


UNATTRIBUTED = Speech()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable statement with a normalised value; says nothing about truth.

    `predicate` is the lemma of the event, `place` and `time` are values of their own where they could be read, `participants` are the
    names (countries, people, organisations) that the event's clause mentions.
    """

    kind: Kind
    location: Location
    zone: ZoneKind
    sentence: Span
    value: Value
    thing: Thing | None = None
    subject: str | None = None
    predicate: str | None = None
    agent: str | None = None
    patient: str | None = None
    place: Value | None = None
    time: Value | None = None
    participants: tuple[str, ...] = ()
    negated: bool = False
    speech: Speech = UNATTRIBUTED

    @property
    def id(self) -> str:
        """Identifier that depends on the article, the place in it, the kind and the value."""
        place = self.location
        return "c-" + digest(place.article, place.start, place.end, self.kind, self.value.label(), self.subject)

    @property
    def article(self) -> str:
        """Identifier of the article."""
        return self.location.article

    def to_dict(self) -> dict[str, Any]:
        """Return the claim in the form of the JSON contract."""
        return {
            "id": self.id,
            "kind": self.kind,
            "zone": self.zone,
            **self.location.to_dict(),
            "sentence": self.sentence.to_dict(),
            "value": self.value.to_dict(),
            "thing": self.thing.text if self.thing else None,
            "subject": self.subject,
            "predicate": self.predicate,
            "agent": self.agent,
            "patient": self.patient,
            "place": self.place.label() if self.place else None,
            "time": self.time.label() if self.time else None,
            "negated": self.negated,
            "attributed_to": self.speech.speaker,
            "cue": self.speech.cue,
            "direct": self.speech.direct,
            "hedged": self.speech.hedged,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung of the comparison of two claims: what was seen, and what it weighs."""

    label: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two claims compared: the steps say whether they are the same fact, the relation compares their values."""

    left: str
    right: str
    steps: tuple[Step, ...]
    relation: Relation

    @property
    def weight(self) -> float:
        """Sum of the steps; above zero the two claims are more likely one fact than not."""
        return round(sum(s.weight for s in self.steps), 3)

    def to_dict(self) -> dict[str, Any]:
        """Return the link in the form of the JSON contract."""
        steps = [{"label": s.label, "weight": s.weight} for s in self.steps]
        return {
            "left": self.left,
            "right": self.right,
            "weight": self.weight,
            "steps": steps,
            "relation": self.relation,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A cluster of linked claims and what the sources, taken together, say of it; low and high span the values."""

    kind: Kind
    label: str
    verdict: Verdict
    reason: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    links: tuple[Link, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str | None = None

    @property
    def id(self) -> str:
        """Identifier that depends on the claims."""
        return "f-" + digest(*sorted(self.claims))

    def to_dict(self) -> dict[str, Any]:
        """Return the fact in the form of the JSON contract."""
        return {
            "id": self.id,
            "kind": self.kind,
            "label": self.label,
            "verdict": self.verdict,
            "reason": self.reason,
            "low": self.low,
            "high": self.high,
            "unit": self.unit,
            "claims": list(self.claims),
            "origins": list(self.origins),
            "links": [link.to_dict() for link in self.links],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something an editor should look at, found by a check; severity is how bad if true, confidence how likely true."""

    check: str
    severity: Level
    confidence: Level
    message: str
    primary: Location
    related: tuple[Location, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Identity that survives edits elsewhere: the check, the article and the words pointed at."""
        return digest(self.check, self.primary.article, self.primary.quote, *(r.quote for r in self.related))

    @property
    def id(self) -> str:
        """Identifier within a report."""
        return "g-" + digest(self.fingerprint, self.primary.start)

    def to_dict(self) -> dict[str, Any]:
        """Return the flag in the form of the JSON contract."""
        return {
            "id": self.id,
            "check": self.check,
            "severity": self.severity,
            "confidence": self.confidence,
            "message": self.message,
            "primary": self.primary.to_dict(),
            "related": [r.to_dict() for r in self.related],
            "fingerprint": self.fingerprint,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class NotChecked:
    """Anything given or read but not compared, with the reason."""

    what: str
    reason: str
    article: str | None = None
    start: int | None = None
    end: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the entry in the form of the JSON contract."""
        return {"what": self.what, "article": self.article, "start": self.start, "end": self.end, "reason": self.reason}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """What made a report."""

    name: str
    version: str
    pipeline: str
    encoder: str

    def to_dict(self) -> dict[str, str]:
        """Return the tool in the form of the JSON contract."""
        return {"name": self.name, "version": self.version, "pipeline": self.pipeline, "encoder": self.encoder}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of a cross-check; facts stand in the order of `VERDICTS`, flags by confidence and severity."""

    tool: Tool
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    flags: tuple[Flag, ...]
    not_checked: tuple[NotChecked, ...]
    report_id: str

    def summary(self) -> dict[str, int]:
        """Return the number of facts per verdict and of flags per check."""
        out: dict[str, int] = dict.fromkeys(VERDICTS, 0)
        for fact in self.facts:
            out[fact.verdict] += 1
        for flag in self.flags:
            out[flag.check] = out.get(flag.check, 0) + 1
        return out

    def claim_by_id(self) -> Mapping[str, Claim]:
        """Return the claims by their identifiers."""
        return {claim.id: claim for claim in self.claims}

    def article_by_id(self) -> Mapping[str, Article]:
        """Return the articles by their identifiers."""
        return {article.id: article for article in self.articles}

    def to_dict(self) -> dict[str, Any]:
        """Return the report in the form of the JSON contract, schema `verify-report/1`."""
        return {
            "schema": "verify-report/1",
            "report_id": self.report_id,
            "tool": self.tool.to_dict(),
            "articles": [a.to_dict() for a in self.articles],
            "claims": [c.to_dict() for c in self.claims],
            "facts": [f.to_dict() for f in self.facts],
            "flags": [f.to_dict() for f in self.flags],
            "not_checked": [n.to_dict() for n in self.not_checked],
            "summary": self.summary(),
        }
