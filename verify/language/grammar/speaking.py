"""Who speaks where only "she" or "the mayor" does: the one person that the sentences around leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from verify.language.entities import Entities, Entity
from verify.language.grammar.referents import PERSONAL, sex_of, sex_told
from verify.language.roles import Role, role_head, roles
from verify.language.speakers import Attribution
from verify.values.name import PERSON

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Parsed

BACK = 2
"""Sentences before a pronoun in which the person it means must be named."""
FAR = 3
"""Sentences after which who spoke last no longer counts."""


def resolved(parsed: Parsed, entities: Entities, cues: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with the names of those who are only "she" or "the mayor" there, where one can be
    meant.
    """
    out: list[Attribution] = []
    known = tuple(roles(parsed, entities)) if any(c.form != "name" for c in cues) else ()
    genders = _genders(parsed, entities, known)
    for cue in cues:
        if cue.form == "pronoun":
            last = next((c for c in reversed(out) if cue.sentence - c.sentence <= FAR), None)
            cue = replace(cue, speaker=_speaker_meant(parsed, entities, cue, last, genders))
        elif cue.form == "definite" and cue.speaker:
            cue = replace(cue, speaker=_holder(cue.speaker, known) or cue.speaker)
        out.append(cue)
    return out


def _holder(title: str, known: Sequence[Role]) -> str | None:
    """Return the one person of an article whose role has all the words of a title ("the mayor", "the police chief")."""
    words = set(title.lower().split())
    head = title.lower().split()[-1]
    names = {r.name for r in known if role_head(r.text) == head and words <= set(r.text.lower().split())}
    return next(iter(names)) if len(names) == 1 else None


def _genders(parsed: Parsed, entities: Entities, known: Sequence[Role]) -> dict[str, str]:
    """Return which people an article calls by words for a man, or for a woman, alone."""
    told: dict[str, set[str]] = {}
    for role in known:
        told.setdefault(role.name, set()).add(sex_told({role_head(role.text) or ""}) or "")
    for entity in entities.all:
        for first, _ in entity.mentions if entity.type == PERSON else ():
            told.setdefault(entity.name, set()).add(sex_told({parsed.doc[max(0, first - 1)].lower_.rstrip(".")}) or "")
    return {name: next(iter(found - {""})) for name, found in told.items() if len(found - {""}) == 1}


def _speaker_meant(
    parsed: Parsed, entities: Entities, cue: Attribution, last: Attribution | None, genders: dict[str, str]
) -> str | None:
    """Return whom a pronoun means: who spoke last if none but he was named since, else the one person named in this
    sentence and those before it, else the article's only person; nobody whom the speaker names.
    """
    pronoun = parsed.doc[cue.subject]
    wanted = sex_of(pronoun) if pronoun.lower_ in PERSONAL else None
    if wanted is None:
        return None
    people = [e for e in entities.all if e.type == PERSON and genders.get(e.name, wanted) == wanted]
    start = parsed.sentences[max(0, cue.sentence - BACK)].tokens.start
    own = range(cue.first, cue.last + 1)
    near = _named_at(people, [i for i in range(start, cue.subject) if i not in own])
    speaker = last.speaker if last is not None and last.speaker and _may_be(last, wanted, people) else None
    if speaker is not None and last is not None:
        others = _named_at(people, _since(parsed, last, cue)) - {speaker}
        return speaker if not others and (not near or _is_named(speaker, people)) else None
    left = near or {e.name for e in people} - _named_at(people, own)
    return next(iter(left)) if len(left) == 1 else None


def _since(parsed: Parsed, last: Attribution, cue: Attribution) -> Sequence[int]:
    """Return the tokens from who spoke last to a pronoun without those he speaks of; to whom he spoke is among them."""
    verb = parsed.doc[last.cue]
    topics = {t.i for c in verb.children if _with_case(c, "of", "about", "on") for t in c.subtree}
    said = {*range(last.first, last.last + 1), *topics}
    return [i for i in range(last.cue, cue.subject) if i not in said or _addressed(parsed.doc[i], verb)]


def _addressed(token: Token, verb: Token) -> bool:
    """Return whether a word is for whom a verb speaks to ("told Lee", "said to Lee")."""
    return token.head == verb and (token.dep_ in {"obj", "iobj"} or _with_case(token, "to", "with"))


def _with_case(token: Token, *prepositions: str) -> bool:
    return any(c.dep_ == "case" and c.lower_ in prepositions for c in token.children)


def _named_at(people: Sequence[Entity], tokens: Sequence[int]) -> set[str]:
    """Return the people whose names begin, or have their head, at one of some tokens."""
    inside = frozenset(tokens)
    return {e.name for e in people if any(not inside.isdisjoint(range(a, b + 1)) for a, b in e.mentions)}


def _is_named(speaker: str, people: Sequence[Entity]) -> bool:
    return any(e.name == speaker for e in people)


def _may_be(last: Attribution, wanted: str, people: Sequence[Entity]) -> bool:
    """Return whether who spoke last can be "he", or "she": a person by name, or somebody by a word for one person."""
    if last.form in {"name", "pronoun"}:
        return _is_named(last.speaker or "", people)
    head = role_head(last.speaker or "")
    return head is not None and sex_told({head}) in {None, wanted}
