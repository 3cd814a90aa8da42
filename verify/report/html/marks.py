"""The text of an article cut into pieces, so that every claim, flag and sentence that was not checked is marked in its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from verify.model import Article, Report, Zone, ZoneKind
from verify.report.html.references import Reference, references, why_unchecked
from verify.report.index import anchor, letters
from verify.report.inert import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Marked words; those without references were not checked, and the title says why."""

    anchor: str
    start: int
    end: int
    title: str
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Text in a row under one mark or none, the shortest that holds it.

    `first` and `last` say whether the mark begins and ends here; `anchors` name the marks that begin here but lie under shorter ones.
    """

    text: str
    mark: Mark | None
    first: bool
    last: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an article that is not blank; `number` counts from 1."""

    number: int
    zone: ZoneKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    start: int
    end: int
    mark: Mark | None


def marked(report: Report) -> dict[str, tuple[Line, ...]]:
    """Return the lines of each article by its identifier."""
    marks = _marks(report)
    return {article.id: tuple(_lines(article, tuple(marks[article.id].values()))) for article in report.articles}


def _marks(report: Report) -> dict[str, dict[tuple[int, int], Mark]]:
    """Return the marks of each article by start and end; places that share both share a mark."""
    letter = letters(report.articles)
    found: dict[str, dict[tuple[int, int], Mark]] = {article.id: {} for article in report.articles}

    def mark(article: str, start: int, end: int, title: str) -> Mark:
        new = Mark(anchor=anchor(letter[article], start, end), start=start, end=end, title=title)
        return found[article].setdefault((start, end), new)

    for where, reference in references(report):
        old = mark(where.article, where.start, where.end, reference.title)
        if reference not in old.references:
            new = replace(old, references=(*old.references, reference))
            found[where.article][where.start, where.end] = new
    for entry in report.not_checked:
        if entry.article in found and entry.start is not None and entry.end is not None:
            mark(entry.article, entry.start, entry.end, why_unchecked(entry))
    return found


def _lines(article: Article, marks: Sequence[Mark]) -> Iterator[Line]:
    starts = [0, *(at + 1 for at, character in enumerate(article.text) if character == "\n")]
    zones = sorted(article.zones, key=lambda zone: zone.start)
    pieces = _pieces(article.text, _cuts(len(article.text), starts, marks), marks)
    for number, group in groupby(pieces, key=lambda pair: bisect_right(starts, pair[0])):
        line = tuple(piece for _, piece in group)
        text = "".join(piece.text for piece in line)
        if text.strip():
            yield Line(number=number, zone=_zone(zones, starts[number - 1] + len(text) // 2), pieces=line)


def _zone(zones: Sequence[Zone], middle: int) -> ZoneKind:
    """Return the zone at the middle of a line: a date or a place before the first sentence does not make it furniture."""
    at = bisect_right(zones, middle, key=lambda zone: zone.start) - 1
    return zones[at].kind if at >= 0 and middle < zones[at].end else "body"


def _cuts(length: int, starts: Sequence[int], marks: Sequence[Mark]) -> list[_Cut]:
    """Return the text cut wherever a line or a mark begins or ends."""
    begins: dict[int, list[Mark]] = {}
    for mark in marks:
        begins.setdefault(mark.start, []).append(mark)
    at = sorted({length, *starts, *begins, *(mark.end for mark in marks)})
    cuts: list[_Cut] = []
    held: list[Mark] = []
    for start, end in pairwise(at):
        held = [mark for mark in (*held, *begins.get(start, ())) if mark.end > start]
        # A mark with references comes before a longer one, and before words that were not checked.
        best = min(held, key=lambda mark: (not mark.references, mark.end - mark.start, mark.start), default=None)
        cuts.append(_Cut(start=start, end=end, mark=best))
    return cuts


def _pieces(text: str, cuts: Sequence[_Cut], marks: Sequence[Mark]) -> Iterator[tuple[int, Piece]]:
    first = {cut.mark.anchor: cut.start for cut in reversed(cuts) if cut.mark}
    last = {cut.mark.anchor: cut.start for cut in cuts if cut.mark}
    under: dict[int, list[str]] = {}
    for mark in marks:
        if mark.anchor not in first:
            under.setdefault(mark.start, []).append(mark.anchor)
    for cut in cuts:
        yield (
            cut.start,
            Piece(
                text=one_line(text[cut.start : cut.end]),
                mark=cut.mark,
                first=cut.mark is not None and first[cut.mark.anchor] == cut.start,
                last=cut.mark is not None and last[cut.mark.anchor] == cut.start,
                anchors=tuple(under.get(cut.start, ())),
            ),
        )
