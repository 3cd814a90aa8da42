"""Look for one person or group that an article spells in two ways, captions included.

Names that come from another alphabet have many spellings, and an article should keep to one; a name typed twice by hand drifts. Spellings are
of one name where they sound alike and are written alike, or where a letter or two of a person's name are lost, added or exchanged; typographic
differences (straight and curly marks) and short forms (a surname, an acronym) are no variants. Names of countries, states and capitals are
never compared by likeness.

Flags: "Envoys of Hisb al-Nour met the press. […] A spokesman of Hizb al-Nur left early."
Silent: "Gov. Ana Prado spoke first. […] Prado left early." (a short form)
Silent: "Ann Marsh and her sister Anna Marsh testified." (two people, named together)

It cannot see a wrong spelling that is used throughout, or a name that is wrong but sounds different.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.fuzz import ratio

from verify.checks.base import Check, Subject
from verify.checks.spelling import a_letter_off
from verify.effort import spend
from verify.language.entities import Entity
from verify.model import Flag, Location, Span
from verify.values.atlas import closed_words
from verify.values.name import ORGANISATION, PERSON, alike, person_words, same_organisation, words_of

FILE = re.compile(r"\w\.[a-z]")
SURNAME = r"(?P<name>[A-Z][\w’'-]*[^\W\d_])"
TITLED = re.compile(rf"\b(?:Mrs?|Ms|Miss|Dr|Judge)\b\.? {SURNAME}(?!\w|\.?\s[A-Z])")
"""A surname behind the title of one person: a final s there is no plural."""
FULL = re.compile(rf"\b(?!(?:Mrs?|Ms|Miss|Dr|Judge|The)\b)(?=[A-Z][\w’'-]+ {SURNAME})")
POSSESSIVE = re.compile(r"[’']s?$")
LONG, MISTYPED, MISTYPED_ALONE = 5, 80, 85
"""Letters of a single word, and likeness from which on it, or a word of a full name, is taken for another one mistyped."""

NAMED = re.compile(r"(?<![\w’'.@/-])(?P<name>[^\W\d_a-z][^\W\d_]{3,}(?:[’']s)?)(?![\w’'@/-]|\.\w)")
"""A capitalised word that may be spelled with accents and without."""


def run(subject: Subject) -> Iterator[Flag]:
    """Yield a flag for each name with two spellings, at the rarer one."""
    groups = [spellings(mentions, subject) for mentions in named_alike(subject.reading.entities.all)]
    pairs = [(g[0], g[-1]) for g in groups if len(g) > 1]
    told = {words_of(place.quote) for _, rare in pairs for place in rare}
    for found in (mistyped(subject), titled(subject), accented(subject)):
        pairs += [p for p in found if words_of(p[1][0].quote) not in told]
        told |= {words_of(rare[0].quote) for _, rare in pairs}
    for usual, rare in pairs:
        if not _together(usual, rare, subject) and not _listed([usual, rare], subject):
            yield _flag(usual=usual[0], rare=rare[0])


def mistyped(subject: Subject) -> Iterator[tuple[list[Location], list[Location]]]:
    """Yield where the name of a person stands, and where a name stands that differs from it in a letter or two."""
    by_words: dict[tuple[str, ...], list[Location]] = defaultdict(list)
    for entity in subject.reading.entities.all:
        for mention in entity.mentions if entity.type in {PERSON, "other"} else ():
            place = subject.location(*mention)
            words = person_words(place.quote)
            if (entity.type == PERSON or len(words) == 1) and not FILE.search(place.quote):
                by_words[words].append(place)
    for words in [w for w in by_words if len(w) > 1]:
        by_words.setdefault(words[-1:], by_words[words])
    borne = names_with(by_words)
    for a, b in combinations(by_words, 2):
        if _one_letter_off(a, b, borne):
            spend()
            usual, rare = sorted((a, b), key=lambda w: (-borne[w], -_in_body(by_words[w], subject), w))
            yield by_words[usual], by_words[rare]


def titled(subject: Subject) -> Iterator[tuple[list[Location], list[Location]]]:
    """Yield the surname of a full name, and where a title stands before one that no full name of the story has and that is a letter off it."""
    things = {w for e in subject.reading.entities.all if e.type != PERSON for w in words_of(e.name)}
    full = {name: found for name, found in _by_surname(FULL, subject).items() if name not in things}
    elsewhere = {_plain_surname(m) for other in subject.others for m in FULL.finditer(other.article.text)}
    for name, found in _by_surname(TITLED, subject).items():
        if len(name) >= LONG and name not in full and name not in elsewhere:
            near = [places for other, places in full.items() if name[0] == other[0] and _sounds_alike(name, other)]
            if len(near) == 1:
                usual, rare = sorted((near[0], found), key=lambda places: -len(places))
                yield usual, rare


def _sounds_alike(left: str, right: str) -> bool:
    return a_letter_off(left, right) or alike(left, right) == "variant"


def accented(subject: Subject) -> Iterator[tuple[list[Location], list[Location]]]:
    """Yield where a surname stands with accents, and where it stands without."""
    by_word: dict[tuple[str, ...], dict[str, list[Location]]] = defaultdict(dict)
    for name, found in _by_surname(NAMED, subject).items():
        if found[0].quote[0].isupper():
            by_word[words_of(found[0].quote)][name] = found
    people = {w for e in subject.reading.entities.all if e.type == PERSON for w in words_of(e.name)[-1:]}
    for words, written in by_word.items():
        if people.issuperset(words) and len(written) == 2 and sum(form.isascii() for form in written) == 1:
            usual, rare = sorted(written.values(), key=lambda found: (-len(found), found[0].quote.isascii()))
            yield usual, rare


def _by_surname(pattern: re.Pattern[str], subject: Subject) -> Mapping[str, list[Location]]:
    """Return where the names of a pattern stand in the sentences of an article, by the name in lower case."""
    article, out = subject.reading.article, defaultdict(list)
    for sentence in subject.reading.sentences:
        for m in pattern.finditer(article.text, sentence.span.start, sentence.span.end):
            name = POSSESSIVE.sub("", m["name"])
            out[name.lower()].append(article.location(Span(start=m.start("name"), end=m.start("name") + len(name))))
    return out


def _plain_surname(m: re.Match[str]) -> str:
    return POSSESSIVE.sub("", m["name"]).lower()


def _one_letter_off(a: tuple[str, ...], b: tuple[str, ...], borne: Counter[tuple[str, ...]]) -> bool:
    """Return whether two names are as long and differ in one word by a letter or two; of single words only one is part of a full name."""
    apart = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(apart) != 1 or not _misspelt(a, b):
        return False
    x, y = apart[0]
    if len(a) == 1 and (min(len(x), len(y)) < LONG or bool(borne[a]) == bool(borne[b])):
        return False
    near = ratio(x, y) >= (MISTYPED if len(a) > 1 else MISTYPED_ALONE) or a_letter_off(x, y)
    return x[0] == y[0] and near and not {x, y} & closed_words()


def names_with(names: Iterable[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """Return in how many full names each single word stands."""
    return Counter((word,) for name in names if len(name) > 1 for word in set(name))


def named_alike(entities: Sequence[Entity]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield the mentions of each person and group, and of each pair whose likeness was missed because one was read as the other's sort."""
    named = [e for e in entities if e.type in {PERSON, ORGANISATION}]
    yield from (e.mentions for e in named)
    for a, b in combinations(named, 2):
        if a.type != b.type and len(words_of(a.name)) > 1 and same_organisation(a.name, b.name) == "variant":
            yield a.mentions + b.mentions


def spellings(mentions: Sequence[tuple[int, int]], subject: Subject) -> list[list[Location]]:
    """Return the full mentions by spelling: what the body writes most often first, what only captions write last."""
    by_words: dict[tuple[str, ...], list[Location]] = defaultdict(list)
    for mention in mentions:
        where = subject.location(*mention)
        if words_of(where.quote):
            by_words[words_of(where.quote)].append(where)
    longest = max(map(len, by_words), default=0)
    full = {w: found for w, found in by_words.items() if len(w) == longest}
    usual = max(full, key=lambda w: (_in_body(full[w], subject), len(full[w]), w), default=())
    full = {w: found for w, found in full.items() if w == usual or _misspelt(usual, w)}
    return sorted(full.values(), key=lambda found: (-_in_body(found, subject), -len(found), found[0].start))


def _misspelt(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Return whether two names differ by more than a plural, an initial or a number."""
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return all(a.rstrip("s") != b.rstrip("s") and min(len(a), len(b)) > 2 and (a + b).isalpha() for a, b in pairs)


def _together(usual: list[Location], rare: list[Location], subject: Subject) -> bool:
    """Return whether the two spellings stand in one sentence: they are then two names."""
    spans = [s.span for s in subject.reading.sentences]
    where = [{i for f in found for i, s in enumerate(spans) if s.start <= f.start < s.end} for found in (usual, rare)]
    return bool(where[0] & where[1])


def _listed(groups: list[list[Location]], subject: Subject) -> bool:
    """Return whether the house lists both spellings, as one bearer's or as two."""
    usual, rare, aliases = groups[0][0].quote, groups[-1][0].quote, subject.reading.aliases
    return aliases.one(usual, rare) or aliases.two(usual, rare)


def _in_body(found: list[Location], subject: Subject) -> int:
    captions = [z for z in subject.reading.article.zones if z.kind == "caption"]
    return sum(not any(z.start <= f.start < z.end for z in captions) for f in found)


def _flag(*, usual: Location, rare: Location) -> Flag:
    return Flag(
        check="name-variant",
        severity="low",
        confidence="high" if len(words_of(rare.quote)) > 1 else "medium",
        message=f"“{_plain(rare)}” here, “{_plain(usual)}” elsewhere: are they one, and which spelling is meant?",
        primary=rare,
        related=(usual,),
    )


def _plain(location: Location) -> str:
    return " ".join(location.quote.split())


CHECK = Check(name="name-variant", run=run, doc=__doc__)
