"""Names are found by their keys wherever a comparison of each with each would call them one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verify.values.name import same_organisation, same_person, words_of
from verify.values.name_keys import name_keys

WORDS = (
    "Ann",
    "Anne",
    "Annabel",
    "Marsh",
    "Marshe",
    "Müller",
    "Mueller",
    "Muller",
    "Michael",
    "Michal",
    "Al",
    "of",
    "the",
    "Company",
    "Co.",
    "Inc.",
    "Jr.",
    "Mr.",
    "U.N.",
    "UN",
    "Kataib-Hizbollah",
    "Hezbollah",
    "Hizbollah",
    "KH",
    "Nations",
    "Nation",
    "United",
    "7",
    "bin",
    "O'Neil",
    "…",
    "Wye",
    "Why",
)
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@given(NAMES, NAMES)
def test_names_that_may_be_one_share_a_key(left: str, right: str) -> None:
    one = (
        words_of(left) == words_of(right)
        or same_person(left, right) in {"same", "variant", "partial"}
        or same_organisation(left, right) in {"same", "variant"}
    )
    assert not one or name_keys(left) & name_keys(right)


def test_strangers_share_none() -> None:
    assert not name_keys("Ann Marsh") & name_keys("Tom Keller")
