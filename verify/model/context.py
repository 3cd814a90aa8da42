"""What an amount of a measure is told of: which measure, whose, of which period, in which scenario."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scenario = Literal["result", "forecast", "outside forecast"]
Aspect = Literal["level", "change", "earlier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Names, and words for things and parts of the whole, that a measure is of; both empty where nothing is told.

    `place` is where the clause is set, of an entity without names: "in Peru, turnout reached 71 percent".
    `implied` is the firm that the article is about where a measure that firms bear has no other name; `unnamed` marks "the company" of an
    article that names none, `firm` a sentence that names the firm which its article is about.
    """

    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    place: str | None = None
    implied: str | None = None
    unnamed: bool = False
    firm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingPeriod:
    """A reporting period: `kind` (quarter, half, year, month), which one of its year, its year, and "last" or "next" where that is all."""

    kind: str
    number: int | None = None
    year: int | None = None
    relative: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureContext:
    """What an amount must share with another to be held against it.

    The aspect "earlier" marks what an amount is compared with; `listed` marks one of several whose order only tells which is whose
    ("respectively").
    """

    measure: str
    entity: Entity
    period: ReportingPeriod | None
    scenario: Scenario
    aspect: Aspect
    listed: bool = False
