from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.model import Relation
from verify.values.figures import grain_of, roundness, tidy
from verify.values.interval import (
    Bound,
    Interval,
    between,
    commensurable,
    compare,
    converted,
    interval,
    total,
    vague,
)
from verify.values.units import convert, currencies, units

NEARLY_20 = replace(interval(20, bound="about", unit="%"), high=20)
BOUNDS: tuple[Bound, ...] = ("exact", "about", "at-least", "more-than", "at-most", "less-than")
NAMES = st.sampled_from(
    [None, "kilometre", "mile", "metre", "foot", "dollar", "%", "share", "celsius", "fahrenheit", "year"]
)
numbers = st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9, allow_nan=False))


@st.composite
def intervals(draw: st.DrawFn, unit: st.SearchStrategy[str | None] = NAMES) -> Interval:
    form = draw(st.sampled_from(["single", "range", "vague"]))
    if form == "single":
        return interval(draw(numbers), bound=draw(st.sampled_from(BOUNDS)), unit=draw(unit))
    if form == "range":
        return between(draw(numbers), draw(numbers), unit=draw(unit))
    low = draw(st.integers(0, 1000))
    return vague(low, draw(st.none() | st.integers(low, 2000)), words="several", unit=draw(unit))


EQUALITIES: list[tuple[Interval, Interval, Relation]] = [
    (interval(1_200_000, grain=100_000), interval(1_204_500), "equal"),
    (interval(58_000), interval(58_141), "contains"),
    (interval(7_960), interval(8_000), "contains"),
    (interval(47_000), interval(47_300), "contains"),
    (interval(58_000), interval(59_000), "disjoint"),
    (interval(13_000), interval(12_814), "disjoint"),
    (interval(300), interval(301), "disjoint"),
    (interval(1_200_000, grain=100_000), interval(1_300_000), "disjoint"),
    (interval(4), interval(5), "disjoint"),
    (interval(300), interval(304), "disjoint"),
    (interval(31, unit="mile"), interval(50, unit="kilometre"), "equal"),
    (interval(100, unit="mile"), interval(161, unit="kilometre"), "equal"),
    (interval(100, unit="mile"), interval(300, unit="kilometre"), "disjoint"),
    (interval(640, unit="ton"), interval(640, unit="tonne"), "equal"),
    (interval(640, unit="ton"), interval(810, unit="tonne"), "disjoint"),
    (interval(32, unit="fahrenheit"), interval(0, unit="celsius"), "equal"),
    (interval(1 / 3, unit="share", grain=0.02), interval(33, unit="%"), "equal"),
    (interval(52, unit="dollar per barrel"), interval(52, unit="dollar"), "equal"),
    (interval(52, unit="dollar per barrel"), interval(53, unit="dollar"), "unknown"),
    (interval(52, unit="dollar per barrel"), interval(52, unit="dollar per ton"), "unknown"),
    (interval(2.4e6, unit="peso"), interval(2.4e6, unit="chilean peso"), "equal"),
    (interval(2.4e6, unit="peso"), interval(2.5e6, unit="chilean peso"), "unknown"),
    (interval(2.4e6, unit="mexican peso"), interval(2.4e6, unit="chilean peso"), "disjoint"),
    (interval(500, unit="pound sterling"), interval(500, unit="egyptian pound"), "unknown"),
    (replace(interval(4e7, unit="dollar"), american=True), interval(4e7, unit="dollar per year"), "equal"),
    (replace(interval(4e7, unit="dollar"), american=True), interval(4e7, unit="australian dollar"), "disjoint"),
    (interval(2.4e6, unit="mexican peso"), interval(2.5e6, unit="chilean peso"), "unknown"),
    (interval(240e6, unit="crown"), interval(240e6, unit="danish krone"), "equal"),
    (interval(412, unit="cent per share"), interval(4.12, unit="south african rand"), "equal"),
    (interval(412, unit="cent per share"), interval(4.21, unit="south african rand"), "unknown"),
    (interval(90, unit="kilometre", bound="about"), interval(55, unit="mile", bound="about"), "equal"),
    (interval(90, unit="kilometre", bound="about"), interval(70, unit="mile", bound="about"), "disjoint"),
    (interval(700, unit="metre", bound="about"), interval(720, unit="metre"), "contains"),
    (interval(3, unit="mile"), interval(3), "unknown"),
    (interval(30, bound="at-least"), interval(34), "contains"),
    (interval(30, bound="at-least"), interval(29), "disjoint"),
    (interval(30, bound="at-least"), interval(30, bound="at-least"), "equal"),
    (interval(30, bound="at-least"), interval(40, bound="at-most"), "overlaps"),
    (interval(300, bound="about"), interval(287), "contains"),
    (interval(3800, bound="about"), interval(3800), "equal"),
    (interval(12, unit="kilometre"), interval(7.5, unit="mile", bound="about"), "equal"),
    (interval(300, bound="about"), interval(300, bound="at-least"), "overlaps"),
    (interval(300, bound="about"), interval(380), "disjoint"),
    (NEARLY_20, interval(20, bound="more-than", unit="%"), "disjoint"),
    (NEARLY_20, interval(19, bound="more-than", unit="%"), "overlaps"),
    (NEARLY_20, interval(20, bound="about", unit="%"), "contains"),
    (interval(20, bound="less-than"), interval(20, bound="at-least"), "disjoint"),
    (interval(20, bound="at-most"), interval(20, bound="at-least"), "overlaps"),
    (between(20, 25), interval(23), "contains"),
    (between(20, 25), between(23, 40), "overlaps"),
    (vague(3, 12, words="several"), interval(6), "contains"),
    (vague(3, 12, words="several"), interval(40), "disjoint"),
    (interval(5, unit="%", change="up"), interval(5, unit="%", change="down"), "disjoint"),
    (interval(7.25e6, unit="dollar"), interval(7.25e6, unit="euro"), "disjoint"),
    (interval(7.25e6, unit="dollar"), interval(6.7e6, unit="euro"), "unknown"),
    (interval(7.25e6, unit="dollar"), interval(7.25e6, unit="australian dollar"), "equal"),
    (interval(50, unit="penny"), interval(0.5, unit="pound sterling"), "equal"),
    (interval(50, unit="cent"), interval(0.5, unit="pound sterling"), "unknown"),
    (interval(50, unit="penny per mile"), interval(0.6, unit="pound sterling per mile"), "disjoint"),
]


@pytest.mark.parametrize(("left", "right", "expected"), EQUALITIES)
def test_compare(left: Interval, right: Interval, expected: Relation) -> None:
    assert compare(left, right) == expected
    assert compare(right, left) == expected


LABELS = [
    (interval(30, bound="at-least"), "at least 30"),
    (vague(3, 12, words="several"), "several"),
    (interval(31, unit="mile"), "31 miles"),
    (interval(1, unit="mile"), "1 mile"),
    (interval(7_250_000, unit="dollar"), "$7.25 million"),
    (interval(-50_800_000_000, unit="dollar"), "-$50.8 billion"),
    (interval(19, unit="cent"), "19 cents"),
    (interval(50, unit="penny"), "50 pence"),
    (interval(5, unit="%"), "5%"),
    (interval(0.65, unit="%", change="up"), "up 0.65%"),
    (between(20, 25, unit="mile"), "20 to 25 miles"),
    (interval(1_204_500), "1,204,500"),
    (interval(2 / 3, unit="share"), "66.7%"),
    (interval(58.5, unit="dollar per barrel"), "$58.5 per barrel"),
    (interval(31, unit="year of age"), "31 years old"),
    (interval(7867, unit="second"), "2:11:07"),
    (interval(117.32, unit="second"), "1:57.32"),
    (interval(9.58, unit="second"), "9.58 seconds"),
    (interval(90, unit="second"), "90 seconds"),
]


@pytest.mark.parametrize(("value", "label"), LABELS)
def test_label(value: Interval, label: str) -> None:
    assert value.label() == label


def test_to_dict_has_the_keys_of_the_contract() -> None:
    assert between(5, 6, unit="mile").to_dict() == {
        "stated": [5, 6], "bound": "range", "low": 5, "high": 6, "unit": "mile", "change": None,
    }  # fmt: skip
    exact = interval(5.0)
    assert (exact.stated, exact.low, exact.high) == (5, 5, 5)
    assert isinstance(exact.stated, int)


@pytest.mark.parametrize(
    ("number", "grain"), [(7, 1), (300, 1), (1200, 10), (45_000, 100), (7.25, 0.01), (0.5, 0.1), (0, 1)]
)
def test_grain(number: float, grain: float) -> None:
    assert math.isclose(grain_of(number), grain, rel_tol=1e-6)


@pytest.mark.parametrize(("number", "step"), [(60, 10), (1_200_000, 100_000), (31, 1), (0, 1), (7.25, 0.01)])
def test_roundness(number: float, step: float) -> None:
    assert roundness(number) == step


@pytest.mark.parametrize(
    ("number", "low", "high"), [(300, 250, 350), (31, 30, 32), (4, 3, 5), (25, 22.5, 27.5), (89.37, 89.36, 89.38)]
)
def test_about_follows_the_precision(number: float, low: float, high: float) -> None:
    value = interval(number, bound="about")
    assert (value.low, value.high) == (low, high)


@given(intervals(), intervals())
def test_comparison_is_symmetric(left: Interval, right: Interval) -> None:
    assert compare(left, right) == compare(right, left)
    assert commensurable(left, right) == commensurable(right, left)


@given(intervals())
def test_a_value_equals_itself(value: Interval) -> None:
    assert compare(value, value) == "equal"
    assert value.label()


@given(st.integers(0, 10**6), st.sampled_from(BOUNDS))
def test_a_bound_holds_the_number_it_bounds(number: int, bound: Bound) -> None:
    assert compare(interval(number, bound=bound), interval(number)) in {"equal", "contains"}


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_range_holds_what_lies_between(a: int, b: int, c: int) -> None:
    low, middle, high = sorted((a, b, c))
    assert compare(between(low, high), interval(middle)) in {"equal", "contains"}


@given(st.sampled_from(sorted(units())), st.sampled_from(sorted(units())), st.floats(0.001, 1e6))
def test_conversion_there_and_back(source: str, target: str, number: float) -> None:
    there = convert(number, source, target)
    if there is None:
        assert units()[source].kind != units()[target].kind
    else:
        back = convert(there, target, source)
        assert back is not None and math.isclose(back, number, rel_tol=1e-6, abs_tol=1e-6)


@given(intervals(unit=st.just("mile")))
def test_a_converted_value_is_the_same_value(value: Interval) -> None:
    there = converted(value, "kilometre")
    assert there is not None
    assert compare(value, there) in {"equal", "contains"}


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6))
def test_sums(numbers: list[int]) -> None:
    parts = [interval(n) for n in numbers]
    whole = total(parts)
    assert whole is not None and whole.stated == sum(numbers) and whole.bound == "exact"
    assert total(parts[::-1]) == whole or whole.grain >= 1


@given(st.lists(intervals(unit=st.just(None)), min_size=2, max_size=4))
def test_the_order_of_parts_does_not_matter(parts: list[Interval]) -> None:
    one, other = total(parts), total(parts[::-1])
    assert one is not None and other is not None
    assert one.bound == other.bound
    for a, b in ((one.low, other.low), (one.high, other.high)):
        assert (a is None) == (b is None) and (a is None or b is None or math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-3))


def test_sums_stay_open_where_a_part_is() -> None:
    assert (value := total([interval(2), interval(3, bound="at-least")])) and value.label() == "at least 5"
    assert total([interval(2, unit="mile"), interval(3, unit="dollar")]) is None
    assert total([]) is None


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_no_number_crashes(number: float) -> None:
    value = interval(number)
    assert value.to_dict()["stated"] == tidy(number)
    assert value.label()
    assert compare(value, interval(1)) in {"equal", "disjoint"}


def test_the_lists_of_units_are_closed_and_known_to_pint() -> None:
    for name, unit in units().items():
        assert convert(1, name, name) == 1, name
        same = next(u.name for u in units().values() if u.kind == unit.kind)
        assert convert(1, name, same) is not None, name
    assert {"dollar", "euro", "pound sterling"} <= set(currencies())
