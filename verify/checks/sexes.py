"""One person who is a man and a woman: by a title, by a word such as "spokesman", and by the pronouns that take up the name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.checks.base import Subject
from verify.checks.twice import word_lists
from verify.language.entities import Entity
from verify.language.parsed import Sentence
from verify.language.reporting import reporting_verb
from verify.language.roles import role_head, sex
from verify.model import Level, Location, Span
from verify.values.name import PERSON

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = {
    "he": "man",
    "him": "man",
    "himself": "man",
    "his": "man",
    "she": "woman",
    "herself": "woman",
    "her": "woman",
}
COURTESY = {
    "mr": "man",
    "mister": "man",
    "sir": "man",
    "mrs": "woman",
    "ms": "woman",
    "miss": "woman",
    "madam": "woman",
}
SUBJECT = frozenset({"nsubj", "nsubj:pass"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "conj", "acl:relcl", "parataxis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A word that tells a sex, and where it stands."""

    sex: str
    token: Token


def two_sexes(subject: Subject) -> Iterator[tuple[Location, Location, Level]]:
    """Yield the rarer and the other of two words by which one person is a man and a woman, and how sure that is.

    Where there are as many of both, the later is the rarer; one pronoun against one of another paragraph may be of two people.
    """
    found = _by_person(subject)
    for signs in found.values():
        sides = [[s for s in signs if s.sex == one] for one in ("man", "woman")]
        if all(sides) and not _couple(signs):
            rare, usual = sorted(sides, key=lambda own: (len(own), -own[0].token.i))
            here, there = (_place(s[0].token, subject) for s in (rare, usual))
            between = subject.reading.article.text[min(here.end, there.end) : max(here.start, there.start)]
            told = (
                len(usual) > 1
                or "\n" not in between
                or not {rare[0].token.lower_, usual[0].token.lower_} <= {"he", "she"}
            )
            yield here, there, "medium" if told else "low"


def _couple(signs: Sequence[Sign]) -> bool:
    """Return whether two courtesy titles tell the sexes: a surname is then that of two people."""
    return {s.sex for s in signs if s.token.lower_.rstrip(".") in COURTESY} == {"man", "woman"}


def _by_person(subject: Subject) -> Mapping[str, Sequence[Sign]]:
    """Return what tells the sex of each person, in the order of the text."""
    found: dict[str, list[Sign]] = defaultdict(list)
    people = [e for e in subject.reading.entities.all if e.type == PERSON]
    for person in people:
        found[person.name] += [
            s for first, _ in person.mentions if (s := _called(subject.reading.doc[first])) is not None
        ]
    for name, token in _taken_up(subject):
        found[name].append(Sign(sex=PRONOUNS[token.lower_], token=token))
    return found


def _called(first: Token) -> Sign | None:
    """Return the word right before a name that tells a sex, or the first one of the name."""
    for token in (first, first.doc[first.i - 1]) if first.i else (first,):
        plain = token.lower_.rstrip(".")
        told = COURTESY.get(plain) or (_sex(plain) if token.i < first.i else None)
        if told is not None:
            return Sign(sex=told, token=token)
    return None


def _sex(word: str) -> str | None:
    """Return the sex that a word for a person tells, an office that ends in it included ("spokesman")."""
    if sex(word) is not None or role_head(word) is None:
        return sex(word)
    return "woman" if word.endswith("woman") else "man" if word.endswith("man") else None


def _taken_up(subject: Subject) -> Iterator[tuple[str, Token]]:
    """Yield each person with a pronoun that can be of nobody else: the paragraph names one, and nobody besides without a name."""
    for paragraph in _paragraphs(subject):
        tokens = [t for s in paragraph for t in s.tokens]
        person = _named(tokens, subject)
        if person is None:
            continue
        own = [t for t in tokens if any(a <= t.i <= b for a, b in person.mentions)]
        speaker, alone = any(map(_speaks, own)), not _others(tokens, person, subject)
        two = any(len({PRONOUNS[t.lower_] for t in s.tokens if t.lower_ in PRONOUNS}) > 1 for s in paragraph)
        for sentence in paragraph if (speaker or alone) and not two else ():
            for token in sentence.tokens:
                taken = token.i > own[0].i and token.lower_ in {"he", "she"} and _is_of(token, own, subject)
                if taken and (alone or _speaks(token)):
                    yield person.name, token


def _paragraphs(subject: Subject) -> Iterator[list[Sentence]]:
    text, paragraph = subject.reading.article.text, list[Sentence]()
    for sentence in subject.reading.sentences:
        if paragraph and "\n" in text[paragraph[-1].span.end - 1 : sentence.span.start + 1]:
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def _named(tokens: Sequence[Token], subject: Subject) -> Entity | None:
    """Return the one person whom a paragraph names, as the subject of a verb."""
    entities = subject.reading.entities
    named = {e.name: e for t in tokens if (e := entities.of(t)) is not None and e.type == PERSON}
    if len(named) != 1:
        return None
    (person,) = named.values()
    subjects = any(a <= t.i <= b and t.dep_ in SUBJECT for t in tokens for a, b in person.mentions)
    return person if subjects else None


def _others(tokens: Sequence[Token], person: Entity, subject: Subject) -> bool:
    """Return whether a noun outside of quotations speaks of another person."""
    own, speech = {i for a, b in person.mentions for i in range(a - 1, b + 1)}, subject.reading.speech
    return any(_speaks_of_one(t) for t in tokens if t.i not in own and not speech.at(t).direct)


def _speaks(token: Token) -> bool:
    """Return whether somebody is told to say something."""
    return token.dep_ in SUBJECT and reporting_verb(token.head) is not None


def _speaks_of_one(token: Token) -> bool:
    """Return whether a noun speaks of a person; those set beside a name speak of its bearer."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"appos", "compound", "nmod:desc", "flat"}:
        return False
    lemma = token.lemma_.lower()
    return lemma in word_lists()["people"]["words"] or sex(lemma) is not None or role_head(lemma) is not None


def _is_of(pronoun: Token, own: Sequence[Token], subject: Subject) -> bool:
    """Return whether a pronoun outside of quotation marks is the subject of its sentence, or of a clause below a verb of the person's own."""
    if pronoun.dep_ not in SUBJECT or subject.reading.speech.at(pronoun).direct:
        return False
    verb = pronoun.head
    while verb.dep_ in CLAUSES and verb.head != verb:
        verb = verb.head
    above = [c for c in verb.children if c.dep_ in SUBJECT]
    return verb.head == verb and (verb == pronoun.head or any(c in own for c in above))


def _place(token: Token, subject: Subject) -> Location:
    end = token.idx + len(token)
    return subject.reading.article.location(Span(start=token.idx, end=end))
