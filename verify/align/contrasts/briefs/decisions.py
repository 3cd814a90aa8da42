"""What was decided, won or done according to a brief, held against the opposite of it in the article's lead.

Only words of which one matter bears one side are held together ("approved", "rejection"), and only where neither text has a word of the
other's side at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verify.align.contrasts.base import Contrast
from verify.align.contrasts.briefs.base import lacking
from verify.align.contrasts.surroundings import asserted
from verify.align.contrasts.texts import Text
from verify.claims.framed import framed
from verify.language.grammar.assertion import is_negated
from verify.language.opposites import is_decision, opposite
from verify.model import Claim
from verify.values.name import Name

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_decisions(brief: Text, article: Text) -> Iterator[Contrast]:
    """Yield each decision of a brief with the opposite one of the article's lead."""
    told = [t for t in _decisions(article) if t.i < article.lead_end]
    for ours in _decisions(brief):
        for theirs in told:
            if opposite(_lemma(ours), _lemma(theirs)) and not _has_side(article, theirs) and not _has_side(brief, ours):
                found = lacking(_claim(theirs, article), _claim(ours, brief))
                if found:
                    yield found
                    break


def _decisions(text: Text) -> list[Token]:
    """Return the words of a text that plainly tell a decision."""
    tokens = (t for s in text.reading.sentences for t in s.tokens)
    return [t for t in tokens if is_decision(_lemma(t)) and not is_negated(t) and asserted(t, text.reading)]


def _has_side(text: Text, word: Token) -> bool:
    """Return whether a text has any word that excludes one of its own."""
    return any(opposite(_lemma(t), _lemma(word)) for t in text.reading.doc)


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _claim(token: Token, text: Text) -> Claim | None:
    value = Name(name=token.lower_, type="event")
    return framed("event", (token.i, token.i), value, text.reading, head=token)
