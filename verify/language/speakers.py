"""Reporting words in a sentence: who speaks, by which verb, and which words are reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from verify.language.entities import Entities
from verify.language.reporting import is_passive, manner, reporting_verb, word_lists

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from verify.language.parsed import Parsed, Sentence

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj"})
SPEAKING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
CLAUSES = frozenset({"ccomp", "xcomp", "parataxis", "ccomp:report"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
NAMING = frozenset({"flat", "appos", "nmod:desc", "compound"})
MARKS = frozenset('"“”„«»')
SINGLE = frozenset({"‘", "’", "'", "''", "``", "‘‘", "’’"})
SPANS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
"""Nouns that tell how long before or after something is said ("said just hours after the vote"), and speak nothing."""
NEAR = 8
"""How many words may stand between a reporting verb and its subject where the tree gives none."""


Form = Literal["name", "pronoun", "definite", "phrase"]
"""How a speaker is given: "Lee", "she", "the mayor", "a neighbor"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One reporting word: its token, the speaker (None where not told) and the token of the word for him, and the range of
    the reported words.
    """

    cue: int
    lemma: str
    speaker: str | None
    form: Form
    hedged: bool
    first: int
    last: int
    sentence: int
    subject: int = -1


def attributions(parsed: Parsed, entities: Entities, quoted: frozenset[int]) -> tuple[Attribution, ...]:
    """Return the reporting words of an article that stand outside quotation marks; `quoted` are the tokens inside
    them.
    """
    out: list[Attribution] = []
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.i not in quoted and (found := _attribution(parsed.doc, token, sentence, entities, quoted)):
                out.append(found)
    return tuple(out)


def _attribution(
    doc: Doc, token: Token, sentence: Sentence, entities: Entities, quoted: frozenset[int]
) -> Attribution | None:
    if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        return _according(doc, token, sentence, entities)
    lemma = reporting_verb(token)
    if lemma is None or is_passive(token):
        return None
    subject = _subject(token, sentence, quoted)
    if subject is None or (lemma in word_lists()["report"] and not _reports(doc, token, sentence)):
        return None
    if subject.lower_ == "who" and token.dep_.startswith("acl") and _can_speak(token.head):
        subject = token.head
    first, last = _content(token, subject, sentence)
    cue, hedged = manner(token, lemma)
    name, form = _named(subject, entities)
    return Attribution(
        cue=token.i,
        lemma=cue,
        speaker=name,
        form=form,
        hedged=hedged,
        first=first,
        last=last,
        sentence=sentence.index,
        subject=subject.i,
    )


def _according(doc: Doc, token: Token, sentence: Sentence, entities: Entities) -> Attribution | None:
    """Return "according to X": the rest of the sentence is reported, what stands before it if anything does."""
    end = next(
        (i for i in range(token.i + 2, sentence.tokens.end) if _is(doc[i], ",.;")),
        sentence.tokens.end,
    )
    source = doc[token.i + 2 : end]
    if not len(source):
        return None
    named = next((n for t in source if (n := entities.name_of(t)) and entities.by_token[t.i].type != "country"), None)
    start = sentence.tokens.start
    opens = token.i - start <= 1
    first, last = (end, sentence.tokens.end - 1) if opens else (start, token.i - 1)
    return Attribution(
        cue=token.i,
        lemma="according to",
        speaker=named or _plain(source.text),
        form="name" if named else _form(source),
        hedged=False,
        first=first,
        last=last,
        sentence=sentence.index,
    )


def _subject(verb: Token, sentence: Sentence, quoted: frozenset[int]) -> Token | None:
    """Return who speaks: the verb's subject in the tree, that of the verb it is coordinated with, else the noun
    beside the verb.
    """
    at = verb
    for _ in range(4):
        found = [c for c in at.children if c.dep_ in SUBJECTS and c.i not in quoted and _can_speak(c)]
        if found:
            return min(found, key=lambda c: abs(c.i - at.i))
        if at.dep_ not in {"conj", "xcomp", "advcl"} or at.head == at or _another_form(at):
            break
        controller = next((c for c in at.head.children if c.dep_ == "obj" and at.dep_ == "xcomp" and c.i < at.i), None)
        if controller is not None:
            return controller
        at = at.head
    return _beside(verb, sentence, quoted)


def _another_form(verb: Token) -> bool:
    """Return whether a verb in "-ing" is read as one of a row with a verb of another form, which it cannot be."""
    return verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.tag_ != "VBG"


def _can_speak(token: Token) -> bool:
    """Return whether a token is a nominal without preposition."""
    return (
        token.pos_ in SPEAKING
        and token.lower_ not in SPANS
        and not any(c.dep_ == "case" and c.i < token.i for c in token.children)
    )


def _beside(verb: Token, sentence: Sentence, quoted: frozenset[int]) -> Token | None:
    """Return the last noun before the verb; where a quotation or comma stands there, the noun after the verb ("…," said
    Lee) or that before what is set off ("Lee, of Leeds, said").
    """
    doc = verb.doc
    before = doc[verb.i - 1] if verb.i > sentence.tokens.start else None
    if before is None or _is(before, ","):
        return None if verb.tag_ == "VBG" else _after(verb, sentence) or _before_aside(verb, sentence, quoted)
    return before if before.pos_ in NOUNS and before.i not in quoted else None


def _after(verb: Token, sentence: Sentence) -> Token | None:
    """Return the end of the noun phrase that follows a verb."""
    doc = verb.doc
    for i in range(verb.i + 1, min(verb.i + NEAR, sentence.tokens.end)):
        if _is(doc[i], ",.:") or doc[i].pos_ in {"ADP", "SCONJ"}:
            return None
        if (
            doc[i].pos_ in NOUNS
            and _can_speak(doc[i])
            and (i + 1 == len(doc) or doc[i + 1].pos_ not in {"NOUN", "PROPN"})
        ):
            return doc[i]
    return None


def _before_aside(verb: Token, sentence: Sentence, quoted: frozenset[int]) -> Token | None:
    """Return the noun before a few words that commas set off before a verb."""
    doc, comma = verb.doc, verb.i - 1
    if comma < sentence.tokens.start or doc[comma].text != ",":
        return None
    opening = next(
        (i for i in range(comma - 1, max(comma - NEAR, sentence.tokens.start), -1) if doc[i].text == ","), None
    )
    if opening is None or any(i in quoted for i in range(opening, comma)):
        return None
    found = doc[opening - 1]
    return found if found.pos_ in NOUNS and found.i not in quoted else None


def _reports(doc: Doc, verb: Token, sentence: Sentence) -> bool:
    """Return whether a clause or a quotation belongs to a verb."""
    if any(c.dep_ in CLAUSES and c.pos_ in {"VERB", "AUX", "NOUN", "ADJ"} and c.dep_ != "xcomp" for c in verb.children):
        return True
    if verb.dep_ == "parataxis":
        return True
    nearby = doc[max(sentence.tokens.start, verb.i - 4) : min(verb.i + 5, sentence.tokens.end)]
    return any(_is(t) for t in nearby) or (verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ in {"that", "whether"})


def _content(verb: Token, subject: Token, sentence: Sentence) -> tuple[int, int]:
    """Return the range of the reported words: what follows the verb, or what stands before verb and subject after a
    comma.
    """
    doc, start, end = verb.doc, sentence.tokens.start, sentence.tokens.end
    left = min(subject.left_edge.i if subject.i < verb.i else verb.i, verb.i)
    if left > start + 1 and _is(doc[left - 1], ",") and left - start > 3 and not _clause_after(verb):
        return start, left - 1
    return verb.i + 1, end - 1


def _is(token: Token, points: str = "") -> bool:
    """Return whether a token is a quotation mark or one of some points; the mark of a genitive is none."""
    return token.text in MARKS or (token.text in SINGLE and token.tag_ != "POS") or token.text in tuple(points)


def _clause_after(verb: Token) -> bool:
    """Return whether a reported clause hangs on a verb from the right."""
    return any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)


def _named(subject: Token, entities: Entities) -> tuple[str | None, Form]:
    """Return the speaker's name, else the noun phrase, and how it is given."""
    if subject.pos_ == "PRON":
        return None, "pronoun"
    people = [e for t in _phrase(subject) if (e := entities.of(t)) and e.type == "person"]
    own = people[0] if people else entities.of(subject)
    if own is not None:
        return own.name, "name"
    phrase = subject.doc[subject.left_edge.i : subject.i + 1]
    return _plain(phrase.text), _form(phrase)


def _form(phrase: Span) -> Form:
    return "definite" if phrase[0].lower_ == "the" else "phrase"


def _phrase(head: Token) -> list[Token]:
    """Return the words by which a noun phrase can name its bearer, in order; whose it is ("Lee's aunt") names
    another.
    """
    found, stack = [head], [head]
    while stack:
        for child in stack.pop().children:
            if child.dep_ in NAMING:
                found.append(child)
                stack.append(child)
    return sorted(found, key=lambda t: t.i)


def _plain(text: str) -> str | None:
    """Return a noun phrase on one line without its article."""
    words = text.split()
    while words and words[0].lower() in {"the", "a", "an", "one"} and len(words) > 1:
        words.pop(0)
    return " ".join(words) or None
