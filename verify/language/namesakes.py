"""People of one name who are two: father and son, a president and a relative of his."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from verify.language.name_types import in_full, is_courtesy, is_title, kin_words
from verify.values.name import generation, person_words, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Mention = tuple[int, int]
REACH = 8
"""Tokens between a name and the word for kin that is set beside it, at most."""
MOST_MENTIONS = 50
"""Mentions of a person, from the first on, that another name is held against."""
GENITIVE = frozenset({"'s", "’s", "'", "’"})
SETTING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})


def apart(doc: Doc, mention: Mention, group: Sequence[Mention], *, headline: bool = False) -> bool:
    """Return whether a name is another person's than the mentions of one whose name it is, or is a part of.

    Two full names are of two people where one alone has "Jr." and they stand in one sentence, or the other is introduced as kin.
    A bare surname is another's than that of a full name which is introduced behind it in its sentence, or as kin, or that
    has a "Jr." and never the office that stands before the surname. In a headline a surname may stand before the name.
    """
    full = [m for m in sorted(group)[:MOST_MENTIONS] if len(_words(doc, m)) > 1]
    if len(_words(doc, mention)) > 1:
        return not _taken(doc, mention, full) and any(_two_generations(doc, mention, m) for m in full)
    if not full:
        return False
    return _bare_is_another(doc, mention, full, headline=headline)


def _taken(doc: Doc, mention: Mention, full: Sequence[Mention]) -> bool:
    """Return whether a name stands among others word by word, and nothing introduces its bearer as kin."""
    again = words_of(_text(doc, mention)) in [words_of(_text(doc, m)) for m in full]
    return again and not introduced_as_kin(doc, mention)


def _text(doc: Doc, mention: Mention) -> str:
    return doc[mention[0] : mention[1] + 1].text


def _words(doc: Doc, mention: Mention) -> tuple[str, ...]:
    return person_words(_text(doc, mention))


def _two_generations(doc: Doc, left: Mention, right: Mention) -> bool:
    plain = [m for m in (left, right) if generation(_text(doc, m)) is None]
    return len(plain) == 1 and (_one_sentence(doc, left, right) or introduced_as_kin(doc, plain[0]))


def _one_sentence(doc: Doc, left: Mention, right: Mention) -> bool:
    return bool(doc[left[0]].sent.start == doc[right[0]].sent.start)


def _bare_is_another(doc: Doc, bare: Mention, full: Sequence[Mention], *, headline: bool) -> bool:
    first = full[0]
    office = _office(doc, bare)
    kin = introduced_as_kin(doc, first)
    if bare < first and not headline and (kin or _one_sentence(doc, bare, first)):
        return True
    younger = kin or generation(_text(doc, first)) not in {None, "sr"}
    return office is not None and younger and not any(_holds(doc, m, office) for m in full)


def _office(doc: Doc, mention: Mention) -> str | None:
    """Return the title right before a name in full; a form of address is none."""
    before = doc[mention[0] - 1] if mention[0] else None
    if before is None or not is_title(before):
        return None
    office = in_full(_plain(before))
    return None if is_courtesy(before) and office == _plain(before) else office


def _plain(token: Token) -> str:
    return token.lower_.rstrip(".")


def _holds(doc: Doc, mention: Mention, office: str) -> bool:
    """Return whether an office stands in the sentence of a name as that of nobody else ("the president's son")."""
    named = [t for t in doc[mention[0]].sent if in_full(_plain(t)) == office]
    return any(not _of_another(doc, t, mention) for t in named)


def _of_another(doc: Doc, title: Token, mention: Mention) -> bool:
    after = doc[title.i + 1] if title.i + 1 < len(doc) else title
    before = {t.lower_ for t in doc[max(0, title.i - 2) : title.i]}
    return (
        after.lower_ in GENITIVE or "of" in before or (after.tag_ == "NNP" and not mention[0] <= after.i <= mention[1])
    )


def introduced_as_kin(doc: Doc, mention: Mention) -> bool:
    """Return whether a person is introduced by whose kin he is: "his wife, Ann Lee", "Tom Lee Jr., the mayor's son,"."""
    return any(_is_kin(t) for t in (*_set_before(doc, mention), *_set_behind(doc, mention)))


def _is_kin(token: Token) -> bool:
    """Return whether a word for kin says whose, and is no possessor itself."""
    whose = any(c.dep_ == "nmod:poss" and c.tag_ != "WP$" for c in token.children)
    of = token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "of"
    return _plain(token) in kin_words() and token.dep_ != "nmod:poss" and (whose or of)


def _set_before(doc: Doc, mention: Mention) -> Iterator[Token]:
    """Yield the words of the noun phrase that leads to a name, the nearest first."""
    start = max(doc[mention[0]].sent.start, mention[0] - REACH)
    for token in reversed(doc[start : mention[0]]):
        named = token.ent_type_ == "PER" and not is_title(token)
        if named or not (token.pos_ in SETTING or token.text == "," or token.lower_ in GENITIVE):
            return
        yield token


def _set_behind(doc: Doc, mention: Mention) -> Iterator[Token]:
    """Yield the words between the commas behind a name, an age passed over."""
    end = doc[mention[0]].sent.end
    i = mention[1] + 1
    if i + 2 < end and doc[i].text == "," and doc[i + 1].like_num:
        i += 2
    if i >= end or doc[i].text != ",":
        return
    for token in doc[i + 1 : min(end, i + 1 + REACH)]:
        if token.text == "," or token.pos_ in {"VERB", "AUX"}:
            return
        if token.i + 1 == end or doc[token.i + 1].pos_ != "PROPN":
            yield token
