"""The order of the steps: articles → readings → claims → links → facts and flags → report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import version

from verify.align import (
    Comparison,
    Setting,
    Story,
    Sum,
    cluster,
    compare_all,
    find_duplicates,
    find_sums,
    lay_out,
)
from verify.align.meaning import read_meaning
from verify.align.sameness import model_id, sameness_soon
from verify.articles import with_origins, zones
from verify.articles.dates import FIRST_YEAR, LAST_YEAR
from verify.articles.invisible import as_given, claims_as_given, visible
from verify.bounds import FIRST, TOO_MUCH, Bounds, bounded, seconds
from verify.cache import kept_embeddings, kept_readings, kept_report
from verify.checks import run_checks
from verify.claims import extract, kind_of
from verify.claims.unread import unread
from verify.claims.unresolved import unresolved
from verify.effort import SpentError, budget
from verify.encoder import encoder_soon, find_encoder
from verify.errors import InputError
from verify.house import house_rules
from verify.language.component import BUNDLED
from verify.language.parsed import parse
from verify.language.reading import Reading, completed, not_read
from verify.model import Article, Claim, Fact, NotChecked, Report, Tool, digest
from verify.nearly import near_misses
from verify.options import Options
from verify.runtime import Encode
from verify.values.aliases import Aliases, read_aliases
from verify.verdicts import decide

DEFAULT = Options()
FACTS = "facts that several places tell"
Progress = Callable[[str], None]


def silent(_: str) -> None:
    """Report no progress."""


@cache
def tool_version() -> str:
    """Return the version of the installed package."""
    return version("verify")


def extract_claims(article: Article, *, options: Options = DEFAULT) -> tuple[Claim, ...]:
    """Return every claim of an article in the order of its text."""
    ((_, claims),) = read_articles([visible(a) for a in _checked([article])], options)
    return claims_as_given(_told(claims, ()), [article])


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

    def checked() -> Report:
        seen = [visible(a) for a in with_origins(ordered)]
        return as_given(_cross_check(seen, options, aliases, not_checked, progress), ordered)

    return kept_report(ordered, not_checked, options, checked)


def _cross_check(
    ordered: Sequence[Article],
    options: Options,
    aliases: Aliases,
    not_checked: Sequence[NotChecked],
    progress: Progress,
) -> Report:
    """Return the report on articles in the order of their identifiers, whose origins are known."""
    encoder, sameness = encoder_soon(options.encoder), sameness_soon()
    encode = kept_embeddings(options, lambda texts: encoder().encode(texts))
    read = kept_embeddings(options, lambda keys: sameness().encode(keys), model_id())
    found = read_articles(ordered, options, progress)
    readings, claims = [reading for reading, _ in found], [own for _, own in found]
    progress("comparing claims")
    within = Bounds(articles=ordered)
    story = lay_out(readings, claims)
    decided, comparisons = _decided(story, ordered, within, encode=encode, read=read)
    rules = house_rules(options.checks)
    facts = tuple(fact for fact in decided if fact.kind not in rules.off)
    known = {d.claim.id: d.claim for d in story.described}
    plain = [tuple(c for c in own if not kind_of(c).detail) for own in claims]
    flags, unflagged = run_checks(readings, plain, rules.severities)
    return Report(
        tool=_tool(options),
        articles=tuple(r.article for r in readings),
        claims=_told((d.claim for d in story.described), facts),
        facts=facts,
        flags=flags,
        not_checked=(
            *not_checked,
            *(n for r, own in zip(readings, plain, strict=True) for n in (*unread(r, own), *unresolved(r, own))),
            *unflagged,
            *within.spent,
        ),
        report_id=_report_id(ordered, options, aliases),
        near=near_misses(comparisons, facts, known, ordered),
    )


def _decided(
    story: Story, articles: Sequence[Article], within: Bounds, *, encode: Encode, read: Encode
) -> tuple[tuple[Fact, ...], tuple[Comparison, ...]]:
    """Return the facts of a story and the links of its claims, whose sentences one network encodes while another reads the claims in them."""
    duplicates = find_duplicates(story.described, story.setting)
    chosen = duplicates.representatives
    setting = replace(story.setting, meaning=read_meaning(chosen, {a.id: a.text for a in articles}, read))
    nothing: tuple[tuple[Comparison, ...], Setting] = ((), setting)
    comparisons, setting = within.done(FACTS, lambda: compare_all(chosen, setting, encode=encode), nothing)
    sums: tuple[Sum, ...] = within.done("sums", lambda: find_sums(chosen, setting), ())
    clusters: tuple[tuple[Claim, ...], ...] = within.done(
        FACTS,
        lambda: duplicates.joined(cluster(chosen, comparisons)),
        tuple((d.claim,) for d in story.described),
    )
    return decide(clusters, (*comparisons, *duplicates.comparisons), sums, articles), comparisons


def _told(claims: Iterable[Claim], facts: Sequence[Fact]) -> tuple[Claim, ...]:
    """Return the claims of a report: all but the details in which no sources differ."""
    shown = {i for fact in facts for i in fact.claims}
    return tuple(c for c in claims if not kind_of(c).detail or c.id in shown)


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
