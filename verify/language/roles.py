"""Roles of people: the title before a name, and the noun phrase set beside it between commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from verify.language.entities import Entities, Entity
from verify.language.grammar.assertion import is_negated
from verify.language.grammar.governor import VERBAL, has_copula
from verify.language.name_types import is_courtesy, role_words
from verify.language.namesakes import GENITIVE
from verify.lists import load
from verify.values.name import PERSON
from verify.values.period import MONTHS, WEEKDAYS
from verify.values.wording import split

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from verify.language.parsed import Parsed

LONGEST = 14
ENDS = frozenset({",", ".", ";", ":", "(", ")", "—", "–", '"', "“", "”"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "one"})
TIMES = frozenset({"today", "yesterday", "tomorrow", "tonight", "week", "month", "year"})
PARTS = frozenset({"morning", "afternoon", "evening", "night", "weekend"})
NOW = frozenset({"is", "'s", "’s"})
LINKING = frozenset({"of", "for", "the", "in", "at"})
BESIDE = frozenset({"appos", "nmod:desc", "compound"})
ASIDE = frozenset({"punct", "appos", "acl", "acl:relcl", "advcl", "parataxis", "cop"})
AGED = ("year-old", "month-old")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One role of one person: the tokens of its words, the words without article, the tokens of the name and the
    fullest name.
    """

    first: int
    last: int
    text: str
    person: tuple[int, int]
    name: str


def _is_head(word: str) -> bool:
    """Return whether a word can be the head of a role; plurals count several people and are left out."""
    plain = word.lower().rstrip(".")
    return (plain in role_words() and plain not in load("roles")["modifiers"]) or sex(plain) is not None


def sex(word: str) -> str | None:
    """Return the sex that a word for a person tells and nothing else, None for other words."""
    return "man" if word in load("roles")["men"] else "woman" if word in load("roles")["women"] else None


def role_head(text: str) -> str | None:
    """Return the word of a role that says what it is: the last before "of", "to", "for" or the end."""
    head = None
    for word in split(text):
        if word.key in {"of", "to", "for", "in", "at", "with"}:
            break
        head = word.key if _is_head(word.key) else head
    return head


def whole_office(text: str) -> str | None:
    """Return the words of an office that one person at a time has, in one order for all its forms ("mayor of Leeds", "Leeds' mayor");
    None for other roles, and where it is not told of what, but for the prime minister, of whom a country has one.
    """
    words = {w.key: w.text for w in split(re.sub(r"['’]s\b", "", text))}
    office = role_head(text)
    told = {"prime", "minister"} <= words.keys() or any(t[:1].isupper() and k != office for k, t in words.items())
    if office not in _word_list("sole") or not told or is_former(text) or words.keys() & _word_list("deputies"):
        return None
    return " ".join(sorted(words.keys() - LINKING))


def is_former(text: str) -> bool:
    """Return whether a role is one that its holder no longer has."""
    return any(w.key in load("roles")["former"] for w in split(text))


def roles(parsed: Parsed, entities: Entities) -> Iterator[Role]:
    """Yield the roles of the people of an article, in the order of their names."""
    people = {i for e in entities.all if e.type == PERSON for a, b in e.mentions for i in range(a, b + 1)}
    for entity in entities.all:
        if entity.type == PERSON:
            for first, last in entity.mentions:
                yield from _around(parsed, entity, (first, last), people)


def _around(parsed: Parsed, entity: Entity, person: tuple[int, int], people: set[int]) -> Iterator[Role]:
    doc, sentence = parsed.doc, parsed.sentence(parsed.doc[person[0]])
    if sentence is None:
        return
    start, end = sentence.tokens.start, sentence.tokens.end
    written = (_title(doc, person[0], start, people), _apposed(doc, person[1], end), _said_to_be(doc, person, end))
    taken: list[tuple[int, int]] = []
    for found in (*(w for w in written if w is not None), *_in_tree(doc, person)):
        apart = all(found[1] < a or b < found[0] for a, b in taken) and not _holds_other(doc, found, people)
        if apart and found[1] - found[0] < LONGEST and (text := _plain(doc, *found)):
            taken.append(found)
            yield Role(first=found[0], last=found[1], text=text, person=person, name=entity.name)


def _title(doc: Doc, first: int, start: int, people: set[int]) -> tuple[int, int] | None:
    """Return the title that stands directly before a name; a mere rank behind a longer title is left out of it."""
    left = _left_edge(doc, first - 1, start, people)
    last = first - 1
    while last > left and is_rank(doc[last]) and any(_is_head(t.text) and not is_rank(t) for t in doc[left:last]):
        last -= 1
    return (left, last) if left <= last and _has_role(doc, left, last) else None


def _in_tree(doc: Doc, person: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the noun phrases that the tree sets beside a name, before or behind it, or makes its predicate ("the mayor is X")."""
    name = doc[person[0] : person[1] + 1].root
    beside = [c for c in name.children if c.dep_ in BESIDE and _names_trade(c, name)]
    held = [t for t in (name.head, *_owners(name.head)) if name.dep_ == "appos" and _is_head(t.text)]
    now = any(c.dep_ == "cop" and c.lower_ in NOW for c in name.children) and not is_negated(name)
    held += [
        c for c in name.head.children if c.dep_ == name.dep_ and c.right_edge.i + 1 == person[0] and _is_head(c.text)
    ]
    held += [c for c in name.children if now and c.dep_ == "nsubj" and _is_head(c.text)]
    for head in (*beside, *held):
        if head.pos_ in {"NOUN", "PROPN"} and not is_rank(head) and head.ent_type_ != "PER":
            found = _phrase(head, person)
            if _touch(doc, *sorted((found, person))):
                yield found


def _owners(word: Token) -> Iterator[Token]:
    """Yield the nouns that a noun behind "of" belongs to, from the inside out ("head of the council of elders")."""
    while word.dep_ == "nmod" and word.head.i < word.i:
        word = word.head
        yield word


def _holds_other(doc: Doc, found: tuple[int, int], people: set[int]) -> bool:
    """Return whether a phrase names a person who does not own what it tells."""
    return any(i in people and doc[i].dep_ != "nmod:poss" for i in range(found[0], found[1] + 1))


def _touch(doc: Doc, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Return whether nothing but marks, an age, a rank, "Dr" or "is" stands between two phrases."""
    between = doc[left[1] + 1 : right[0]]
    return all(t.is_punct or t.is_space or t.pos_ == "NUM" or t.lower_ in NOW or is_rank(t) for t in between)


def _names_trade(word: Token, name: Token) -> bool:
    """Return whether a noun beside a name tells what its bearer is: a known role, or any trade with "a" or right before the name."""
    if _is_head(word.text):
        return True
    title = word.i + 1 == name.left_edge.i or word.i + 1 == name.i
    behind = word.i > name.i and any(c.lower_ in {"a", "an"} for c in word.children)
    return (
        word.tag_ == "NN"
        and word.pos_ == "NOUN"
        and not _is_time(word)
        and (behind or (title and word.dep_ != "appos"))
    )


def _phrase(head: Token, person: tuple[int, int]) -> tuple[int, int]:
    """Return the tokens of a noun phrase without clauses, a second member and the name."""
    own = {head.i}
    stack = [head]
    while stack:
        for child in stack.pop().children:
            aside = child.dep_ in ASIDE or person[0] <= child.i <= person[1]
            if not aside and not (child.dep_ in {"cc", "conj"} and child.head == head):
                own.add(child.i)
                stack.append(child)
    first = last = head.i
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    return first, last


def _left_edge(doc: Doc, last: int, start: int, people: set[int]) -> int:
    """Return where a noun phrase that ends at a token begins."""
    i = last + 1
    while i - 1 >= start and last - i < LONGEST and i - 1 not in people and _goes_on(doc, i - 1, i):
        i -= 1
    while i <= last and doc[i].lower_ in {"of", "for", "and", "the", "'s", "’s", "-"}:
        i += 1
    return i


def _goes_on(doc: Doc, i: int, after: int) -> bool:
    """Return whether a role goes on to the left over a token."""
    token = doc[i]
    if _is_time(token) or (token.lower_ == "old" and i and doc[i - 1].text == "-"):
        return False
    if token.pos_ in NOMINAL or token.lower_ in GENITIVE or (token.text == "-" and not token.whitespace_):
        return token.text not in ENDS and token.pos_ != "NUM"
    capitals = after < len(doc) and (doc[after].text[0].isupper() or doc[after].lower_ == "the")
    if token.lower_ in {"of", "for", "and"}:
        return capitals and i > 0 and doc[i - 1].text[0].isupper()
    return token.lower_ == "the" and i > 0 and doc[i - 1].lower_ in {"of", "for"} and capitals


def _is_time(token: Token) -> bool:
    """Return whether a token ends the date before a role ("Sunday evening Mayor Lee said"); a night manager has his role."""
    if token.text in {*WEEKDAYS, *MONTHS} or token.lower_ in TIMES:
        return True
    before = token.nbor(-1) if token.i else token
    return token.lower_ in PARTS and (before.text in WEEKDAYS or before.lower_ in {"last", "this"})


def _has_role(doc: Doc, first: int, last: int) -> bool:
    """Return whether a phrase says what someone is: a role stands at its end, or before "of"."""
    heads = [i for i in range(first, last + 1) if _is_head(doc[i].text) and not is_courtesy(doc[i])]
    return bool(heads) and (
        heads[-1] == last or doc[heads[-1] + 1].lower_ in {"of", "for", "to"} or _of_after(doc, heads, last)
    )


def _of_after(doc: Doc, heads: list[int], last: int) -> bool:
    return any(i < last and doc[i + 1].lower_ in {"of", "for", "to"} for i in heads)


def _apposed(doc: Doc, last: int, end: int) -> tuple[int, int] | None:
    """Return the noun phrase between commas after a name, an age and where one is from passed over."""
    i = last + 1
    if i + 1 < end and doc[i].lower_ in {"of", "from"}:
        i = next((k for k in range(i + 1, end) if doc[k].pos_ != "PROPN"), end)
    if i + 1 >= end or doc[i].text != ",":
        return None
    if doc[i + 1].text.isdigit() and i + 3 < end and doc[i + 2].text == ",":
        i += 2
    return _role_phrase(doc, i + 1, end)


def _said_to_be(doc: Doc, person: tuple[int, int], end: int) -> tuple[int, int] | None:
    """Return the role that a clause says a person has now ("X is the mayor", "X, who is the mayor")."""
    name = doc[person[0] : person[1] + 1].root
    for head in (name.head, *name.children):
        now = next((c for c in head.children if c.dep_ == "cop" and c.lower_ in NOW), None)
        if now is None or head.pos_ not in NOMINAL or is_negated(head):
            continue
        if (name.dep_ == "nsubj" and head == name.head) or head.dep_ == "acl:relcl":
            found = _role_phrase(doc, now.i + 1, end)
            return found if found is not None and found[0] <= head.i <= found[1] else None
    return None


def _role_phrase(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Return the noun phrase that begins at a token, where a role is its head."""
    stop = next((k for k in range(start, min(end, start + LONGEST)) if _stops(doc[k])), None)
    if stop is None or stop == start:
        return None
    heads = (k for k in range(start, stop) if _is_head(doc[k].text) and doc[k + 1].lower_ not in GENITIVE)
    head = next((k for k in heads if not is_courtesy(doc[k])), None)
    if head is None or any(t.dep_ == "conj" and t.tag_ == "NNS" for t in doc[head:stop]):
        return None
    if any(t.pos_ in {"ADP", "SCONJ", "PRON", "CCONJ"} and t.lower_ not in ARTICLES for t in doc[start:head]):
        return None
    return start, stop - 1


def _stops(token: Token) -> bool:
    clause = token.pos_ == "CCONJ" and (token.head.pos_ in VERBAL or has_copula(token.head))
    return clause or token.text in ENDS or token.pos_ in VERBAL or token.tag_ in {"WP", "WDT", "WP$", "WRB"}


def _plain(doc: Doc, first: int, last: int) -> str:
    """Return the words of a role on one line, without the article and an age."""
    words = doc[first : last + 1].text.split()
    while words and (words[0].lower() in ARTICLES or words[0].lower().endswith(AGED)):
        words.pop(0)
    return " ".join(words)


@cache
def _word_list(name: str) -> frozenset[str]:
    return frozenset(load("roles")[name])


def is_rank(token: Token) -> bool:
    """Return whether a token is a rank or form of address, which stands beside another title."""
    return token.lower_.rstrip(".") in _word_list("ranks") or is_courtesy(token)
