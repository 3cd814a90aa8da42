"""By what names are found that may have one bearer, without a look at every other name."""

from __future__ import annotations

from functools import cache

from verify.values.name import company_words, first_letters, in_one_letter, person_words, words_of

Key = tuple[str, str]


@cache
def name_keys(name: str) -> frozenset[Key]:
    """Return keys of a name: two names share one at least where `same_person` or `same_organisation` may call them one or part of one.

    These are the words of a name, the sound of a surname and of a group's first word, the letters of an acronym and what it may stand for.
    """
    from jellyfish import metaphone

    person, group = person_words(name), company_words(name)
    words = {*words_of(name), *person, *group}
    heard = (*person[-1:], *group[:1])
    letters = {"".join(c for c in name if c.isalnum()).lower(), *first_letters(name)}
    return frozenset(
        {
            ("whole", " ".join(words_of(name))),
            *(("word", w) for w in words),
            *(("sound", metaphone(w)) for w in heard),
            *(("plain", w) for w in in_one_letter(name)[:1]),
            *(("letters", x) for x in letters),
        }
    )
