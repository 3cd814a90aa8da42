"""A report as the page of the desk shows it: findings with their quotations, and articles with every claim marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from verify.articles.frontmatter import front_matter
from verify.model import LEVELS, Article, Level, Report, digest
from verify.report.arrange import arrange
from verify.report.html.marks import Line, Piece, marked
from verify.report.sheet import FLAG, OWN, WORDING, Finding, Passage, Question, Source, Statement
from verify.review import Entry, findings


def sheet(report: Report, *, least: Level, editable: frozenset[str]) -> dict[str, Any]:
    """Return the findings that a person decides on, the other facts of several sources, and the articles, as plain values."""
    arranged = arrange(report, min_confidence=LEVELS[0])
    shown: dict[str, Finding | Question] = {f.id: f for section in arranged.sections for f in section.findings}
    shown |= {question.id: question for question in arranged.questions}
    asked = {f.item.id: f.key for f in findings(report)}
    settled = (f for f in shown.values() if f.id not in asked and isinstance(f, Finding) and len(_letters(f)) > 1)
    lines = marked(report)
    return {
        "findings": [_asked(shown[id], key, least) for id, key in asked.items()],
        "settled": [_finding(f) for f in settled],
        "articles": [
            _article(source, lines[article.id], article, article.id in editable)
            for source, article in zip(arranged.sources, report.articles, strict=True)
        ],
        "reach": arranged.reach,
        "unchecked": [
            {"reason": u.reason, "items": [f"{i.what} {i.place}".strip() for i in u.items]} for u in arranged.unchecked
        ],
    }


def entry_of(entries: Mapping[str, Entry]) -> dict[str, Any]:
    """Return the entries by key, each with what tells it from another one on the same finding."""
    return {key: {**asdict(entry), "version": version(entry)} for key, entry in entries.items()}


def version(entry: Entry | None) -> str:
    """Return what tells an entry from another one; nothing where there is none."""
    return digest(*asdict(entry).values()) if entry else ""


def _asked(found: Finding | Question, key: str, least: Level) -> dict[str, Any]:
    if isinstance(found, Finding):
        return {"key": key, "doubtful": False, **_finding(found)}
    doubtful = LEVELS.index(found.confidence) < LEVELS.index(least)
    return {
        "key": key,
        "doubtful": doubtful,
        "id": found.id,
        "look": "flag",
        "sign": FLAG,
        "word": found.check,
        "title": found.message,
        "reason": f"severity {found.severity}, confidence {found.confidence}",
        "extent": "",
        "statements": [_passage(passage) for passage in found.passages],
    }


def _finding(found: Finding) -> dict[str, Any]:
    wording = WORDING[found.verdict]
    return {
        "id": found.id,
        "look": found.verdict,
        "sign": wording.symbol,
        "word": wording.word,
        "title": found.label,
        "reason": found.reason,
        "extent": found.extent,
        "statements": [_said(statement) for statement in found.statements],
    }


def _letters(found: Finding) -> set[str]:
    return {statement.passage.spot.letter for statement in found.statements}


def _said(statement: Statement) -> dict[str, Any]:
    return {**_passage(statement.passage), "value": statement.value, "manner": statement.manner}


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "letter": passage.spot.letter,
        "anchor": passage.spot.anchor,
        "place": passage.spot.place,
        **asdict(passage.quotation),
    }


def _article(source: Source, lines: Iterable[Line], article: Article, editable: bool) -> dict[str, Any]:
    # What front matter states stands above the text already.
    first = article.text.count("\n", 0, front_matter(article.text).end)
    return {
        "letter": source.letter,
        "id": article.id,
        "name": source.outlet or source.id,
        "title": source.title,
        "outlet": source.outlet,
        "published": source.published,
        "words": source.words,
        "origin": "" if source.origin == OWN else source.origin,
        "path": source.path,
        "editable": editable,
        "lines": [
            {"number": line.number, "zone": line.zone, "pieces": list(_pieces(line.pieces))}
            for line in lines
            if line.number > first
        ],
    }


def _pieces(pieces: Iterable[Piece]) -> Iterator[list[Any]]:
    """Yield text, then of marked text: anchor where the mark begins, look, identifiers of findings, sign where it ends, title."""
    for piece in pieces:
        mark = piece.mark
        if mark is None:
            yield [piece.text]
            continue
        main = mark.references[0] if mark.references else None
        yield [
            piece.text,
            mark.anchor if piece.first else "",
            main.look if main else "unchecked",
            [reference.id for reference in mark.references],
            main.sign if main and piece.last and main.look != "single-source" else "",
            mark.title,
        ]
