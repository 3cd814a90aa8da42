"""Whose an age is where the name stands elsewhere: "a 20-year-old man was shot" and, later, "John Smith was shot"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from verify.claims.quantity.naming import named_later
from verify.claims.quantity.parts import Part, participle, parts_of, words
from verify.claims.quantity.things import people, word_lists
from verify.language.gazetteer import is_adjective
from verify.language.grammar.governor import PASSIVE, SUBJECT, first_conjunct, top
from verify.language.grammar.referents import people_near, sex_of, word_list
from verify.language.roles import roles
from verify.values.name import PERSON, person_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.claims.quantity.scan import Quantity
    from verify.language.entities import Entity
    from verify.language.reading import Reading

DESCRIBING = {"nummod", "amod", "compound", "nmod:unmarked", "obl:unmarked", "obl:npmod", "punct"}

BESIDE = {"appos", "compound", "nmod:desc"}
DEFINITE = {"the", "this", "that"}
NEAR = 4
"""Sentences behind an age in which the one person left must be named."""


OLD = timedelta(days=182)
"""How long ago something was that an article recalls beside its news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aged:
    """Somebody of one age whom no name stands beside: the ages, and the parts that their words tell.

    `new` says that they are brought in: "a 3-year-old girl", not "the 3-year-old".
    """

    value: float
    unit: str | None
    quantities: tuple[Quantity, ...]
    parts: frozenset[Part]
    new: bool


def described(doc: Doc, last: int) -> Token:
    """Return the noun that an age describes, "old" itself where there is none."""
    at = doc[last]
    if at.pos_ == "NUM" and last > 1 and doc[last - 1].text == "," and doc[last - 2].tag_ == "NN":
        return doc[last - 2]
    for _ in range(4):
        if at.dep_ not in DESCRIBING or at.head.i == at.i:
            break
        at = at.head
    return at


def describes_person(age: Token) -> bool:
    """Return whether the last token of an age describes somebody, not a thing."""
    return _is_person(described(age.doc, age.i))


def bridged(
    unnamed: Sequence[Quantity], named: Mapping[str, Sequence[Quantity]], reading: Reading
) -> Mapping[int, str]:
    """Return names for ages that no name stands beside, by the first token of the age; `named` has the other ages.

    The first rung that holds decides: the text goes on to name who was described; one person named elsewhere has this
    age; one age and one person are left in a part; one age and one person are left at all.
    """
    later = ((q.first, named_later(described(reading.doc, q.last), reading)) for q in unnamed)
    recalled = {e.name for e in reading.entities.all if _of_old(e, reading)}
    out = {first: name for first, name in later if name is not None and name not in recalled}
    groups = [g for g in _grouped(unnamed, reading.doc) if not any(q.first in out for q in g.quantities)]
    people = {name: parts for name, parts in _people(reading, recalled).items() if name not in out.values()}
    for group in tuple(groups):
        name = _of_that_age(group, named, people)
        if name is not None:
            groups.remove(group)
            out |= {q.first: name for q in group.quantities}
    free = {name: parts for name, parts in people.items() if name not in named}
    alone = frozenset(people) if len(people) == 1 else frozenset()
    taken = {q.first: name for g in groups if (name := _taken_up(g, free, alone, reading)) for q in g.quantities}
    groups = [g for g in groups if g.quantities[0].first not in taken]
    free = {name: parts for name, parts in free.items() if name not in taken.values()}
    return out | taken | (_left_in_part(groups, free) or _left(groups, free, reading))


def _grouped(unnamed: Sequence[Quantity], doc: Doc) -> Iterator[_Aged]:
    """Yield the ages of one value together: "a 3-year-old", "the 3-year-old girl"; apart where the sexes differ."""
    by_value: dict[tuple[float, str | None], list[tuple[Quantity, Token]]] = {}
    for quantity in unnamed:
        noun = described(doc, quantity.last)
        if quantity.value.number is not None and _is_person(noun):
            by_value.setdefault((quantity.value.number, quantity.value.unit), []).append((quantity, noun))
    for (value, unit), found in by_value.items():
        sexes = {sex for _, noun in found if (sex := sex_of(noun))}
        for sex in sorted(sexes) if len(sexes) > 1 else (None,):
            mine = [(q, n) for q, n in found if sex is None or sex_of(n) == sex]
            yield _Aged(
                value=value,
                unit=unit,
                quantities=tuple(q for q, _ in mine),
                parts=frozenset(p for q, n in mine for p in parts_of(n) or _of_harm(doc, q.first)),
                new=not _definite(doc, mine[0][0].first),
            )


def _definite(doc: Doc, first: int) -> bool:
    """Return whether "the", "his" or the like stands before an age, adjectives passed over."""
    before = next((t for t in reversed(doc[max(0, first - 3) : first]) if t.pos_ not in {"ADJ", "VERB"}), None)
    return before is not None and (before.lower_ in DEFINITE or before.tag_ in {"PRP$", "POS"})


def _is_person(noun: Token) -> bool:
    known = people() | {*word_list("men"), *word_list("women"), *words("accused"), "old", "olds"}
    native = noun.tag_ in {"NN", "NNP"} and is_adjective(noun.text)
    return native or noun.lemma_.lower() in known or participle(noun) is not None


def _of_harm(doc: Doc, first: int) -> frozenset[Part]:
    """Return "harmed" behind "the death of" and the like, however the clause was parsed."""
    before = [t.lower_ for t in doc[max(0, first - 7) : first] if t.lower_ not in {"a", "an", "the"}]
    told = before[-1:] == ["of"] and set(before) & set(word_lists()["harm"]["nouns"])
    return frozenset({"harmed"}) if told else frozenset()


def _of_that_age(
    group: _Aged, named: Mapping[str, Sequence[Quantity]], people: Mapping[str, frozenset[Part]]
) -> str | None:
    """Return the one person whose age is told elsewhere and is this one, unless the text speaks of another.

    Who is only brought in ("a 20-year-old man") must have a part with the named in common and stand before them.
    """
    same = [
        (name, q)
        for name, ages in named.items()
        for q in ages
        if (q.value.number, q.value.unit) == (group.value, group.unit)
    ]
    if len({name for name, _ in same}) != 1:
        return None
    name, told = same[0]
    parts = people.get(name, frozenset())
    if group.new:
        another = any(t.lower_ == "another" for t in told.sentence.tokens if told.first - 4 <= t.i < told.first)
        return name if parts & group.parts and group.quantities[0].first < told.first and not another else None
    return name if not parts or not group.parts or parts & group.parts else None


def _people(reading: Reading, recalled: Set[str]) -> dict[str, frozenset[Part]]:
    """Return the people of an article's news, with their parts; a surname that two of them bear names nobody."""
    out: dict[str, frozenset[Part]] = {}
    people = [e for e in reading.entities.all if e.type == PERSON]
    bearers = Counter(word for e in people for word in person_words(e.name))
    for entity in people:
        if entity.name not in recalled and (
            len(person_words(entity.name)) > 1 or bearers[person_words(entity.name)[-1]] == 1
        ):
            out[entity.name] = frozenset(p for mention in entity.mentions for p in parts_of(top(reading.doc, *mention)))
    return out


def _of_old(entity: Entity, reading: Reading) -> bool:
    """Return whether an article first names somebody beside a day over half a year before its own, in that sentence or else the one
    before.
    """
    published, sentence = reading.article.published, reading.parsed.sentence(reading.doc[entity.mentions[0][0]])
    if published is None or sentence is None:
        return False
    before = reading.sentences[max(0, sentence.index - 1)]
    days = reading.days_in(sentence.span) or reading.days_in(before.span)
    return bool(days) and all(published - last > OLD for _, last in days)


def _taken_up(group: _Aged, free: Mapping[str, frozenset[Part]], alone: frozenset[str], reading: Reading) -> str | None:
    """Return whom "the 37-year-old" takes up as a subject: the subject of the sentence before, where nobody else is told of there; the one who
    is `alone` in an article even where another age is his.
    """
    first, doc = group.quantities[0], reading.doc
    noun = described(doc, first.last)
    if group.new or noun.dep_ not in SUBJECT | PASSIVE or doc[max(0, first.first - 1)].lower_ != "the":
        return None
    near = people_near(noun, reading)
    before = reading.sentences[first.sentence.index - 1].tokens if first.sentence.index else ()
    told = [t for t in before if reading.entities.name_of(t) in near and t.dep_ in SUBJECT | PASSIVE]
    others = any(t.tag_ == "NN" and t.lemma_.lower() in people() and t.dep_ not in BESIDE for t in before)
    fits = free if noun.lower_ != "old" else alone | free.keys()
    plain = len(near) == 1 and near[0] in fits and near[0] not in _speaking(reading)
    return near[0] if plain and told and not others else None


def _left_in_part(groups: Sequence[_Aged], free: Mapping[str, frozenset[Part]]) -> dict[int, str]:
    """Return the names of those who alone are left in a part."""
    out: dict[int, str] = {}
    parts: tuple[Part, ...] = ("accused", "killed", "harmed")
    for part in parts:
        mine = [g for g in groups if part in g.parts]
        names = [name for name, held in free.items() if part in held]
        if len(mine) == len(names) == 1 and mine[0].quantities[0].first not in out:
            out |= {q.first: names[0] for q in mine[0].quantities}
    return out


def _left(groups: Sequence[_Aged], free: Mapping[str, frozenset[Part]], reading: Reading) -> dict[int, str]:
    """Return the name of the one person of whom an article can speak where it tells one age alone.

    Somebody harmed is brought in, and one full name follows soon; who speaks or bears a title is named for that.
    """
    if len(groups) != 1 or not groups[0].new or groups[0].parts <= {"accused"}:
        return {}
    group, sentences = groups[0], reading.sentences
    first = group.quantities[0].sentence.index
    near = range(sentences[first].tokens.start, sentences[min(first + NEAR, len(sentences) - 1)].tokens.end)
    names = [
        e.name
        for e in reading.entities.all
        if e.name in free
        and e.name not in _speaking(reading)
        and free[e.name] <= group.parts
        and e.mentions[0][0] in near
        and _takes_part(reading.doc, e)
    ]
    return {q.first: names[0] for q in group.quantities} if len(names) == 1 else {}


def _speaking(reading: Reading) -> frozenset[str]:
    """Return the names of those who speak or bear a title."""
    speakers = {s.speaker for s in reading.speech.by_token.values() if s.speaker}
    return frozenset(speakers | {r.name for r in roles(reading.parsed, reading.entities)})


def _takes_part(doc: Doc, entity: Entity) -> bool:
    """Return whether the first mention of a full name is a subject, an object or a possessor."""
    head = first_conjunct(top(doc, *entity.mentions[0]))
    return len(entity.name.split()) > 1 and head.dep_ in {"nsubj", "nsubj:pass", "obj", "nmod:poss"}
