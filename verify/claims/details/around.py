"""What stands around a word in the tree of its sentence, so that one word can be found again in another sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.claims.kinship import sort_of
from verify.language.content_words import CONTENT, key, telling
from verify.language.grammar.governor import PASSIVE, SUBJECT
from verify.model import Thing

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading

IN_LEAD = "lead"
"""In place of a word around it, of what stands in the lead of a text: all that a brief tells."""
NOMINAL = frozenset({"NOUN", "PROPN", "SYM"})
ATTRIBUTE = frozenset({"amod", "compound", "nmod:poss", "nmod", "nummod"})
DEEPEST = 4
AMOUNTS = frozenset({"number", "amount", "level", "rate", "share", "cost", "price", "size", "total"})


def surroundings(token: Token) -> frozenset[str]:
    """Return the content words that a noun hangs on, up to the verb, and those that hang on it."""
    return frozenset((*_above(token), *_below(token)))


def _above(token: Token) -> Iterator[str]:
    at = token
    for _ in range(DEEPEST):
        if at.head == at:
            return
        at = at.head
        if telling(at):
            yield f"above {key(at)}"
        if at.pos_ in {"VERB", "AUX"}:
            return


def _below(token: Token) -> Iterator[str]:
    for child in token.children:
        if child.dep_ in ATTRIBUTE and child.pos_ in CONTENT:
            yield f"below {key(child)}"


def arguments(verb: Token) -> frozenset[str]:
    """Return the arguments of a verb with their parts (who, whom, what else; the passive's subject is whom) and the verb that it hangs on."""
    own = {f"{part(c)} {key(word)}" for c in verb.children if part(c) for word in (c, *_counted(c)) if telling(word)}
    above = verb.head
    if verb.dep_ == "conj" and above.pos_ == "VERB" and not any(edge.startswith("who") for edge in own):
        own |= {f"{part(c)} {key(c)}" for c in above.children if c.dep_ in SUBJECT | PASSIVE and telling(c)}
    if verb.dep_ in {"xcomp", "ccomp", "advcl"} and above.pos_ == "VERB" and telling(above):
        own |= {
            f"above {key(above)}",
            *(f"{part(c)} {key(c)}" for c in above.children if part(c) == "who" and telling(c)),
        }
    return frozenset(own)


def _counted(noun: Token) -> Iterator[Token]:
    """Yield what a noun of amount is of: "cut the number of attacks"."""
    if noun.lemma_.lower() in AMOUNTS:
        yield from (c for c in noun.children if c.dep_ == "nmod")


def part(child: Token) -> str:
    """Return the part that an argument plays at its verb, nothing for what is none."""
    if child.dep_ in PASSIVE or child.dep_ in {"obj", "iobj"}:
        return "whom"
    if child.dep_ in SUBJECT:
        return "who"
    if child.dep_ == "obl:agent":
        return "who"
    return "else" if child.dep_.startswith(("obl", "xcomp", "ccomp")) else ""


def is_person(token: Token) -> bool:
    """Return whether a noun counts people."""
    return sort_of(Thing(text=token.text, head=token.lemma_.lower())) == "person"


def asserted(token: Token, reading: Reading) -> bool:
    """Return whether a word is neither hedged nor in a quotation."""
    speech = reading.speech.at(token)
    return not speech.hedged and not speech.direct
