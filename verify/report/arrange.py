"""Report → Sheet: the editorial decisions that all formats share, such as order, folding and shortening."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from verify.model import LEVELS, VERDICTS, Article, Claim, Fact, Flag, Level, NotChecked, Report, Span, Verdict
from verify.report.index import Index, index_of, place
from verify.report.inert import clip, one_line, visible
from verify.report.sheet import (
    FLAG,
    NOTHING,
    OWN,
    WORDING,
    Finding,
    Item,
    Question,
    Row,
    Section,
    Sheet,
    Source,
    Statement,
    Unchecked,
    counted,
)

LABEL = 80
CELL = 48


def arrange(report: Report, *, min_confidence: Level = "medium") -> Sheet:
    """Return the report arranged for reading; flags of lower confidence are apart, to be folded away."""
    index = index_of(report)
    shown = LEVELS[LEVELS.index(min_confidence) :]
    return Sheet(
        totals=_totals(report),
        tally=_tally(report),
        sources=tuple(_source(article, index.letters) for article in report.articles),
        sections=tuple(_section(index, verdict, report.facts) for verdict in VERDICTS),
        questions=tuple(_question(index, flag) for flag in report.flags if flag.confidence in shown),
        doubtful=tuple(_question(index, flag) for flag in report.flags if flag.confidence not in shown),
        rows=tuple(_rows(index, report)),
        unchecked=_unchecked(index, report.not_checked),
    )


def _source(article: Article, letter: Mapping[str, str]) -> Source:
    return Source(
        letter=letter[article.id],
        id=one_line(article.id),
        path=visible(article.path or article.id),
        title=_optional(article.title),
        outlet=_optional(article.outlet),
        published=article.published.isoformat() if article.published else None,
        words=article.to_dict()["words"],
        origin=_origin(article, letter),
    )


def _origin(article: Article, letter: Mapping[str, str]) -> str:
    if article.origin in ("", article.id):
        return OWN
    return f"same as {letter[article.origin]}" if article.origin in letter else clip(article.origin, LABEL)


def _optional(text: str | None) -> str | None:
    return clip(text, LABEL) if text else None


def _totals(report: Report) -> tuple[str, ...]:
    return (
        counted(len(report.articles), "article", "articles"),
        counted(len(report.claims), "claim", "claims"),
        counted(len(report.facts), "fact", "facts"),
    )


def _tally(report: Report) -> tuple[str, ...]:
    """Facts by verdict, flags, not checked; a zero is news only where it is good news."""
    count = report.summary()
    said = {
        verdict: f"{WORDING[verdict].symbol} {counted(count[verdict], WORDING[verdict].one, WORDING[verdict].many)}"
        for verdict in VERDICTS
        if count[verdict] or verdict == "conflict"
    }
    conflicts = said.pop("conflict")
    flags = f"{FLAG} {counted(len(report.flags), 'flag', 'flags')}"
    return (conflicts, flags, *said.values(), f"{len(report.not_checked):,} not checked")


def _section(index: Index, verdict: Verdict, facts: Iterable[Fact]) -> Section:
    return Section(verdict=verdict, findings=tuple(_finding(index, fact) for fact in facts if fact.verdict == verdict))


def _finding(index: Index, fact: Fact) -> Finding:
    return Finding(
        verdict=fact.verdict,
        label=clip(fact.label, LABEL),
        extent=" · ".join(filter(None, (_range(fact), _backing(index, fact)))),
        reason=one_line(fact.reason).strip(),
        statements=tuple(_statements(index, index.claims_of(fact))),
    )


def _range(fact: Fact) -> str:
    if fact.verdict not in ("conflict", "update") or fact.low is None or fact.high is None or fact.low == fact.high:
        return ""
    return one_line(f"{fact.low:,.10g} to {fact.high:,.10g} {fact.unit or ''}").strip()


def _backing(index: Index, fact: Fact) -> str:
    articles = len({index.claims[identifier].article for identifier in fact.claims})
    if len(fact.origins) >= articles:
        return ""
    return f"{counted(articles, 'article', 'articles')}, {counted(len(fact.origins), 'origin', 'origins')}"


def _statements(index: Index, claims: Iterable[Claim]) -> Iterable[Statement]:
    """An article that says one thing several times is quoted once, with the other places."""
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.article, str(claim.value.to_dict()), _manner(claim)), []).append(claim)
    for (article, _, manner), (first, *others) in groups.items():
        yield Statement(
            passage=index.passage(first.location, first.sentence),
            # The words of a quotation stand right below it; saying them twice helps nobody.
            value="" if first.kind == "quote" else clip(first.value.label(), CELL),
            manner=manner,
            repeats=tuple(place(index.articles[article], other.location) for other in others),
        )


def _manner(claim: Claim) -> str:
    speaker = claim.speech.speaker
    notes = (
        "negated" if claim.negated else "",
        f"said by {clip(speaker, CELL)}" if speaker else "",
        "hedged" if claim.speech.hedged else "",
    )
    return " · ".join(filter(None, notes))


def _question(index: Index, flag: Flag) -> Question:
    return Question(
        check=one_line(flag.check),
        severity=flag.severity,
        confidence=flag.confidence,
        message=one_line(flag.message).strip(),
        passages=tuple(index.passage(where, index.sentence(where)) for where in (flag.primary, *flag.related)),
    )


def _rows(index: Index, report: Report) -> Iterable[Row]:
    for verdict in VERDICTS:
        for fact in report.facts:
            if fact.verdict == verdict and len({index.claims[c].article for c in fact.claims}) > 1:
                yield Row(verdict=verdict, label=clip(fact.label, LABEL), cells=_cells(index, fact))


def _cells(index: Index, fact: Fact) -> tuple[str, ...]:
    values: dict[str, dict[str, None]] = {identifier: {} for identifier in index.articles}
    for claim in index.claims_of(fact):
        # A quotation has no short form; whether the wordings differ is what the verdict says.
        values[claim.article]["quoted" if claim.kind == "quote" else clip(claim.value.label(), CELL)] = None
    return tuple("; ".join(labels) or NOTHING for labels in values.values())


def _unchecked(index: Index, entries: Iterable[NotChecked]) -> tuple[Unchecked, ...]:
    groups: dict[str, list[Item]] = {}
    for entry in entries:
        groups.setdefault(one_line(entry.reason).strip(), []).append(_item(index, entry))
    return tuple(Unchecked(reason=reason, items=tuple(items)) for reason, items in groups.items())


def _item(index: Index, entry: NotChecked) -> Item:
    article = index.articles.get(entry.article or "")
    what = clip(entry.what, LABEL)
    if article is None:
        return Item(what=what, place=visible(entry.article or ""))
    if entry.start is None:
        return Item(what=what, place=visible(article.path or article.id))
    where = article.location(Span(start=entry.start, end=entry.start if entry.end is None else entry.end))
    words = clip(where.quote, CELL)
    return Item(what=what if words in ("", clip(what, CELL)) else f"{what} “{words}”", place=place(article, where))
