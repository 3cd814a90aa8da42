from __future__ import annotations

import pytest

from verify.language.kinds import kinds_of


@pytest.mark.parametrize(
    ("left", "right", "excludes"),
    [
        ("pistol", "rifle", True),
        ("pistol", "gun", False),
        ("pistol", "revolver", False),
        ("knife", "gun", True),
        ("arm", "leg", True),
        ("arm", "wrist", False),
        ("measles", "mumps", True),
        ("pistol", "leg", False),
    ],
)
def test_kinds_exclude_each_other_unless_one_holds_the_other(left: str, right: str, excludes: bool) -> None:
    (a,), (b,) = kinds_of(left), kinds_of(right)
    assert a.excludes(b) is b.excludes(a) is excludes


def test_some_words_are_kinds_only_beside_their_nouns() -> None:
    assert kinds_of("high", "court") == () and [k.sort for k in kinds_of("high", "school")] == ["school"]
    assert {k.sort for k in kinds_of("gold", "medal")} == {"mineral", "medal"}


def test_no_word_is_of_two_kinds_of_one_class() -> None:
    from verify.language import kinds

    doubled = [word for word, found in kinds._table().items() if len({kind.sort for kind, _ in found}) < len(found)]
    assert doubled == []
