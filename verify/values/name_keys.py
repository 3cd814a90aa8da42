"""By what names are found that may have one bearer, without a look at every other name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from verify.values.name import company_words, first_letters, in_one_letter, person_words, words_of

Key = tuple[str, tuple[str, ...]]


@cache
def name_keys(name: str) -> frozenset[Key]:
    """Return keys of a name: two names share one at least where `same_person` may call them one or part of one, or `same_organisation` one."""
    return frozenset((("whole", words_of(name)), *_person_keys(name), *_group_keys(name)))


def _person_keys(name: str) -> Iterator[Key]:
    """Yield the sound of the surname, the first two words, and the words in any order and in plain letters."""
    words = person_words(name)
    yield "surname", _sounds(words[-1:])
    yield "words", tuple(sorted(words))
    yield "plain", in_one_letter(name)
    if len(words) > 1:
        yield "first two", words[:2]


def _group_keys(name: str) -> Iterator[Key]:
    """Yield the words in any order and by their sounds, the letters of an acronym, and those of which one may be made."""
    words = company_words(name)
    yield "group", tuple(sorted(words))
    yield "sounds", _sounds(words)
    for letters in ("".join(c for c in name if c.isalnum()).lower(), *first_letters(name)):
        yield "letters", (letters,)


def _sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    from jellyfish import metaphone

    return tuple(map(metaphone, words))
