"""A report arranged for reading: what every format shows, in which order and in which words.

Each string is one line that is harmless to show; a format still escapes what its own syntax would obey.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verify.model import Decision, Kind, Level, Verdict
from verify.report.quotation import Quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a verdict is shown: symbol, word in a table, heading of its section, word after one and after many."""

    symbol: str
    word: str
    heading: str
    one: str
    many: str


WORDING: dict[Verdict, Wording] = {
    "conflict": Wording(symbol="✗", word="conflict", heading="Conflicts", one="conflict", many="conflicts"),
    "agree-by-sum": Wording(
        symbol="Σ", word="agree by sum", heading="Agree by sum", one="agrees by sum", many="agree by sum"
    ),
    "agree": Wording(symbol="✓", word="agree", heading="Agree", one="agrees", many="agree"),
    "update": Wording(symbol="↑", word="update", heading="Updates", one="update", many="updates"),
    "compatible": Wording(symbol="≈", word="compatible", heading="Compatible", one="compatible", many="compatible"),
    "single-source": Wording(
        symbol="○", word="single source", heading="Single source", one="single source", many="single source"
    ),
}
FLAG = "⚑"
LOOKS: dict[str, Wording] = {
    **{str(verdict): wording for verdict, wording in WORDING.items()},
    "flag": Wording(symbol=FLAG, word="flag", heading="Flags", one="flag", many="flags"),
}
"""What a row of the table can be: a fact of some verdict, or a flag."""
SETTLED: frozenset[Verdict] = frozenset({"agree-by-sum", "agree", "compatible"})
"""Verdicts that leave nothing to decide."""
LABEL = 80
CELL = 48
NOTHING = "–"
OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as reports name it: by a letter, with what is known about it."""

    letter: str
    id: str
    path: str
    title: str | None
    outlet: str | None
    published: str | None
    words: int
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where words stand: `place` is path:line:column, `anchor` names the words in a page that holds the articles."""

    letter: str
    place: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words in their place."""

    spot: Spot
    quotation: Quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one article says of a fact, where, and where it says the same again; `manner` is who said it and how."""

    passage: Passage
    value: str
    manner: str
    repeats: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What one source says: its letter, its day or nothing, the value in words, where it begins and ends on the scale from 0 to 100."""

    letter: str
    when: str
    said: str
    first: float
    last: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The points in the order of time; `moves` says that the figure moved, so that a line through them means something."""

    points: tuple[Point, ...]
    moves: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fact with all that is said of it; `extent` holds the range of its values and how many origins it has, `chart` figures that differ."""

    id: str
    kind: Kind
    verdict: Verdict
    label: str
    extent: str
    reason: str
    statements: tuple[Statement, ...]
    decision: Decision | None
    chart: Chart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearly:
    """Two statements of different sources that may be of one fact: an editor looks at them."""

    label: str
    reason: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The findings of one verdict."""

    verdict: Verdict
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A flag with its places, the primary one first."""

    id: str
    check: str
    severity: Level
    confidence: Level
    message: str
    passages: tuple[Passage, ...]
    decision: Decision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed:
    """A finding that a person dismissed, by what it is about."""

    about: str
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A fact that several articles speak of, or a flag: what each says, in the order of the sources."""

    look: Verdict | Literal["flag"]
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that was read but not compared; `place` and `anchor` are empty where it has none."""

    what: str
    place: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchecked:
    """All that was read but not compared for one reason."""

    reason: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A report arranged for reading; `reach` says how much of it two sources share, nothing where there is but one article."""

    totals: tuple[str, ...]
    tally: tuple[str, ...]
    reach: str
    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    doubtful: tuple[Question, ...]
    near: tuple[Nearly, ...]
    rows: tuple[Row, ...]
    dismissed: tuple[Dismissed, ...]
    unchecked: tuple[Unchecked, ...]

    @property
    def folded(self) -> str:
        """How many flags are folded away, and of which confidence."""
        levels = " or ".join(dict.fromkeys(q.confidence for q in reversed(self.doubtful)))
        more = "more " if self.questions else ""
        return counted(len(self.doubtful), f"{more}flag", f"{more}flags") + f" of {levels} confidence"


def counted(number: int, one: str, many: str) -> str:
    """Return the number with the noun that suits it."""
    return f"{number:,} {one if number == 1 else many}"
