"""What was read but gave nothing to compare, with the reason: the first of a few that holds of the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from verify.articles.english import other_language
from verify.language.grammar.arguments import subject_beside
from verify.language.grammar.assertion import assertion, is_ahead
from verify.lists import load
from verify.model import Claim, NotChecked

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Sentence
    from verify.language.reading import Reading

OPEN_SPEAKER = "who speaks stays open: more than one person can be meant"
NOTHING = "nothing in it that could be compared: no number, name, date, place or quotation was read"
CLAUSES = frozenset({"xcomp", "ccomp", "csubj"})
PERSONAL = frozenset({"PRP", "DT"})

Test = Callable[["Sentence", "Reading"], bool]


@cache
def _words(name: str) -> frozenset[str]:
    table = load("function_words")
    return frozenset(table[name])


def unread(reading: Reading, claims: Sequence[Claim]) -> Iterator[NotChecked]:
    """Yield the "he" and "she" who may be several people, then each sentence without a claim and why it has none."""
    article = reading.article.id
    for span in reading.speech.open:
        yield NotChecked(what="speaker", article=article, start=span.start, end=span.end, reason=OPEN_SPEAKER)
    for span, why in reading.parsed.left_out:
        yield NotChecked(what="text", article=article, start=span.start, end=span.end, reason=why)
    held = {*(c.sentence.start for c in claims), *(span.start for span, _ in reading.parsed.left_out)}
    for s in reading.sentences:
        if s.span.start not in held:
            why = reason(s, reading)
            yield NotChecked(what="sentence", article=article, start=s.span.start, end=s.span.end, reason=why)


def reason(sentence: Sentence, reading: Reading) -> str:
    """Return why a sentence gave no claim."""
    language = other_language(sentence.tokens.text)
    if language:
        return f"in {language}: only English is read"
    return next((text for test, text in REASONS if test(sentence, reading)), NOTHING)


def _spoken(sentence: Sentence, reading: Reading) -> bool:
    words = [t for t in sentence.tokens if t.is_alpha]
    return bool(words) and 2 * sum(reading.speech.at(t).direct for t in words) > len(words)


def _question(sentence: Sentence, _: Reading) -> bool:
    return "?" in sentence.tokens[-2:].text


def _says(sentence: Sentence) -> Iterator[Token]:
    """Yield the main verb of a sentence, or what stands for it, and those of the clauses that it reports."""
    root = sentence.tokens.root
    yield root
    yield from (c for c in root.children if c.dep_ == "ccomp")


def _to_come(sentence: Sentence, _: Reading) -> bool:
    return any(is_ahead(verb) for verb in _says(sentence))


def _opinion(sentence: Sentence, _: Reading) -> bool:
    return any(_is_thought(verb) or _is_guess(verb) for verb in _says(sentence))


def _is_thought(verb: Token) -> bool:
    """Return whether a verb tells what its subject thinks ("is believed to" and "felt a pain" do not)."""
    parts = {c.dep_ for c in verb.children}
    thought = verb.lemma_.lower() in _words("believing") and not parts & {"nsubj:pass", "obj"}
    return verb.pos_ == "VERB" and "aux:pass" not in parts and thought


def _is_guess(verb: Token) -> bool:
    """Return whether what is said only seems so, or probably is so ("appeared in court" tells what was)."""
    seems = verb.lemma_.lower() in _words("seeming") and bool({c.dep_ for c in verb.children} & CLAUSES)
    return seems or assertion(verb).modality == "possible" or any(c.lower_ in _words("guessing") for c in verb.children)


def _about_pronoun(sentence: Sentence, _: Reading) -> bool:
    found = subject_beside(sentence.tokens.root)
    return found is not None and found.pos_ == "PRON" and found.tag_ in PERSONAL


def _named(sentence: Sentence, reading: Reading) -> bool:
    start, end = sentence.tokens.start, sentence.tokens.end
    named = [m.first for m in reading.places] + [m.first for m in reading.dates]
    return any(start <= i < end for i in named) or any(reading.entities.of(t) is not None for t in sentence.tokens)


REASONS: tuple[tuple[Test, str], ...] = (
    (_spoken, "somebody's words in quotation marks, too few or too vague to be held against others"),
    (_question, "a question states nothing"),
    (_to_come, "tells of what may come, not of what was"),
    (_opinion, "what somebody thinks, feels or guesses, not what was"),
    (_about_pronoun, "it is about a pronoun, and nothing else in it could be compared"),
    (_named, "a name, place or time in it, but nothing told of it that could be compared"),
)
