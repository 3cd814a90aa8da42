"""An article with its parse: the spaCy Doc over the whole text and the sentences that state something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.language.component import MOST_WORDS, load_pipeline, mark_sentences
from verify.language.sentences import paragraphs, sentences
from verify.model import Article, Span, ZoneKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

MOST_SIGNS = 20 * MOST_WORDS
"""Characters of a sentence that is read: what a tokenizer takes for one word can be a page of figures."""
MOST_SENTENCES, FEW_SENTENCES, SHORT = 2_500, 300, 20
"""Sentences of the longest article, of any, and characters for one more; of 1,159 articles none had more than a third of them."""
MOST_NUMBERS = 50
"""Numbers that are read in a sentence: each makes a claim. Of 55,317 sentences of 1,334 files with news none had more than 25."""
FEW_NUMBERS, FIGURE = 50, 40
"""Numbers that are read in any article, and characters for one more: none of 1,159 articles had more than one to 40 characters."""
OVERLONG = f"no stop for more than {MOST_WORDS} words, expected sentences"
A_TABLE = f"more than {MOST_NUMBERS} numbers in one sentence, expected prose"
FIGURES = f"one number to less than {FIGURE} characters of the article, expected prose"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sentence:
    """One sentence of a zone that is not furniture; `index` counts the article's sentences from 0."""

    tokens: Tokens
    zone: ZoneKind
    span: Span
    index: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Parsed:
    """An article, its Doc (character offsets of tokens are those of the article's text) and its sentences.

    `sentence_of` maps the index of a token to the index of its sentence, None in furniture; `left_out` says what is not read, and why.
    """

    article: Article
    doc: Doc
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int | None, ...]
    left_out: tuple[tuple[Span, str], ...] = ()

    def sentence(self, token: Token) -> Sentence | None:
        """Return the sentence of a token, None in furniture."""
        index = self.sentence_of[token.i]
        return None if index is None else self.sentences[index]


def parse(article: Article, *, pipeline: str | None = None) -> Parsed:
    """Parse an article whose zones are known; one without zones is taken as body, paragraph by paragraph."""
    nlp = load_pipeline(pipeline)
    doc = nlp.make_doc(article.text)
    parts = [(Span(start=z.start, end=z.end), z.kind) for z in article.zones] or [
        (p, "body") for p in paragraphs(article.text)
    ]
    found = [(span, kind) for part, kind in parts for span in sentences(article.text, [part])]
    if len(found) > min(MOST_SENTENCES, FEW_SENTENCES + len(article.text) // SHORT):
        return unparsed(
            article, f"{len(found):,} sentences in {len(article.text):,} characters, expected prose", pipeline=pipeline
        )
    if len(doc):
        mark_sentences(doc, {span.start for span, _ in found} | {part.end for part, _ in parts})
        for _, component in nlp.pipeline:
            doc = component(doc)
    return _assembled(article, doc, [(span, kind) for span, kind in found if kind != "furniture"])


def unparsed(article: Article, reason: str, *, pipeline: str | None = None) -> Parsed:
    """Return an article of which nothing is read, for a reason."""
    doc = load_pipeline(pipeline).make_doc("")
    left_out = ((Span(start=0, end=len(article.text)), reason),)
    return Parsed(article=article, doc=doc, sentences=(), sentence_of=(), left_out=left_out)


def _assembled(article: Article, doc: Doc, found: list[tuple[Span, ZoneKind]]) -> Parsed:
    """Return the parse with the sentences and the table from tokens to sentences."""
    rows: list[Sentence] = []
    left_out: list[tuple[Span, str]] = []
    table: list[int | None] = [None] * len(doc)
    left = FEW_NUMBERS + len(article.text) // FIGURE
    for span, zone in found:
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None or not len(tokens):
            continue
        numbers = sum(token.like_num for token in tokens)
        reason = _unreadable(tokens, numbers, left)
        if reason:
            left_out.append((span, reason))
            continue
        left -= numbers
        for i in range(tokens.start, tokens.end):
            table[i] = len(rows)
        rows.append(Sentence(tokens=tokens, zone=zone, span=span, index=len(rows)))
    return Parsed(article=article, doc=doc, sentences=tuple(rows), sentence_of=tuple(table), left_out=tuple(left_out))


def _unreadable(tokens: Tokens, numbers: int, left: int) -> str | None:
    """Return why a sentence with so many numbers is not read where so many are left to the article; None where it is."""
    if len(tokens) > MOST_WORDS or len(tokens.text) > MOST_SIGNS:
        return OVERLONG
    if numbers > MOST_NUMBERS:
        return A_TABLE
    return FIGURES if numbers > left else None
