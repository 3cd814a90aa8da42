"""Report → Sheet: the editorial decisions that all formats share, such as order, folding and shortening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from verify.model import (
    LEVELS,
    VERDICTS,
    Article,
    Claim,
    Fact,
    Flag,
    Level,
    NearMiss,
    Report,
    Verdict,
    speaker_is_guess,
)
from verify.report.chart import chart_of
from verify.report.decided import UNDECIDED, Decisions, deciders, dismissed, without_dismissed
from verify.report.index import Index, index_of, size
from verify.report.inert import clip, one_line, visible
from verify.report.matters import Matter, matters
from verify.report.sheet import (
    CELL,
    FLAG,
    LABEL,
    NOTHING,
    OWN,
    WORDING,
    Dismissed,
    Finding,
    Nearly,
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
    told = matters(left.facts)
    aside = tuple(_aside(report, decisions))
    questions = [_question(index, flag, decisions) for flag in left.flags]
    return Sheet(
        totals=_totals(left),
        tally=_tally(left, told, aside),
        reach=_reach(report),
        sources=tuple(_source(article, index.letters) for article in left.articles),
        sections=tuple(_section(index, verdict, told, decisions) for verdict in VERDICTS),
        questions=tuple(question for question in questions if question.confidence in shown),
        doubtful=tuple(question for question in questions if question.confidence not in shown),
        near=tuple(_nearly(index, miss) for miss in left.near),
        rows=tuple(_rows(index, told, [flag for flag in left.flags if flag.confidence in shown])),
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


def _tally(report: Report, told: Sequence[Matter], aside: Sequence[Dismissed]) -> tuple[str, ...]:
    """Facts by verdict, flags, dismissed, not checked; a zero is news only where it is good news."""
    count = Counter(matter.lead.verdict for matter in told)
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
    facts = [matter.whole for matter in matters(report.facts)]
    shared, left = sum(len(fact.origins) > 1 for fact in facts), len(report.not_checked)
    parts = (
        f"{shared:,} of {counted(len(facts), 'statement', 'statements')} {'is' if shared == 1 else 'are'} in two sources or more",
        f"{len(facts) - shared:,} in one alone, held against nothing" if len(facts) > shared else "",
        f"{counted(left, 'passage was', 'passages were')} not compared" if left else "",
    )
    return "; ".join(filter(None, parts))


def _section(index: Index, verdict: Verdict, told: Iterable[Matter], decisions: Decisions) -> Section:
    chosen = (matter for matter in told if matter.lead.verdict == verdict)
    return Section(verdict=verdict, findings=tuple(_finding(index, matter, decisions) for matter in chosen))


def _finding(index: Index, matter: Matter, decisions: Decisions) -> Finding:
    fact, whole = matter.lead, matter.whole
    return Finding(
        id=fact.id,
        kind=fact.kind,
        verdict=fact.verdict,
        label=clip(fact.label, LABEL),
        extent=" · ".join(filter(None, (_range(index, fact), _backing(index, fact)))),
        reason=one_line(whole.reason).strip(),
        statements=tuple(_statements(index, index.claims_of(whole))),
        decision=decisions.get(fact.id),
        chart=chart_of(index, fact),
    )


def _nearly(index: Index, miss: NearMiss) -> Nearly:
    claims = [index.claims[miss.link.left], index.claims[miss.link.right]]
    return Nearly(
        label=clip(miss.label, LABEL),
        reason=one_line(miss.reason).strip(),
        statements=tuple(_statements(index, claims)),
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
        manner = _manner(claim, index.articles[claim.article])
        groups.setdefault((claim.article, str(claim.value.to_dict()), manner), []).append(claim)
    for (_, _, manner), (first, *others) in groups.items():
        yield Statement(
            passage=index.passage(first.location, first.sentence),
            # The words of a quotation stand right below it; saying them twice helps nobody.
            value="" if first.verbatim else clip(first.value.label(), CELL),
            manner=manner,
            repeats=tuple(index.spot(other.location) for other in others),
        )


def _manner(claim: Claim, article: Article) -> str:
    speaker, said = claim.speech.speaker, "said, it seems, by" if speaker_is_guess(claim, article) else "said by"
    notes = (
        "negated" if claim.negated else "",
        f"{said} {clip(speaker, CELL)}" if speaker else "",
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


def _rows(index: Index, told: Iterable[Matter], flags: Iterable[Flag]) -> Iterable[Row]:
    """Yield conflicts, flags, then the other facts."""
    facts = [_row(index, matter.whole) for matter in told if _is_shared(index, matter.whole)]
    yield from (row for row in facts if row.look == "conflict")
    yield from (_flag_row(index, flag) for flag in flags)
    yield from (row for row in facts if row.look != "conflict")


def _is_shared(index: Index, fact: Fact) -> bool:
    return len({index.claims[c].article for c in fact.claims}) > 1


def _row(index: Index, fact: Fact) -> Row:
    return Row(look=fact.verdict, label=clip(fact.label, LABEL), cells=_cells(index, fact))


def _flag_row(index: Index, flag: Flag) -> Row:
    said: dict[str, dict[str, None]] = {identifier: {} for identifier in index.articles}
    for where in (flag.primary, *flag.related):
        said[where.article][f"“{clip(where.quote, CELL)}”"] = None
    return Row(
        look="flag", label=clip(flag.message, LABEL), cells=tuple("; ".join(q) or NOTHING for q in said.values())
    )


def _cells(index: Index, fact: Fact) -> tuple[str, ...]:
    values: dict[str, dict[str, None]] = {identifier: {} for identifier in index.articles}
    for claim in index.claims_of(fact):
        # A quotation has no short form; whether the wordings differ is what the verdict says.
        values[claim.article]["quoted" if claim.verbatim else clip(claim.value.label(), CELL)] = None
    return tuple("; ".join(labels) or NOTHING for labels in values.values())
