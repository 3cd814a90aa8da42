"""What a claim kind is: how its claims are read, what of them is compared, how their values relate and move, and how a fact of them is called.

Each file of this package defines one as `KIND`; nothing outside the package asks for a kind by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from verify.model import Claim, Kind, Relation, SlotName
from verify.values.interval import Interval

AGREEING: frozenset[Relation] = frozenset({"equal", "contains", "overlaps"})

if TYPE_CHECKING:
    from verify.language.reading import Reading


class Slot(Enum):
    """What of two claims is compared, each by one comparison of the ladder."""

    THING = auto()
    MODIFIERS = auto()
    UNIQUENESS = auto()
    EVENT = auto()
    PARTIES = auto()
    OCCASION = auto()
    OUTLOOK = auto()
    DAY = auto()
    LEAD = auto()
    PLACE = auto()
    TIME = auto()
    NAMES = auto()
    ARTICLES = auto()
    UNIT = auto()
    DIRECTION = auto()
    SUBJECT = auto()
    WORDS = auto()
    MEASURE = auto()
    ENTITY = auto()
    PERIOD = auto()
    SCENARIO = auto()
    RIVALS = auto()
    SENTENCE = auto()
    TOPIC = auto()
    OFFICE = auto()
    NUMBERED = auto()
    AROUND = auto()
    COPY = auto()
    BRAND = auto()
    BRIEF = auto()
    MEANING = auto()
    NEAREST = auto()
    VALUE = auto()
    DIGITS = auto()
    ELSEWHERE = auto()
    GROWTH = auto()
    SCOPE = auto()


AS_READ = (Slot.MEANING, Slot.NEAREST, Slot.VALUE, Slot.DIGITS, Slot.ELSEWHERE, Slot.GROWTH, Slot.SCOPE)
"""What is compared last of the kinds that the sameness model reads: their meaning, and how their values lie to each other."""


class Number(Enum):
    """What the number of a quantity is: so many things, so much of a unit, a share of something."""

    COUNT = auto()
    AMOUNT = auto()
    SHARE = auto()


HARM_DONE, MONEY, NAMES, DATES, OTHER = range(5)
"""What weighs in a conflict, the gravest first: people harmed, money, who it is, when and where."""


def always(*_: object) -> bool:
    """Return True."""
    return True


def never(*_: object) -> bool:
    """Return False."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKind:
    """One kind of claim; `focus` is the slot that its value fills.

    `values` says how the values of two claims relate, be they denied or not; of a `detail` a denial is a part of the value.
    `slots` are compared in this order, `in_context` in their place where both claims have a context (amounts of a measure); claims that share
    one of the slots `blocks` are compared at all. Kinds of one `family` are, too: an event without a number and a count of it; `bare` marks the
    kind that leaves the other's number out. `number` says what the number of a quantity is, `adds` that parts make wholes.
    `plain` says whether a claim may be held against another, `meets` whether two of them are of one sort, `contested` whether its article
    leaves open what it is of, `implied` whether no words state the value, `fuller` that a value within another is the same one told less fully
    (a surname, a quotation cut short), so that the two agree, `verbatim` that the words are the value, so that one utterance in other words is
    another value. `follows` says whether a later article can have another value, the
    days between them given; `moves` is what such a value is called.
    A `detail` is told only where sources differ in it, and not where the other article has it too: `says` tells whether a claim of that
    article has the value, `mentioned` whether the article, where another claim stands in its place, has it in any other words.
    `title` is what a fact of such claims can be called, the shortest first, `stakes` how grave a conflict over them is.
    `masked` gives the words of a claim without its value, for the sameness model; kinds without
    it are not read. Where the `name_is_value`, values are hidden apart from numbers and days, which need the names around them.
    """

    name: Kind
    focus: SlotName
    extract: Callable[[Reading], Iterator[Claim]]
    values: Callable[[Claim, Claim], Relation]
    slots: tuple[Slot, ...]
    blocks: tuple[Slot, ...]
    title: Callable[[Sequence[Claim]], tuple[str, ...]]
    in_context: tuple[Slot, ...] = ()
    family: str = ""
    bare: bool = False
    number: Number | None = None
    adds: bool = False
    plain: Callable[[Claim], bool] = always
    meets: Callable[[Claim, Claim], bool] = always
    contested: Callable[[Claim, Sequence[Claim]], bool] = never
    follows: Callable[[Claim, Claim, int], bool] = never
    implied: Callable[[Claim], bool] = never
    fuller: bool = False
    verbatim: bool = False
    detail: bool = False
    says: Callable[[Claim, Claim], bool] = never
    mentioned: Callable[[Claim, Claim, Reading], bool] = never
    masked: Callable[[Claim], str] | None = None
    name_is_value: bool = False
    moves: str = "figure"
    stakes: int = OTHER

    @property
    def counts(self) -> bool:
        """Whether it tells how many things there are."""
        return self.number is Number.COUNT

    @property
    def amounts(self) -> bool:
        """Whether it tells how much there is of a unit, or a share."""
        return self.number in {Number.AMOUNT, Number.SHARE}

    def compare(self, left: Claim, right: Claim) -> Relation:
        """Return how two claims compare: one denied excludes one that is not, and what holds on a condition bears nothing out."""
        if self.detail:
            return self.values(left, right)
        if denied(left) != denied(right):
            return "disjoint"
        found = self.values(left, right)
        conditional = (left.modality == "hypothetical") != (right.modality == "hypothetical")
        return "unknown" if found == "equal" and conditional else found

    def contradict(self, left: Claim, right: Claim) -> bool:
        """Return whether one claim denies the number that the other states; a denied event has no day or place to contradict."""
        number = isinstance(left.value, Interval) and denied(left) != denied(right)
        return number and not self.detail and self.values(left, right) == "equal"


def denied(claim: Claim) -> bool:
    """Return whether a claim is denied; "nobody died" states a count of none."""
    return claim.negated and not (isinstance(claim.value, Interval) and claim.value.high == 0)
