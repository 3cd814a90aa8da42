"""The shortest clause that states a claim, in the words of its sentence, with "…" for the value: "The crew searched for …"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import dropwhile
from typing import TYPE_CHECKING

from verify.claims.quantity.lexicon import table
from verify.language.grammar.arguments import stands_for, subject, subject_beside
from verify.language.grammar.governor import PASSIVE, SUBJECT, VERBAL, has_subject, top
from verify.language.grammar.referents import person_meant

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.reading import Reading
    from verify.model import Location, Thing

GAP = "…"
MOST = 12
"""Words of a clause, up to which what tells more of it than who does what to whom is added."""
WHOLE = 14
"""Words up to which a clause is told as it stands: what was left out of its middle costs more to read than it saves."""
SUBJECTS = SUBJECT | PASSIVE
PARTS = frozenset({"aux", "aux:pass", "cop", "obj", "iobj", "xcomp", "compound:prt", "obl:agent", "expl"}) | SUBJECTS
"""What a clause cannot be without."""
OBJECTS = frozenset({"obj", "iobj", "xcomp", "ccomp", "obl:agent", "cop", "aux:pass"})
WITHIN = frozenset(
    {"det", "amod", "compound", "flat", "nummod", "nmod:poss", "case", "fixed", "nmod:desc", "goeswith", "cc", "conj"}
)
"""What a phrase cannot be without."""
MORE = frozenset({"obl", "obl:tmod", "obl:npmod", "nmod", "nmod:tmod", "nmod:npmod", "advmod"})
TIGHT = frozenset({"-", "–", "/", "%", "'s", "’s"})
"""What is written together with the words beside it."""
OPENING = frozenset({"CCONJ", "SCONJ", "PUNCT"})
NO_BRACKETS = str.maketrans("", "", "[]")
SETTING_OFF = frozenset(';:()–—“”"')
"""Signs that set a remark off."""
YEAR, OLD = "year", "old"
DIGITS = 2
"""Digits of an age behind a name."""
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT"})
JOINED = frozenset({"conj", "appos", "cc"})
PARTING = frozenset(";:")
"""Signs beyond which another statement stands."""


def gist(at: Location, thing: Thing | None, reading: Reading) -> str:
    """Return the clause around a place in which a gap stands for the value; of a quantity the thing is left to read."""
    doc = reading.doc
    first, last = tokens_at(at, reading)
    hidden = _hidden(first, last, thing, reading)
    anchor = top(doc, first, last)
    clause = clause_word(anchor)
    own = subject(clause) if clause.pos_ in VERBAL else subject_beside(clause)
    spine = (*_up(anchor, clause), *((own,) if own is not None else ()))
    listed = {i for t in spine[:1] for c in t.children if c.dep_ in JOINED and t.pos_ not in VERBAL for i in core(c)}
    kept = {i for t in spine for i in core(t)} - listed | set(range(first, last + 1))
    for more in _further(kept, reading):
        if len(kept | more) <= MOST + last - first + 1:
            kept |= more
    return _written(_without_breaks(_this_side(kept, first, last, reading), hidden, reading), hidden, own, reading)


def _this_side(kept: Set[int], first: int, last: int, reading: Reading) -> Set[int]:
    """Return the words that no semicolon parts from the value."""
    parting = [t.i for t in reading.doc[min(kept) : max(kept) + 1] if t.text in PARTING]
    low = max((i for i in parting if i < first), default=-1)
    high = min((i for i in parting if i > last), default=len(reading.doc))
    return {i for i in kept if low < i < high}


def _without_breaks(kept: Set[int], hidden: Set[int], reading: Reading) -> Set[int]:
    """Return the words with those between them, where that makes no long title and opens no other clause."""
    doc = reading.doc
    between = [doc[i] for i in range(min(kept), max(kept)) if i not in kept | hidden]
    words = sum(not t.is_punct for t in doc[min(kept) : max(kept) + 1]) - len(hidden)
    breaks = any(t.text in SETTING_OFF or has_subject(t) for t in between)
    return kept if breaks or words > WHOLE else kept | {t.i for t in between if not _aside(t)}


def _aside(token: Token) -> bool:
    """Return whether a word is the age behind a name, or a comma beside it: "Ana Prado, 31, and"."""
    doc = token.doc
    number = next(
        (t for t in doc[max(0, token.i - 1) : token.i + 2] if t.text.isdigit() and len(t.text) <= DIGITS), None
    )
    set_off = (
        number is not None and number.i > 1 and doc[number.i - 1].text == "," and doc[number.i - 2].pos_ == "PROPN"
    )
    return set_off and (token == number or token.text == ",")


def tokens_at(at: Location, reading: Reading) -> tuple[int, int]:
    """Return the first and the last token of a place."""
    inside = reading.doc.char_span(at.start, at.end, alignment_mode="expand") or reading.doc[:1]
    return inside.start, inside.end - 1


def _hidden(first: int, last: int, thing: Thing | None, reading: Reading) -> frozenset[int]:
    """Return the tokens of the value: of an age its number, of a quantity what stands before the words of the thing; "a man" is no number."""
    doc, words = reading.doc, thing.text.split() if thing else []
    of_age = doc[last].lower_ == OLD
    years = next((i for i in range(first + 1, last + 1) if of_age and doc[i].lemma_.lower() == YEAR), None)
    start = next((i for i in range(first, last + 1) if words and doc[i].text == words[0].split("-")[0]), years)
    if start is None:
        return frozenset(range(first, last + 1))
    end = start - 1 if doc[start - 1].text in TIGHT and start - 2 >= first else start
    vague = {word for words in table("vague") for word in words.split()}
    counts = any(t.pos_ not in DESCRIBING or t.lower_ in vague for t in doc[first:end])
    return frozenset(range(first, end) if counts else ())


def clause_word(anchor: Token) -> Token:
    """Return the word at the top of the shortest clause: its verb, what is said to be, or a noun that a participle describes."""
    at = anchor
    while at.head != at:
        if at.dep_ == "acl" and at.head.pos_ not in VERBAL:
            at = at.head
            continue
        if at.pos_ in VERBAL and at.dep_ not in {"xcomp", "aux", "cop", "aux:pass", "amod"}:
            return at
        if has_subject(at):
            return at
        at = at.head
    return at


def _up(token: Token, clause: Token) -> Iterator[Token]:
    """Yield the words from a token up to its clause."""
    yield token
    while token not in (clause, token.head):
        token = token.head
        yield token


@lru_cache(maxsize=256)  # the claims of one sentence ask for the same words
def core(token: Token) -> frozenset[int]:
    """Return a word and what it cannot be without, down to the ends of its phrases."""
    out, stack = set[int](), [token]
    while stack:
        at = stack.pop()
        out.add(at.i)
        stack += _needed(at)
        if at.pos_ in VERBAL and (verb := _with_object(at)) is not None:
            out |= {c.i for c in verb.children if c.dep_ == "cc"}
            stack.append(verb)
    return frozenset(out)


def _needed(token: Token) -> list[Token]:
    """Return the words below a word that it cannot be without."""
    states = token.pos_ in VERBAL or any(c.dep_ in SUBJECTS | {"cop"} for c in token.children)
    allowed = PARTS | WITHIN if states else WITHIN
    found = []
    for child in token.children:
        negates = child.dep_ == "advmod" and "Polarity=Neg" in str(child.morph)
        of = child.dep_ == "nmod" and (any(c.lower_ == "of" for c in child.children) or _leads_to(token, child))
        marks = child.dep_ == "mark" and child.lower_ == "to"
        joined = child.dep_ in {"cc", "conj"} and (token.pos_ in VERBAL or child.pos_ in VERBAL)
        named = child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == token.i + 1
        if (child.dep_ in allowed or negates or of or marks or named) and not joined and not _aside(child):
            found.append(child)
    return found


def _with_object(verb: Token) -> Token | None:
    """Return the verb that is joined to one without an object and has it: "shot and killed a boy"."""
    if any(c.dep_ in OBJECTS for c in verb.children):
        return None
    joined = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ in VERBAL), None)
    has_it = joined is not None and any(c.dep_ == "obj" for c in joined.children) and not has_subject(joined)
    return joined if has_it else None


def _further(kept: Set[int], reading: Reading) -> Iterator[frozenset[int]]:
    """Yield what else tells of the clause, what stands first in the text first."""
    for i in sorted(kept):
        for child in reading.doc[i].children:
            if child.dep_ in MORE and child.i not in kept:
                yield core(child)


def _leads_to(noun: Token, child: Token) -> bool:
    """Return whether a noun is half a preposition, and a word stands behind it: "in connection with the shooting"."""
    bare = noun.tag_ == "NN" and [c.dep_ for c in noun.lefts] == ["case"]
    return bare and child.dep_ == "nmod" and child.left_edge.i == noun.i + 1


def _written(kept: Set[int], hidden: Set[int], own: Token | None, reading: Reading) -> str:
    """Return the kept words as written, what is hidden as one gap, a pronoun for the subject as whom it means."""
    shown = tied(kept, reading)
    words: list[str] = []
    for i in shown:
        meant = GAP if i in hidden else _meant(own, reading) if own is not None and own.i == i else reading.doc[i].text
        if not (meant == GAP and words and words[-1].startswith(GAP)):
            words.append(meant)
        if i + 1 not in shown or reading.doc[i].whitespace_:
            words[-1] = f"{words[-1].rstrip()} "
    return "".join(words).translate(NO_BRACKETS).strip(" ,;:").replace(" ,", ",")


def tied(kept: Set[int], reading: Reading) -> list[int]:
    """Return the kept words from the first that opens no other clause, with all that is written together with them and commas between."""
    doc, out = reading.doc, set(kept)
    for i in sorted(kept):
        while i + 1 < len(doc) and _ties(doc[i], doc[i + 1]):
            out.add(i := i + 1)
    for i in sorted(kept, reverse=True):
        while i and _ties(doc[i - 1], doc[i]):
            out.add(i := i - 1)
    out |= {i for i in range(min(out), max(out)) if doc[i].text == "," and {i - 1, i + 1} <= out}
    return list(dropwhile(lambda i: _opens(doc[i]), sorted(out)))


def _ties(left: Token, right: Token) -> bool:
    """Return whether two words are written as one with a mark between them or at the end of the first."""
    word = right.pos_ != "PUNCT" or right.text in TIGHT
    return not left.whitespace_ and word and (left.text in TIGHT or right.text in TIGHT)


def _opens(token: Token) -> bool:
    """Return whether a word only joins a clause to what stands before it, or is a verb whose subject is left out."""
    return token.pos_ in OPENING | {"AUX"} or token.tag_ == "WRB"


def _meant(own: Token, reading: Reading) -> str:
    """Return the word of a subject, of a relative pronoun the noun, of "he" and "she" the name."""
    noun = stands_for(own)
    if noun != own:
        phrase = {i for i in core(noun) if reading.doc[i].dep_ != "case" or reading.doc[i].head != noun}
        words = [reading.doc[i] for i in tied(phrase, reading)]
        return "".join(w.text_with_ws for w in words).strip()
    return (person_meant(own, reading) or _teller(own) or own.text) if own.pos_ == "PRON" else own.text


def _teller(own: Token) -> str:
    """Return who tells of himself: "the victim told officers he was skateboarding"."""
    verb = next((t.head for t in (own.head,) if t.dep_ == "ccomp"), None)
    teller = subject_beside(verb) if verb is not None and own.lower_ in {"he", "she"} else None
    whole = (
        own.whitespace_ and teller is not None and teller.pos_ == "NOUN" and teller.tag_ == "NN" and teller.i < own.i
    )
    if not whole or teller is None:
        return ""
    return " ".join(t.text for t in teller.doc[teller.left_edge.i : teller.i + 1])
