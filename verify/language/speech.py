"""Who says what: quotations with their speakers, and for every word whether it is reported, quoted or hedged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verify.language.entities import Entities
from verify.language.grammar.assertion import assertion
from verify.language.grammar.speaking import resolved
from verify.language.quotations import quoted, reopened
from verify.language.speakers import Attribution, attributions
from verify.model import Span, Speech

if TYPE_CHECKING:
    from spacy.tokens import Token

    from verify.language.parsed import Parsed

QUOTES = " \t\r\n“”\"„«»‘’'`"
DASHES = frozenset({"—", "–", "--"})
SHORT = 6
"""How many words into the sentence after a quotation its reporting word may stand."""
SCARE = 2
"""Quotation marks around so few words mark a term and quote nobody."""
Marked = tuple[Span, tuple[int, int]]
"""Words between two marks, and their first and last token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words inside quotation marks (the span leaves the outer marks out), with who says them and the index of the sentence
    they begin in; where the speaker is named in their midst the text leaves that out.
    """

    span: Span
    text: str
    speaker: str | None
    cue: str | None
    sentence: int | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpeechMap:
    """The quotations of an article, for each token who is behind it, and each "he" or "she" who speaks and may be several
    people.
    """

    quotations: tuple[Quotation, ...]
    by_token: dict[int, Speech] = field(repr=False)
    open: tuple[Span, ...] = ()

    def at(self, token: Token) -> Speech:
        """Return who is behind a word; the article itself where nobody is."""
        return self.by_token.get(token.i, Speech())


def speech(parsed: Parsed, entities: Entities) -> SpeechMap:
    """Return who says what in an article."""
    marked = [(span, tokens) for span in quoted(parsed.article.text) if (tokens := _tokens(parsed, span))]
    inside = frozenset(i for _, (a, b) in marked for i in range(a, b + 1))
    cues = resolved(parsed, entities, attributions(parsed, entities, inside))
    marked = sorted([*marked, *_dashed(parsed, cues)], key=lambda m: m[0].start)
    table = _reported(cues)
    quotations: list[Quotation] = []
    for parts in _wholes(parsed, marked, cues):
        if sum(1 for _, (a, b) in parts for t in parsed.doc[a : b + 1] if t.is_alpha) <= SCARE:
            continue
        quotations.append(_spoken(parsed, entities, parts, cues, quotations))
        said = Speech(speaker=quotations[-1].speaker, cue=quotations[-1].cue, direct=True)
        table |= dict.fromkeys((i for _, (a, b) in parts for i in range(a, b + 1)), said)
    for i in (t.i for s in parsed.sentences for t in s.tokens if assertion(t).distant):
        table[i] = replace(table.get(i, Speech()), hedged=True)
    return SpeechMap(quotations=tuple(quotations), by_token=table, open=tuple(_open(parsed, cues)))


def _dashed(parsed: Parsed, cues: Sequence[Attribution]) -> Iterator[Marked]:
    """Yield the speech that a dash opens in place of a mark, up to the words that tell its speaker ("— It is gone, said Lee")."""
    for cue in cues:
        start = parsed.sentences[cue.sentence].tokens.start
        opens = parsed.doc[start].text in DASHES and cue.first <= start + 1
        if opens and start + 1 < cue.last < cue.cue < cue.subject:
            words = parsed.doc[start + 1 : cue.last + 1]
            yield Span(start=words.start_char, end=words.end_char), (words.start, cue.last)


def _wholes(parsed: Parsed, marked: Sequence[Marked], cues: Sequence[Attribution]) -> Iterator[list[Marked]]:
    """Yield the marked words in utterances: those that a speaker's name breaks, or that go on in the next paragraph, are one."""
    group: list[Marked] = []
    for part in marked:
        if group and not _one_utterance(parsed, group[-1], part, cues):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _one_utterance(parsed: Parsed, left: Marked, right: Marked, cues: Sequence[Attribution]) -> bool:
    """Return whether a sentence is broken by its attribution alone ("The plan," Lee said, "is good"), or a paragraph left open."""
    text, between = parsed.article.text, range(left[1][1] + 1, right[1][0])
    if reopened(text, left[0], right[0]):
        return True
    words = [parsed.doc[i] for i in between if parsed.doc[i].is_alpha]
    if text[left[0].end - 1] != "," or not text[left[0].end : right[0].start].rstrip(QUOTES).endswith(","):
        return False
    own = any(c.cue in between for c in cues) and parsed.doc[right[1][0]].text[:1].islower()
    return own and words[0].pos_ not in {"CCONJ", "SCONJ"} and not any(parsed.doc[i].text in ".;!?" for i in between)


def _spoken(
    parsed: Parsed,
    entities: Entities,
    parts: Sequence[Marked],
    cues: Sequence[Attribution],
    before: Sequence[Quotation],
) -> Quotation:
    """Return an utterance with the speaker whom one of its parts has."""
    text, (first, tokens) = parsed.article.text, parts[0]
    cue = next((c for span, at in parts if (c := _cue_of(parsed, span, at, cues))), None)
    quotation = _quotation(parsed, first, tokens[0], cue, cues, before)
    return replace(
        quotation,
        span=Span(start=first.start, end=parts[-1][0].end),
        text=" ".join(text[span.start : span.end] for span, _ in parts),
        speaker=quotation.speaker or _before_colon(parsed, entities, first),
    )


def _open(parsed: Parsed, cues: Sequence[Attribution]) -> Iterator[Span]:
    """Yield the pronouns for a speaker that stay open."""
    for cue in cues:
        if cue.form == "pronoun" and cue.speaker is None:
            token = parsed.doc[cue.subject]
            if token.lower_ in {"he", "she"}:
                yield Span(start=token.idx, end=token.idx + len(token))


def _tokens(parsed: Parsed, span: Span) -> tuple[int, int] | None:
    """Return first and last token of the words of a quotation, None in furniture."""
    tokens = parsed.doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or not len(tokens) or parsed.sentence_of[tokens.start] is None:
        return None
    return tokens.start, tokens.end - 1


def _reported(cues: Sequence[Attribution]) -> dict[int, Speech]:
    """Return the words that someone reports; of two reports around one word the inner holds."""
    table: dict[int, Speech] = {}
    for cue in cues:
        said = Speech(speaker=cue.speaker, cue=cue.lemma, hedged=cue.hedged)
        table |= dict.fromkeys(range(cue.first, cue.last + 1), said)
    return table


def _cue_of(parsed: Parsed, span: Span, tokens: tuple[int, int], cues: Sequence[Attribution]) -> Attribution | None:
    """Return the reporting word of a quotation: nearest in its own sentences, where it does not report what follows
    only; before a colon; or right after "!" or "?".
    """
    a, b = tokens
    held = {parsed.sentence_of[a], parsed.sentence_of[b]}
    near = [c for c in cues if c.sentence in held]
    if near:
        return min(near, key=lambda c: (c.first > b, min(abs(c.cue - a), abs(c.cue - b))))
    first, last = parsed.sentence_of[a], parsed.sentence_of[b]
    if first is None or last is None:
        return None
    if parsed.article.text[: span.start].rstrip(QUOTES).endswith(":") and _begins(parsed, a, first):
        return next((c for c in reversed(cues) if c.sentence == first - 1), None)
    if parsed.article.text[span.end - 1] in "!?":
        start = parsed.sentences[last].tokens.end
        return next((c for c in cues if c.sentence == last + 1 and c.cue - start <= SHORT), None)
    return None


def _begins(parsed: Parsed, token: int, sentence: int) -> bool:
    """Return whether a word is the first of its sentence."""
    return not any(t.is_alpha for t in parsed.doc[parsed.sentences[sentence].tokens.start : token])


def _before_colon(parsed: Parsed, entities: Entities, span: Span) -> str | None:
    """Return the person whose name stands right before the colon before a quotation ("Ann Lee: “…”")."""
    before = parsed.article.text[: span.start].rstrip(QUOTES)
    if not before.endswith(":"):
        return None
    tokens = parsed.doc.char_span(len(before) - 2, len(before) - 1, alignment_mode="expand")
    entity = entities.of(tokens[0]) if tokens is not None and len(tokens) else None
    return entity.name if entity and entity.type == "person" else None


def _quotation(
    parsed: Parsed,
    span: Span,
    first: int,
    cue: Attribution | None,
    cues: Sequence[Attribution],
    before: Sequence[Quotation],
) -> Quotation:
    """Return a quotation; one without a reporting word goes on with that before it in its paragraph or, alone in its
    own, with who spoke last.
    """
    text = parsed.article.text
    speaker, lemma = (cue.speaker, cue.lemma) if cue else (None, None)
    if cue is None and before and _goes_on(text, before[-1].span, span):
        speaker, lemma = before[-1].speaker, before[-1].cue
    elif cue is None and (last := _spoke_last(parsed, span, first, cues)):
        speaker, lemma = last.speaker, last.lemma
    return Quotation(
        span=span, text=text[span.start : span.end], speaker=speaker, cue=lemma, sentence=parsed.sentence_of[first]
    )


def _spoke_last(parsed: Parsed, span: Span, first: int, cues: Sequence[Attribution]) -> Attribution | None:
    """Return the last reporting word of the paragraph before a quotation that fills its own paragraph."""
    text, sentence = parsed.article.text, parsed.sentence_of[first]
    start = max(text.rfind("\n", 0, span.start), 0)
    end = text.find("\n", span.end) if "\n" in text[span.end :] else len(text)
    if sentence is None or text[start : span.start].strip(QUOTES) or text[span.end : end].strip(QUOTES):
        return None
    return next((c for c in reversed(cues) if c.cue < first and sentence - c.sentence <= 2 and c.speaker), None)


def _goes_on(text: str, left: Span, right: Span) -> bool:
    """Return whether two quotations stand in one paragraph, or the first was left open at the end of its own."""
    between = text[left.end : right.start]
    return "\n" not in between or not between.strip(' \t\r\n“"')
