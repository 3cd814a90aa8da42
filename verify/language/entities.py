"""The people and organisations of one article: the mentions of one bearer as one entity, acronyms bound to what they
stand for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verify.language import gazetteer
from verify.language.acronyms import bindings
from verify.language.names import NameSpan, name_spans
from verify.language.namesakes import apart
from verify.values.aliases import NO_ALIASES, Aliases
from verify.values.name import (
    ORGANISATION,
    PERSON,
    Name,
    Sameness,
    person_words,
    same_organisation,
    same_person,
    words_of,
)
from verify.values.name_keys import Key, name_keys

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.language.parsed import Parsed

Mention = tuple[int, int]
ONE: frozenset[Sameness] = frozenset({"same", "variant"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organisation, country or thing with a name: its fullest name, every mention, its spellings and its
    acronym.
    """

    name: str
    type: str
    mentions: tuple[Mention, ...]
    spellings: tuple[str, ...] = ()
    acronym: str | None = None

    @property
    def value(self) -> Name:
        """The name as a value."""
        return Name(name=self.name, type=self.type)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entities:
    """Every entity of an article, in the order of the first mentions."""

    all: tuple[Entity, ...]
    by_token: dict[int, Entity] = field(repr=False)

    @property
    def people(self) -> frozenset[str]:
        """The names of persons."""
        return frozenset(e.name for e in self.all if e.type == PERSON)

    def of(self, token: Token) -> Entity | None:
        """Return the entity that a token belongs to by name."""
        return self.by_token.get(token.i)

    def name_of(self, token: Token) -> str | None:
        """Return the fullest name of the entity that a token belongs to; "American" belongs to the United States."""
        entity = self.by_token.get(token.i)
        return entity.name if entity else None


@dataclass(slots=True, kw_only=True)
class _Group:
    """Mentions found so far of one bearer."""

    type: str
    names: list[str]
    mentions: list[Mention]
    acronym: str | None = None
    house: str | None = None

    def add(self, name: str, mention: Mention) -> None:
        self.names.append(name)
        self.mentions.append(mention)


@dataclass(slots=True, kw_only=True)
class _Groups:
    """The groups in the order in which they were begun, and by the keys of the name that began them."""

    all: list[_Group] = field(default_factory=list)
    by_key: dict[Key, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_given_name: dict[str, list[_Group]] = field(default_factory=lambda: defaultdict(list))

    def add(self, group: _Group) -> None:
        for key in name_keys(group.names[0]):
            self.by_key[key].append(len(self.all))
        words = person_words(group.names[0])
        if group.type == PERSON and len(words) > 1:
            self.by_given_name[words[0]].append(group)
        self.all.append(group)

    def near(self, name: str) -> list[_Group]:
        """Return the groups that a name can belong to by a key of it."""
        return [self.all[i] for i in sorted({i for key in name_keys(name) for i in self.by_key.get(key, ())})]


def entities(parsed: Parsed, aliases: Aliases = NO_ALIASES) -> Entities:
    """Return the entities of an article: full names first, then surnames, acronyms and countries; house names hold."""
    doc = parsed.doc
    spans = [s for s in name_spans(parsed) if s.type != "place"]
    acronyms = bindings(doc, [(s.first, s.last) for s in spans])
    groups = _Groups()
    surnames = {words_of(_text(doc, s.first, s.last))[-1:] for s in spans if _fullness(doc, s) > 1}
    for span in sorted(spans, key=lambda s: (-_fullness(doc, s), words_of(doc[s.last].text) not in surnames, s.first)):
        _place(parsed, span, groups, acronyms, aliases)
    named = [*groups.all, *_countries(parsed, spans)]
    found = sorted((_entity(g) for g in _at_home(named, aliases)), key=lambda e: e.mentions[0])
    return Entities(all=tuple(found), by_token={i: e for e in found for a, b in e.mentions for i in range(a, b + 1)})


def _text(doc: Doc, first: int, last: int) -> str:
    """Return the words of a name on one line, with straight spaces."""
    return " ".join(doc[first : last + 1].text.split())


def _fullness(doc: Doc, span: NameSpan) -> int:
    text = _text(doc, span.first, span.last)
    return len(person_words(text)) if span.type == PERSON else len(words_of(text))


def _at_home(groups: Sequence[_Group], aliases: Aliases) -> Iterator[_Group]:
    """Yield the groups, those of one house name as one."""
    houses: dict[str, _Group] = {}
    for group in groups:
        group.house = next((h for n in group.names if (h := aliases.house_name(n))), None)
        if group.house is None:
            yield group
        elif group.house in houses:
            houses[group.house].names.extend(group.names)
            houses[group.house].mentions.extend(group.mentions)
        else:
            houses[group.house] = group
    yield from houses.values()


def _place(parsed: Parsed, span: NameSpan, groups: _Groups, acronyms: dict[str, str], aliases: Aliases) -> None:
    """Add a mention to the group of its bearer, or begin a group; what fits two groups begins its own."""
    text = _text(parsed.doc, span.first, span.last)
    full = acronyms.get(text)
    named = full or text
    near = groups.near(named)
    candidates = [g for g in near if _belongs(named, span.type, g) and not _other(parsed, span, named, g, aliases)]
    exact = [g for g in candidates if any(words_of(n) == words_of(named) for n in g.names)]
    chosen = exact[:1] or (candidates if len(candidates) == 1 else [] if candidates else _by_given_name(text, groups))
    if chosen:
        chosen[0].add(text, (span.first, span.last))
        chosen[0].acronym = chosen[0].acronym or (text if full else None)
        return
    type_ = ORGANISATION if full and span.type == "other" else span.type
    groups.add(_Group(type=type_, names=[text], mentions=[(span.first, span.last)], acronym=text if full else None))


def _by_given_name(text: str, groups: _Groups) -> list[_Group]:
    """Return the one person whose given name a single word is; none where two share it."""
    words = words_of(text)
    found = groups.by_given_name.get(words[0], []) if len(words) == 1 else []
    return found if len(found) == 1 else []


def _other(parsed: Parsed, span: NameSpan, named: str, group: _Group, aliases: Aliases) -> bool:
    """Return whether a name is another's than a group's: the house tells the two apart, or the words around them do."""
    if any(aliases.two(named, n) for n in dict.fromkeys(group.names)):
        return True
    sentence = parsed.sentence(parsed.doc[span.first])
    headline = sentence is not None and sentence.zone == "headline"
    people = span.type == group.type == PERSON
    return people and apart(parsed.doc, (span.first, span.last), group.mentions, headline=headline)


def _belongs(text: str, type_: str, group: _Group) -> bool:
    """Return whether a name can be one of a group's."""
    own = group.names[0]
    if words_of(own) == words_of(text):
        return True
    if group.type == PERSON and type_ in {PERSON, "other"}:
        return same_person(own, text) in {"same", "variant", "partial"} and (
            type_ == PERSON or len(words_of(text)) == 1
        )
    if group.type != PERSON and type_ != PERSON:
        return same_organisation(own, text) in ONE
    return False


def _entity(group: _Group) -> Entity:
    """Return a group as an entity, named by its fullest spelling that is no acronym, the commonest first."""
    counts = Counter(group.names)
    in_order = [name for _, name in sorted(zip(group.mentions, group.names, strict=False))]
    spellings = tuple(sorted(counts, key=lambda n: (-counts[n], in_order.index(n) if n in in_order else 0)))
    full = [n for n in spellings if n != group.acronym] or list(spellings)
    name = max(full, key=lambda n: (len(person_words(n) if group.type == PERSON else words_of(n)), counts[n]))
    return Entity(
        name=group.house or name,
        type=group.type,
        mentions=tuple(sorted(group.mentions)),
        spellings=spellings,
        acronym=group.acronym,
    )


def _countries(parsed: Parsed, spans: Sequence[NameSpan]) -> Iterator[_Group]:
    """Yield the countries that the article names outside other names, by name or adjective."""
    inside = {i for s in spans for i in range(s.first, s.last + 1)}
    groups: dict[str, _Group] = {}
    for sentence in parsed.sentences:
        i = sentence.tokens.start
        while i < sentence.tokens.end:
            last, code = _country(parsed.doc, i, sentence.tokens.end)
            if code is not None and i not in inside:
                name = gazetteer.country_name(code)
                groups.setdefault(code, _Group(type="country", names=[name], mentions=[])).mentions.append((i, last))
            i = last + 1
    yield from groups.values()


def _country(doc: Doc, i: int, end: int) -> tuple[int, str | None]:
    most = gazetteer.starts().get(doc[i].text, 0)
    for last in range(min(i + most, end) - 1, i - 1, -1):
        text = doc[i : last + 1].text
        if gazetteer.state_of(text) and not gazetteer.is_ambiguous(text):
            return last, None
        if code := gazetteer.country_of(text):
            return last, code
    return i, None
