"""Report → Sheet: the editorial decisions that all formats share, such as order, folding and shortening."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from verify.model import LEVELS, VERDICTS, Article, Claim, Fact, Flag, Level, Report, Verdict
from verify.report.decided import UNDECIDED, Decisions, deciders, dismissed, without_dismissed
from verify.report.index import Index, index_of, size
from verify.report.inert import clip, one_line, visible
from verify.report.sheet import (
    CELL,
    FLAG,
    LABEL,
    NOTHING,
    OWN,
    WORDING,
    Dismissed,
    Finding,
    Question,
    Row,
    Section,
    Sheet,
    Source,
    Statement,
    counted,
)
from verify.report.unchecked import unchecked


def arrange(report: Report, decisions: Decisions = UNDECIDED, *, min_confidence: Level = "medium") -> Sheet:
    """Return the report arranged for reading; what a person dismissed is put aside and counted, flags of lower confidence
    are apart, to be folded away.
    """
    shown = LEVELS[LEVELS.index(min_confidence) :]
    index = index_of(report)
    left = without_dismissed(report, decisions)
    aside = tuple(_aside(report, decisions))
    questions = [_question(index, flag, decisions) for flag in left.flags]
    return Sheet(
        totals=_totals(left),
        tally=_tally(left, aside),
        reach=_reach(report),
        sources=tuple(_source(article, index.letters) for article in left.articles),
        sections=tuple(_section(index, verdict, left.facts, decisions) for verdict in VERDICTS),
        questions=tuple(question for question in questions if question.confidence in shown),
        doubtful=tuple(question for question in questions if question.confidence not in shown),
        rows=tuple(_rows(index, left)),
        dismissed=aside,
        unchecked=unchecked(index, left.not_checked),
    )


def _aside(report: Report, decisions: Decisions) -> Iterable[Dismissed]:
    about = {fact.id: fact.label for fact in report.facts} | {flag.id: flag.message for flag in report.flags}
    for identifier, text in about.items():
        if dismissed(identifier, decisions):
            yield Dismissed(about=one_line(text).strip(), decision=decisions[identifier])


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


def _tally(report: Report, aside: Sequence[Dismissed]) -> tuple[str, ...]:
    """Facts by verdict, flags, dismissed, not checked; a zero is news only where it is good news."""
    count = report.summary()
    said = {
        verdict: f"{WORDING[verdict].symbol} {counted(count[verdict], WORDING[verdict].one, WORDING[verdict].many)}"
        for verdict in VERDICTS
        if count[verdict] or verdict == "conflict"
    }
    conflicts = said.pop("conflict")
    flags = f"{FLAG} {counted(len(report.flags), 'flag', 'flags')}"
    rest = [f"{len(aside):,} dismissed by {deciders(entry.decision for entry in aside)}"] * bool(aside)
    return (conflicts, flags, *said.values(), *rest, f"{len(report.not_checked):,} not checked")


def _reach(report: Report) -> str:
    """Return how much was compared, so that no conflict is not taken for no difference."""
    if len(report.articles) < 2:
        return ""
    shared, left = sum(len(fact.origins) > 1 for fact in report.facts), len(report.not_checked)
    told = "is" if shared == 1 else "are"
    unread = f"; {counted(left, 'passage was', 'passages were')} not compared" if left else ""
    return f"{shared:,} of {counted(len(report.facts), 'fact', 'facts')} {told} in two sources or more{unread}"


def _section(index: Index, verdict: Verdict, facts: Iterable[Fact], decisions: Decisions) -> Section:
    chosen = (fact for fact in facts if fact.verdict == verdict)
    return Section(verdict=verdict, findings=tuple(_finding(index, fact, decisions) for fact in chosen))


def _finding(index: Index, fact: Fact, decisions: Decisions) -> Finding:
    return Finding(
        id=fact.id,
        kind=fact.kind,
        verdict=fact.verdict,
        label=clip(fact.label, LABEL),
        extent=" · ".join(filter(None, (_range(index, fact), _backing(index, fact)))),
        reason=one_line(fact.reason).strip(),
        statements=tuple(_statements(index, index.claims_of(fact))),
        decision=decisions.get(fact.id),
    )


def _range(index: Index, fact: Fact) -> str:
    """Return the lowest and the highest value as they are written, what both end with said once: "9 to 11 years old"."""
    if fact.verdict not in ("conflict", "update") or fact.low is None or fact.high is None or fact.low == fact.high:
        return ""
    claims = sorted(index.claims_of(fact), key=size)
    low, high = (one_line(claim.value.label()).split() for claim in (claims[0], claims[-1]))
    while len(low) > 1 and low[-1:] == high[-1:] and not low[-1].isdigit():
        low.pop()
    return " ".join((*low, "to", *high)) if low != high else ""


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
    for (_, _, manner), (first, *others) in groups.items():
        yield Statement(
            passage=index.passage(first.location, first.sentence),
            # The words of a quotation stand right below it; saying them twice helps nobody.
            value="" if first.verbatim else clip(first.value.label(), CELL),
            manner=manner,
            repeats=tuple(index.spot(other.location) for other in others),
        )


def _manner(claim: Claim) -> str:
    speaker = claim.speech.speaker
    notes = (
        "negated" if claim.negated else "",
        f"said by {clip(speaker, CELL)}" if speaker else "",
        "hedged" if claim.speech.hedged else "",
    )
    return " · ".join(filter(None, notes))


def _question(index: Index, flag: Flag, decisions: Decisions) -> Question:
    return Question(
        id=flag.id,
        check=one_line(flag.check),
        severity=flag.severity,
        confidence=flag.confidence,
        message=one_line(flag.message).strip(),
        passages=tuple(index.passage(where, index.sentence(where)) for where in (flag.primary, *flag.related)),
        decision=decisions.get(flag.id),
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
        values[claim.article]["quoted" if claim.verbatim else clip(claim.value.label(), CELL)] = None
    return tuple("; ".join(labels) or NOTHING for labels in values.values())
