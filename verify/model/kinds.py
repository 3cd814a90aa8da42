"""The closed words of the contract, and the digest that names things by their content."""

from __future__ import annotations

from hashlib import sha256
from typing import Literal

Kind = Literal[
    "count",
    "measure",
    "money",
    "percent",
    "age",
    "date",
    "place",
    "person",
    "name",
    "role",
    "quote",
    "event",
    "office",
    "identifier",
    "attribute",
    "statement",
    "trend",
    "wording",
    "dating",
    "tally",
    "rank",
]
SlotName = Literal[
    "number",
    "name",
    "role",
    "words",
    "attribute",
    "direction",
    "identifier",
    "polarity",
    "event",
    "subject",
    "thing",
    "agent",
    "patient",
    "place",
    "time",
    "measure",
    "entity",
    "period",
    "scenario",
]
ZoneKind = Literal["headline", "lead", "body", "caption", "furniture"]
Modality = Literal["asserted", "potential", "expected", "possible", "hypothetical"]
Relation = Literal["equal", "contains", "overlaps", "disjoint", "sum", "unknown"]
Verdict = Literal["agree", "agree-by-sum", "compatible", "update", "conflict", "single-source"]
Level = Literal["low", "medium", "high"]

VERDICTS: tuple[Verdict, ...] = ("conflict", "update", "agree-by-sum", "agree", "compatible", "single-source")
"""In the order in which reports show them."""

LEVELS: tuple[Level, ...] = ("low", "medium", "high")


def digest(*parts: object) -> str:
    """Return ten hexadecimal digits that depend on the parts alone."""
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:10]
