"""The places of a clause that a name can fill: who warns, who is warned, over what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.language.events import light_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Parsed, Sentence

CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "ccomp", "xcomp"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slot:
    """An argument of a verb: its role ("obj", "obl over"), the token that fills it, and the verb's other arguments by role."""

    verb: Token
    role: str
    filler: Token
    sentence: Sentence
    others: frozenset[tuple[str, str]]


def slots(parsed: Parsed) -> Iterator[Slot]:
    """Yield the slots of every full verb of the sentences, in the order of the text; light verbs say too little by themselves."""
    for sentence in parsed.sentences:
        for verb in sentence.tokens:
            if verb.pos_ == "VERB" and verb.lemma_.lower() not in light_verbs():
                yield from _slots(verb, sentence)


def _slots(verb: Token, sentence: Sentence) -> Iterator[Slot]:
    arguments = [(role(c), c) for c in verb.children if c.dep_ in CORE]
    for name, filler in arguments:
        rest = frozenset((r, c.lemma_.lower()) for r, c in arguments if c != filler and c.pos_ in CONTENT)
        yield Slot(verb=verb, role=name, filler=filler, sentence=sentence, others=rest)


def role(token: Token) -> str:
    """Return the relation of an argument, with its preposition; the passive's subject and the addressee are objects."""
    relation = token.dep_
    if relation in {"nsubj:pass", "iobj"}:
        return "obj"
    case = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    if relation == "obl:agent" or (relation == "obl" and case == "by" and _passive(token.head)):
        return "nsubj"
    return f"{relation} {case}".strip()


def _passive(verb: Token) -> bool:
    return any(c.dep_ in {"aux:pass", "nsubj:pass"} for c in verb.children)
