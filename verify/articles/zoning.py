"""Article → zones: what of its text is headline, lead, body, caption and furniture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from verify.articles.captions import is_caption, repeats
from verify.articles.carving import carve
from verify.articles.frontmatter import front_matter
from verify.articles.furniture import is_furniture
from verify.articles.headings import headlines, is_title
from verify.articles.links import is_heading, terminated
from verify.articles.paragraphs import inked, paragraphs
from verify.model import Article, Zone, ZoneKind

_NEAR = 2
_TOP = 3
_LONGEST_LINK = 20
_EXCERPT = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A part of a paragraph; `words` is its beginning with white space collapsed, `kind` what is known so far."""

    start: int
    end: int
    words: str
    kind: ZoneKind | None


def zones(article: Article) -> tuple[Zone, ...]:
    """Return the zones of an article: sorted, apart, and each character that is no white space in one of them."""
    pieces = list(_pieces(article))
    for step in (_mark_repeated_captions, _mark_links, _mark_headlines, _mark_lead):
        pieces = step(pieces)
    return tuple(Zone(kind=piece.kind or "body", start=piece.start, end=piece.end) for piece in pieces)


def _pieces(article: Article) -> Iterator[_Piece]:
    text = article.text
    front = front_matter(text).end
    if front and (block := inked(text, 0, front)):
        yield _Piece(start=block.start, end=block.end, words="", kind="furniture")
    for index, paragraph in enumerate(paragraphs(text, front)):
        for span, known in carve(text, paragraph, index):
            words = _words(text, span.start, span.end)
            kind = known or _own_kind(words, article.title, top=index < _TOP)
            yield _Piece(start=span.start, end=span.end, words=words, kind=kind)


def _words(text: str, start: int, end: int) -> str:
    if end - start <= _EXCERPT:
        return " ".join(text[start:end].split())
    # Both ends of a long paragraph tell what it is; the middle would only cost time.
    return " ".join((text[start : start + _EXCERPT] + " … " + text[end - 20 : end]).split())


def _own_kind(words: str, title: str | None, *, top: bool) -> ZoneKind | None:
    """Return the kind that a paragraph's own words show, None where its neighbours have to decide."""
    if is_title(words, title):
        return "headline"
    if is_furniture(words):
        return "furniture"
    return "caption" if is_caption(words, top=top) else None


def _mark_repeated_captions(pieces: list[_Piece]) -> list[_Piece]:
    out = list(pieces)
    for i, piece in enumerate(pieces):
        if piece.kind == "caption":
            for j in range(max(i - _NEAR, 0), min(i + _NEAR + 1, len(pieces))):
                if out[j].kind is None and repeats(piece.words, out[j].words):
                    out[j] = replace(out[j], kind="caption")
    return out


def _mark_links(pieces: list[_Piece]) -> list[_Piece]:
    """Mark the short lines below "Related stories" and its like, up to the next sentence."""
    out: list[_Piece] = []
    listing = False
    for piece in pieces:
        furniture = piece.kind == "furniture"
        listing = (listing or is_heading(piece.words)) if furniture else listing and _is_open_link(piece)
        out.append(replace(piece, kind="furniture") if listing else piece)
    return out


def _is_open_link(piece: _Piece) -> bool:
    """Return whether a piece that is nothing else yet can be one more link of a list."""
    return piece.kind is None and not terminated(piece.words) and len(piece.words.split()) <= _LONGEST_LINK


def _mark_headlines(pieces: list[_Piece]) -> list[_Piece]:
    text = [i for i, piece in enumerate(pieces) if piece.kind in (None, "body")]
    found = {text[i] for i in headlines([pieces[i].words for i in text])}
    return [replace(p, kind="headline") if i in found and p.kind is None else p for i, p in enumerate(pieces)]


def _mark_lead(pieces: list[_Piece]) -> list[_Piece]:
    lead = next((i for i, piece in enumerate(pieces) if piece.kind in (None, "body")), None)
    return [replace(piece, kind="lead") if i == lead else piece for i, piece in enumerate(pieces)]
