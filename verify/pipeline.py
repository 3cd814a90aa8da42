"""The order of the steps: articles → readings → claims → links → facts and flags → report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.metadata import version

from verify.align import Contrast, cluster, compare_all, describe, find_contrasts, find_shares, find_sums
from verify.articles import with_origins, zones
from verify.checks import run_checks
from verify.claims import extract
from verify.claims.unresolved import unresolved
from verify.encoder import find_encoder, load_encoder
from verify.errors import InputError
from verify.language.component import BUNDLED
from verify.language.reading import Reading, read
from verify.model import Article, Claim, Fact, NotChecked, Report, Tool, digest
from verify.options import Options
from verify.verdicts import decide

DEFAULT = Options()
Progress = Callable[[str], None]


def silent(_: str) -> None:
    """Report no progress."""


@cache
def tool_version() -> str:
    """Return the version of the installed package."""
    return version("verify")


def extract_claims(article: Article, *, options: Options = DEFAULT) -> tuple[Claim, ...]:
    """Return every claim of an article in the order of its text."""
    return extract(read_article(article, options))


def read_article(article: Article, options: Options) -> Reading:
    """Return an article as read, its zones found first where it has none."""
    zoned = article if article.zones else article.with_zones(zones(article))
    return read(zoned, pipeline=options.pipeline)


def cross_check(
    articles: Sequence[Article],
    *,
    options: Options = DEFAULT,
    not_checked: Sequence[NotChecked] = (),
    progress: Progress = silent,
) -> Report:
    """Return what the articles agree and disagree on, and where one slips; their order does not matter.

    Raises InputError where there is no article or where two bear one identifier.
    """
    ordered = with_origins(_checked(articles))
    find_encoder(options.encoder)
    readings = []
    for article in ordered:
        progress(f"reading {article.id}")
        readings.append(read_article(article, options))
    claims = [extract(reading) for reading in readings]
    progress("comparing claims")
    described = describe(readings, claims)
    comparisons, vectors = compare_all(described, encode=lambda texts: load_encoder(options.encoder).encode(texts))
    contrasts = find_contrasts(readings)
    sums = (*find_sums(described, vectors), *find_shares(described, vectors))
    facts = decide(cluster(described, comparisons), comparisons, sums, contrasts, ordered)
    return Report(
        tool=_tool(options),
        articles=tuple(r.article for r in readings),
        claims=_all_claims(claims, facts, contrasts),
        facts=facts,
        flags=run_checks(readings, claims),
        not_checked=(*not_checked, *_unread(readings, claims), *_unresolved(readings, claims)),
        report_id=_report_id(ordered, options),
    )


def _all_claims(
    claims: Sequence[tuple[Claim, ...]], facts: Sequence[Fact], contrasts: Sequence[Contrast]
) -> tuple[Claim, ...]:
    """Return the extracted claims and, after them, those over contrasts words that a fact needs."""
    known = {c.id: c for found in claims for c in found}
    needed = {i for fact in facts for i in fact.claims} - set(known)
    extra = {c.id: c for r in contrasts for c in (r.left, r.right) if c.id in needed}
    return (*known.values(), *(extra[i] for i in sorted(extra)))


def _checked(articles: Sequence[Article]) -> list[Article]:
    """Return the articles in the order of their identifiers."""
    ids = [a.id for a in articles]
    if not ids:
        raise InputError("articles: none given, expected at least one")
    if len(set(ids)) < len(ids):
        twice = sorted({i for i in ids if ids.count(i) > 1})
        raise InputError(f"articles: the identifier {twice[0]!r} is given twice, expected a different one for each")
    return sorted(articles, key=lambda a: a.id)


def _tool(options: Options) -> Tool:
    encoder = "all-MiniLM-L6-v2" if options.encoder is None else options.encoder.name
    return Tool(name="verify", version=tool_version(), pipeline=options.pipeline or BUNDLED, encoder=encoder)


def _report_id(articles: Sequence[Article], options: Options) -> str:
    parts = [f"{a.id}|{a.path}|{a.title}|{a.outlet}|{a.published}|{a.text}" for a in articles]
    return "r-" + digest(tool_version(), options.to_dict(), *parts)


def _unresolved(readings: Sequence[Reading], claims: Sequence[tuple[Claim, ...]]) -> Iterator[NotChecked]:
    """Yield the claims of which it stays open of whom they speak."""
    for reading, found in zip(readings, claims, strict=True):
        yield from unresolved(reading, found)


def _unread(readings: Sequence[Reading], claims: Sequence[tuple[Claim, ...]]) -> tuple[NotChecked, ...]:
    """Return the sentences that gave no claim."""
    out = []
    for reading, found in zip(readings, claims, strict=True):
        held = {c.sentence.start for c in found}
        for s in reading.sentences:
            if s.span.start not in held:
                reason = "nothing in it that could be compared: no number, name, date, place or quotation was read"
                out.append(
                    NotChecked(
                        what="sentence", article=reading.article.id, start=s.span.start, end=s.span.end, reason=reason
                    )
                )
    return tuple(out)
