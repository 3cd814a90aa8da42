"""What comes of comparing claims: links, facts, flags, and what was not checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from verify.model.article import Location
from verify.model.kinds import Kind, Level, Relation, Verdict, digest


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

    @property
    def probability(self) -> float:
        """Chance that the two claims are one fact, by the weight as odds in bits."""
        return round(1 / (1 + 2**-self.weight), 3)

    def to_dict(self) -> dict[str, Any]:
        """Return the link in the form of the JSON contract."""
        steps = [{"label": s.label, "weight": s.weight} for s in self.steps]
        return {
            "left": self.left,
            "right": self.right,
            "weight": self.weight,
            "probability": self.probability,
            "steps": steps,
            "relation": self.relation,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A cluster of linked claims and what the sources, taken together, say of it; low and high span the values.

    `label` is its title, a phrase that tells an editor what it is about, with "…" where it would tell the value.
    """

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
            "title": self.label,
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
class NearMiss:
    """Two claims of different sources whose values differ, which fell short of one fact: an editor looks at them."""

    label: str
    reason: str
    link: Link

    def to_dict(self) -> dict[str, Any]:
        """Return the pair in the form of the JSON contract."""
        return {"label": self.label, "reason": self.reason, "link": self.link.to_dict()}


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
