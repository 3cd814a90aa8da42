"""The closed list of units and currencies, and conversion between units of one kind through pint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from verify.lists import load
from verify.values.figures import Number, tidy

TEMPERATURE = "temperature"
"""What the units measure that convert by more than a factor."""
PENNY = "penny"
MINOR = frozenset({"cent", PENNY})
"""Hundredths of a currency that is not named: pence of a pound, cents of any other."""
CENTS = 100
WHOLES = (1, 1)
"""By how many hundredths two sums count that are both told in whole currencies."""
POUND = "pound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit: its name in claims, its pint expression and short form, what it measures, how it is written.

    `words` are written in any case, `signs` as they are, `tight` only where nothing stands between them and the number.
    `loose` is the part by which two units of that name differ ("tons" of 2,000 or of 2,240 pounds).
    """

    name: str
    pint: str
    short: str
    kind: str
    words: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    tight: tuple[str, ...] = ()
    loose: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """A currency: its name in claims, its code and sign, and how it is written before and after an amount.

    `initial` are letters that must touch the amount, and stand for money only where it has a scale, a decimal or a group of figures ("R4.5bn").
    `sort` is the name that currencies of several countries share, by default the last word of the name ("peso"), `many` the plural.
    """

    name: str
    code: str
    sign: str
    sort: str = ""
    many: str = ""
    before: tuple[str, ...] = ()
    initial: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def _rows(file: str, key: str) -> list[dict[str, Any]]:
    rows = load(file)[key]
    return [{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()} for row in rows]


@cache
def units() -> dict[str, Unit]:
    """Return the units by name."""
    return {row["name"]: Unit(**row) for row in _rows("units", "unit")}


@cache
def currencies() -> dict[str, Currency]:
    """Return the currencies by name."""
    return {row["name"]: Currency(**row) for row in _rows("currencies", "currency")}


def hundredths(left: str | None, right: str | None) -> tuple[int, int] | None:
    """Return by how many hundredths two units of money count where they can be of one currency, None where they cannot.

    Its country ("pesos", "Chilean pesos") or its rate ("a year") may be left out of one; "412 cents" and "R4.12" are of one currency, too.
    """
    if (pair := _money_of_one_rate(left, right)) is None:
        return None
    a, b = pair
    if a.name in MINOR and _is_hundredth(a, b):
        return (1, CENTS)
    if b.name in MINOR and _is_hundredth(b, a):
        return (CENTS, 1)
    plain = a.name == b.name or " " not in a.name or " " not in b.name
    return WHOLES if plain and _sort(a) == _sort(b) else None


def two_currencies(left: str | None, right: str | None) -> bool:
    """Return whether two units are money of two currencies, whichever of them a name without its country stands for; pounds may be any."""
    pair = _money_of_one_rate(left, right)
    if pair is None or any(c.name in MINOR for c in pair) or all(_sort(c) == POUND for c in pair):
        return False
    return hundredths(left, right) is None


def _money_of_one_rate(left: str | None, right: str | None) -> tuple[Currency, Currency] | None:
    """Return the currencies of two units, None where one is no money or they are per two things."""
    ours, theirs = ((unit or "").partition(" per ") for unit in (left, right))
    a, b = currencies().get(ours[0]), currencies().get(theirs[0])
    return None if a is None or b is None or (ours[2] and theirs[2] and ours[2] != theirs[2]) else (a, b)


def _is_hundredth(minor: Currency, whole: Currency) -> bool:
    return whole.name not in MINOR and (minor.name == PENNY) == (_sort(whole) == POUND)


def _sort(currency: Currency) -> str:
    return currency.sort or currency.name.split()[-1]


def convert(number: Number, source: str | None, target: str | None) -> Number | None:
    """Return a number in another unit, None where the two do not measure one thing ("miles" and "dollars")."""
    if source == target:
        return number
    if source is None or target is None:
        return None
    ours, theirs = _expression(source), _expression(target)
    if ours is None or theirs is None or ours[1] != theirs[1]:
        return None
    if ours[1] == TEMPERATURE:
        return tidy(_registry().Quantity(number, ours[0]).to(theirs[0]).magnitude)
    return tidy(number * _factor(ours[0], theirs[0]))


def convertible(source: str | None, target: str | None) -> bool:
    """Return whether two units measure one thing, without working out how they convert."""
    if source is None or target is None:
        return source == target
    ours, theirs = _expression(source), _expression(target)
    return source == target or (ours is not None and theirs is not None and ours[1] == theirs[1])


@cache
def _factor(source: str, target: str) -> float:
    registry = _registry()
    ratio = registry.parse_expression(source) / registry.parse_expression(target)
    return float(registry.Quantity(ratio).to_base_units().magnitude)


def _expression(name: str) -> tuple[str, str] | None:
    """Return the pint expression of a unit and what it measures; "litre per day" is read as a rate."""
    known = units().get(name)
    if known:
        return known.pint, known.kind
    over, per, under = name.partition(" per ")
    parts = units().get(over), units().get(under)
    if not per or parts[0] is None or parts[1] is None:
        return None
    return f"({parts[0].pint}) / ({parts[1].pint})", f"{parts[0].kind} per {parts[1].kind}"


@cache
def _registry() -> Any:
    from pint import UnitRegistry

    return UnitRegistry(on_redefinition="ignore")
