"""Whether a text is English."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from verify.lists import load

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 6_000
_WORDS = 30
_LETTERS = 60
# Sister languages share their chances, so that the best need not be certain for English to be out of the question.
_LIKELY, _UNLIKELY = 0.6, 0.02
_SHARE = 0.12
_COMMON = frozenset(
    (
        "the",
        "and",
        "of",
        "to",
        "for",
        "with",
        "that",
        "from",
        "on",
        "by",
        "at",
        "is",
        "was",
        "were",
        "has",
        "have",
        "said",
        "who",
    )
)
# The identifier's labels for text that an English pipeline can read, or that is no text.
_READABLE = frozenset(("en", "pcm", "zxx", "und"))


def other_language(text: str) -> str | None:
    """Return the English name of the language where a text is surely not English, else None."""
    sample = text[:_SAMPLE]
    words = sample.casefold().split()
    if not _enough(sample, words) or sum(w in _COMMON for w in words) >= _SHARE * len(words):
        return None
    ranked = _identifier().rank(sample)
    code, confidence = ranked[0]
    if confidence < _LIKELY or sum(chance for label, chance in ranked if label in _READABLE) > _UNLIKELY:
        return None
    return str(load("languages").get(code, f"another language ({code})"))


def _enough(sample: str, words: list[str]) -> bool:
    # Chinese, Japanese and Thai are written without spaces, so that words say nothing.
    return len(words) >= _WORDS or sum(c.isalpha() and not c.isascii() for c in sample) >= _LETTERS


@cache
def _identifier() -> LanguageIdentifier:
    # The identifier is only needed for text without the common words of English, so most runs never load it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
