"""Report → HTML: the templates filled, the style and the script put in, everything else forbidden to the browser."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from itertools import chain

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from verify.model import VERDICTS, Flag, Level, Report
from verify.report.arrange import arrange
from verify.report.decided import UNDECIDED, Decisions, told, without_dismissed
from verify.report.html.marks import marked
from verify.report.inert import clip
from verify.report.sheet import FLAG, OWN, WORDING, Finding, Source, counted

NAME, SHORT = 32, 24


def render(
    report: Report, *, name: str = "", decisions: Decisions = UNDECIDED, min_confidence: Level = "medium"
) -> str:
    """Return the report as one HTML file that loads nothing; `name` is that of the story."""
    sheet = arrange(report, decisions, min_confidence=min_confidence)
    left = without_dismissed(report, decisions)
    findings = tuple(chain.from_iterable(section.findings for section in sheet.sections))
    looks = [verdict for verdict in VERDICTS if any(f.verdict == verdict for f in findings)]
    kinds = sorted({finding.kind for finding in findings})
    style = _part("style.css", looks=[*looks, "flag"], kinds=kinds, letters=[s.letter for s in sheet.sources])
    script = _part("script.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            name=clip(name, NAME),
            sheet=sheet,
            lines=tuple(marked(left).values()),
            numbers=_numbers(findings) | _numbers(left.flags),
            looks=looks,
            kinds=kinds,
            style=style,
            script=script,
            policy=_policy(style, script),
            tool=report.tool,
            report_id=report.report_id,
        )
    )


def _numbers(findings: Iterable[Finding | Flag]) -> dict[str, int]:
    return {finding.id: number for number, finding in enumerate(findings, 1)}


def outlet(source: Source) -> str:
    """Return the name of a source in few words."""
    return clip(source.outlet or source.id, NAME)


def short(words: str) -> str:
    """Return words that fit beside a picture or into a cell."""
    return clip(words, SHORT)


def sources(finding: Finding) -> tuple[str, ...]:
    """Return the letters of the articles that speak of a fact."""
    return tuple(dict.fromkeys(statement.passage.spot.letter for statement in finding.statements))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("verify.report.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {"WORDING": WORDING, "FLAG": FLAG, "OWN": OWN, "counted": counted}
    environment.filters |= {"outlet": outlet, "short": short, "sources": sources, "told": told}
    return environment


def _part(name: str, **values: object) -> Markup:
    return Markup(_environment().get_template(name).render(**values))


def _policy(style: str, script: str) -> str:
    """Return a content security policy that allows this style and this script and nothing else."""
    return f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
