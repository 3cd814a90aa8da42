"""The order of the steps: articles → readings → claims → links → facts and flags → report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version

from verify.align import (
    Comparison,
    Contrast,
    Sum,
    cluster,
    compare_all,
    describe,
    find_contrasts,
    find_echoes,
    find_shares,
    find_sums,
    settled,
    texts_of,
)
from verify.align.comparison import Vectors
from verify.articles import with_origins, zones
from verify.articles.dates import FIRST_YEAR, LAST_YEAR
from verify.bounds import FIRST, TOO_MUCH, Bounds, bounded, seconds
from verify.cache import kept_embeddings, kept_readings, kept_report
from verify.checks import run_checks
from verify.claims import extract
from verify.claims.unread import unread
from verify.claims.unresolved import unresolved
from verify.effort import SpentError, budget
from verify.encoder import encoder_soon, find_encoder
from verify.errors import InputError
from verify.language.component import BUNDLED
from verify.language.parsed import parse
from verify.language.reading import Reading, completed, not_read
from verify.model import Article, Claim, Fact, NotChecked, Report, Tool, digest
from verify.options import Options
from verify.values.aliases import Aliases, read_aliases
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
    ((_, claims),) = read_articles(_checked([article]), options)
    return claims


def read_articles(
    articles: Sequence[Article], options: Options, progress: Progress = silent
) -> list[tuple[Reading, tuple[Claim, ...]]]:
    """Return the articles as read, each with its claims; zones are found first where an article has none."""
    aliases = read_aliases(options.aliases)

    def one(article: Article) -> tuple[Reading, tuple[Claim, ...]]:
        progress(f"reading {article.id}")
        parsed = parse(article, pipeline=options.pipeline)
        try:
            with budget(steps=FIRST, seconds=seconds([article])):
                reading = completed(parsed, aliases)
                return bounded(reading, extract(reading))
        except SpentError:
            return not_read(article, TOO_MUCH, pipeline=options.pipeline), ()

    return kept_readings([a if a.zones else a.with_zones(zones(a)) for a in articles], options, one)


def cross_check(
    articles: Sequence[Article],
    *,
    options: Options = DEFAULT,
    not_checked: Sequence[NotChecked] = (),
    progress: Progress = silent,
) -> Report:
    """Return what the articles agree and disagree on, and where one slips; their order does not matter.

    Raises InputError where there is no article, where two bear one identifier, or where one was published in no year of newspapers.
    """
    ordered = _checked(articles)
    find_encoder(options.encoder)
    aliases = read_aliases(options.aliases)
    return kept_report(
        ordered, not_checked, options, lambda: _cross_check(ordered, options, aliases, not_checked, progress)
    )


def _cross_check(
    articles: Sequence[Article],
    options: Options,
    aliases: Aliases,
    not_checked: Sequence[NotChecked],
    progress: Progress,
) -> Report:
    """Return the report on articles in the order of their identifiers."""
    encoder = encoder_soon(options.encoder)
    ordered = with_origins(articles)
    found = read_articles(ordered, options, progress)
    readings, claims = [reading for reading, _ in found], [own for _, own in found]
    progress("comparing claims")
    texts = texts_of(readings, describe(readings, claims))
    described = settled(texts)
    echoes = find_echoes(described)
    within = Bounds(articles=ordered)
    encode = kept_embeddings(options, lambda texts: encoder().encode(texts))
    nothing: tuple[tuple[Comparison, ...], Vectors] = ((), {})
    comparisons, vectors = within.done(
        "facts that several places tell", lambda: compare_all(echoes.voices, encode=encode), nothing
    )
    contrasts: tuple[Contrast, ...] = within.done("contrasting statements", lambda: find_contrasts(texts), ())
    sums: tuple[Sum, ...] = within.done(
        "sums and shares", lambda: (*find_sums(echoes.voices, vectors), *find_shares(echoes.voices, vectors)), ()
    )
    clusters: tuple[tuple[Claim, ...], ...] = within.done(
        "facts that several places tell",
        lambda: echoes.joined(cluster(echoes.voices, comparisons)),
        tuple((d.claim,) for d in described),
    )
    facts = decide(clusters, (*comparisons, *echoes.comparisons), sums, contrasts, ordered)
    flags, unflagged = run_checks(readings, claims)
    return Report(
        tool=_tool(options),
        articles=tuple(r.article for r in readings),
        claims=_all_claims(claims, facts, contrasts),
        facts=facts,
        flags=flags,
        not_checked=(
            *not_checked,
            *(n for reading, own in found for n in (*unread(reading, own), *unresolved(reading, own))),
            *unflagged,
            *within.spent,
        ),
        report_id=_report_id(ordered, options, aliases),
    )


def _all_claims(
    claims: Sequence[tuple[Claim, ...]], facts: Sequence[Fact], contrasts: Sequence[Contrast]
) -> tuple[Claim, ...]:
    """Return the extracted claims and, after them, those of contrasts that a fact needs."""
    known = {c.id: c for found in claims for c in found}
    needed = {i for fact in facts for i in fact.claims} - set(known)
    extra = {c.id: c for r in contrasts for c in (r.left, r.right) if c.id in needed}
    return (*known.values(), *(extra[i] for i in sorted(extra)))


def _checked(articles: Sequence[Article]) -> list[Article]:
    """Return the articles in the order of their identifiers. Raises InputError where one cannot be compared."""
    ids = [a.id for a in articles]
    if not ids:
        raise InputError("articles: none given, expected at least one")
    if len(set(ids)) < len(ids):
        twice = sorted({i for i in ids if ids.count(i) > 1})
        raise InputError(f"articles: the identifier {twice[0]!r} is given twice, expected a different one for each")
    for a in articles:
        if a.published and not FIRST_YEAR <= a.published.year <= LAST_YEAR:
            raise InputError(
                f"articles: {a.id!r} is published in {a.published.year}, expected a year from {FIRST_YEAR} to {LAST_YEAR}"
            )
    return sorted(articles, key=lambda a: a.id)


def _tool(options: Options) -> Tool:
    encoder = "all-MiniLM-L6-v2" if options.encoder is None else options.encoder.name
    return Tool(name="verify", version=tool_version(), pipeline=options.pipeline or BUNDLED, encoder=encoder)


def _report_id(articles: Sequence[Article], options: Options, aliases: Aliases) -> str:
    parts = [f"{a.id}|{a.path}|{a.title}|{a.outlet}|{a.published}|{a.text}" for a in articles]
    return "r-" + digest(tool_version(), options.to_dict(), aliases, *parts)
