from __future__ import annotations

from pathlib import Path

import pytest

from verify.errors import UsageError
from verify.values.aliases import NO_ALIASES, Aliases, read_aliases

HOUSE = Aliases(
    same=(("Karim Haddad", "Abu Nadir"), ("Harbour League", "League of Quays", "HL")),
    different=(("Omar Suleimani", "Omar Sulaimani"), ("Abu Nadir", "Nadir Haddad")),
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Abu Nadir", "Karim Haddad"),
        ("Gen. Abu Nadir", "Karim Haddad"),
        ("Karim Haddad", "Karim Haddad"),
        ("HL", "Harbour League"),
        ("Nadir", None),
        ("Harbour", None),
        ("Omar Suleimani", None),
    ],
)
def test_house_names(name: str, expected: str | None) -> None:
    assert HOUSE.house_name(name) == expected
    assert NO_ALIASES.house_name(name) is None


@pytest.mark.parametrize(
    ("left", "right", "one", "two"),
    [
        ("Abu Nadir", "Gen. Karim Haddad", True, False),
        ("HL", "League of Quays", True, False),
        ("Omar Suleimani", "Gov. Omar Sulaimani", False, True),
        ("Karim Haddad", "Nadir Haddad", False, True),
        ("Omar Suleimani", "Omar Suleimani", False, False),
        ("Omar Suleimani", "Karim Haddad", False, False),
    ],
)
def test_one_or_two(left: str, right: str, one: bool, two: bool) -> None:
    assert (HOUSE.one(left, right), HOUSE.two(left, right)) == (one, two)
    assert (HOUSE.one(right, left), HOUSE.two(right, left)) == (one, two)


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text('same = [["Karim Haddad", "Abu Nadir"]]\n')
    assert read_aliases(path) == Aliases(same=(("Karim Haddad", "Abu Nadir"),))
    assert read_aliases(None) == NO_ALIASES


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("same = [", "no TOML"),
        ('names = [["A", "B"]]', "names: no such key, expected `same` and `different`"),
        ('same = "Karim Haddad"', "is no list"),
        ('same = [["Karim Haddad"]]', "expected a list of two names"),
        ('same = [["Karim Haddad", 3]]', "expected a list of two names"),
        ('same = [["Karim Haddad", " "]]', "expected a list of two names"),
        ('same = [["A Lee", "B Lee"], ["B Lee", "C Lee"]]', "'B Lee' stands in two lists, expected one"),
        ('same = [["A Lee", "B Lee"]]\ndifferent = [["A Lee", "B Lee"]]', "as same and as different"),
    ],
)
def test_a_broken_file_is_said(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"house\.toml") as error:
        read_aliases(path)
    assert said in str(error.value) and "\n" not in str(error.value)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_aliases(tmp_path / "none.toml")
