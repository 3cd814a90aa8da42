"""What was read but gave nothing to compare, with the reason: the first of a few that holds of the sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from verify.articles.english import other_language
from verify.language.date_tense import ahead_words
from verify.model import Claim, NotChecked
from verify.values.atlas import DATA

if TYPE_CHECKING:
    from verify.language.parsed import Sentence
    from verify.language.reading import Reading

OPEN_SPEAKER = "who speaks stays open: more than one person can be meant"
NOTHING = "nothing in it that could be compared: no number, name, date, place or quotation was read"
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})

Test = Callable[["Sentence", "Reading"], bool]


@cache
def _words(name: str) -> frozenset[str]:
    table = tomllib.loads((DATA / "function_words.toml").read_text(encoding="utf-8"))
    return frozenset(table[name])


def unread(reading: Reading, claims: Sequence[Claim]) -> Iterator[NotChecked]:
    """Yield the "he" and "she" who may be several people, then each sentence without a claim and why it has none."""
    article = reading.article.id
    for span in reading.speech.open:
        yield NotChecked(what="speaker", article=article, start=span.start, end=span.end, reason=OPEN_SPEAKER)
    held = {c.sentence.start for c in claims}
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


def _to_come(sentence: Sentence, _: Reading) -> bool:
    return bool({t.lower_ for t in sentence.tokens} & ahead_words())


def _opinion(sentence: Sentence, _: Reading) -> bool:
    return any(t.lower_ in _words("first_person") or t.lemma_.lower() in _words("opinion") for t in sentence.tokens)


def _about_pronoun(sentence: Sentence, _: Reading) -> bool:
    root = sentence.tokens.root
    return any(c.dep_ in SUBJECTS and c.pos_ == "PRON" for c in root.children)


REASONS: tuple[tuple[Test, str], ...] = (
    (_spoken, "somebody's words in quotation marks, too few or too vague to be held against others"),
    (_question, "a question states nothing"),
    (_to_come, "tells of what may come, not of what was"),
    (_opinion, "an opinion or a feeling"),
    (_about_pronoun, "it is about a pronoun, and nothing else in it could be compared"),
)
