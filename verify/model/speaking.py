"""Whether a speaker is named where the words stand, or taken from elsewhere in the article."""

from __future__ import annotations

import re

from verify.model.article import Article
from verify.model.claim import Claim

_WORD = re.compile(r"[^\W_]{2,}")


def speaker_is_guess(claim: Claim, article: Article) -> bool:
    """Return whether no word of the speaker's name stands in the paragraph of the claim: "he" was taken to mean them."""
    start = article.text.rfind("\n", 0, claim.sentence.start) + 1
    end = article.text.find("\n", claim.sentence.end)
    paragraph = article.text[start : len(article.text) if end < 0 else end].lower()
    name = _WORD.findall((claim.speech.speaker or "").lower())
    return bool(name) and not set(name) & set(_WORD.findall(paragraph))
