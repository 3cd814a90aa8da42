"""Conflicts, updates and flags in SARIF 2.1.0, the form that code hosts show beside the lines of a change.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from inspect import cleandoc
from pathlib import PurePath
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from verify.model import Article, Claim, Decision, Fact, Flag, Level, Location, Report, Span, Verdict, digest
from verify.report.as_json import dumped
from verify.report.decided import UNDECIDED, Decisions, told
from verify.report.index import Index, index_of
from verify.report.inert import encodable, one_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

Node = dict[str, Any]

_FACTS: dict[Verdict, str] = {"conflict": "error", "update": "note"}
_RULES: dict[str, str] = {
    "conflict": "Two sources assert values of one fact that cannot both hold.",
    "update": "A figure grows while it is counted, and the later article has the later figure.",
}
_FLAGS: dict[Level, str] = {"high": "warning", "medium": "warning", "low": "note"}
NO_PAGES: Mapping[str, str] = MappingProxyType({})
_FINGERPRINT = "verifyContent/v1"


def render(report: Report, *, decisions: Decisions = UNDECIDED, pages: Mapping[str, str] = NO_PAGES) -> str:
    """Return the report as a SARIF log; what a person dismissed is there with a suppression, `pages` say what each check looks for."""
    index = index_of(report)
    results = [
        *(_of_fact(index, fact, decisions.get(fact.id)) for fact in report.facts if fact.verdict in _FACTS),
        *(_of_flag(index, flag, decisions.get(flag.id)) for flag in report.flags),
    ]
    rules = sorted({result["ruleId"] for result in results})
    run = {
        "tool": {
            "driver": {
                "name": report.tool.name,
                "version": report.tool.version,
                "rules": [_rule(name, pages.get(name, "")) for name in rules],
            }
        },
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_unread(report))}],
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": uri}, "roles": ["analysisTarget"]} for uri in _artifacts(index)],
        "results": [{**result, "ruleIndex": rules.index(result["ruleId"])} for result in results],
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, page: str) -> Node:
    """Return a rule with its help: the first line of a check's page, all of it, and how to read it on a terminal."""
    short = _RULES.get(name) or one_line(page.strip().split("\n\n")[0]).strip() or f"Flags of the check {name}."
    full = {"text": encodable(cleandoc(page)) if page else short}
    return {"id": name, "shortDescription": {"text": short}, "fullDescription": full, "help": full}


def _unread(report: Report) -> Iterable[Node]:
    for entry in report.not_checked:
        if entry.article is None:
            yield {"level": "warning", "message": {"text": _plain(f"{entry.what}: {entry.reason}")}}


def _of_fact(index: Index, fact: Fact, decision: Decision | None) -> Node:
    claims = index.claims_of(fact)
    ends = () if fact.low is None or fact.high is None else (f"{fact.low:,.10g}", f"{fact.high:,.10g}")
    extent = f" ({' to '.join(ends)})" if ends else ""
    words = sorted({(claim.article, " ".join(claim.location.quote.split())) for claim in claims})
    return {
        "ruleId": fact.verdict,
        "level": _FACTS[fact.verdict],
        **_message(index, f"{fact.label}{extent}: {fact.reason}", [claim.location for claim in claims]),
        **_places(index, [(claim.location, _said(claim)) for claim in claims]),
        "partialFingerprints": {_FINGERPRINT: digest(fact.verdict, fact.kind, *words)},
        "suppressions": _suppressions(decision),
    }


def _of_flag(index: Index, flag: Flag, decision: Decision | None) -> Node:
    locations = (flag.primary, *flag.related)
    return {
        "ruleId": flag.check,
        "level": "note" if flag.confidence == "low" else _FLAGS[flag.severity],
        **_message(index, flag.message, locations),
        **_places(index, [(location, "compare") for location in locations]),
        "partialFingerprints": {_FINGERPRINT: flag.fingerprint},
        "suppressions": _suppressions(decision),
        "properties": {"severity": flag.severity, "confidence": flag.confidence},
    }


def _said(claim: Claim) -> str:
    speaker = claim.speech.speaker
    return claim.value.label() + (f", said by {speaker}" if speaker else "")


def _message(index: Index, text: str, locations: Sequence[Location]) -> Node:
    """Return a message with links to the related locations, which are numbered from 1."""
    links = [f"[{index.letters[location.article]}]({number})" for number, location in enumerate(locations)]
    plain = _plain(text)
    compare = f" Compare {', '.join(links[1:])}." if links[1:] else ""
    return {"message": {"text": plain + ("" if plain.endswith((".", "?", "!")) else ".") + compare}}


def _plain(text: str) -> str:
    """Return text on one line that holds no link of its own."""
    return one_line(text).replace("](", "] (").strip()


def _places(index: Index, places: Sequence[tuple[Location, str]]) -> Node:
    (primary, _), *related = places
    return {
        "locations": [_place(index, primary)],
        "relatedLocations": [
            {"id": number, "message": {"text": _plain(note)}, **_place(index, location)}
            for number, (location, note) in enumerate(related, 1)
        ],
    }


def _place(index: Index, location: Location) -> Node:
    article = index.articles[location.article]
    words, sentence = Span(start=location.start, end=location.end), index.sentence(location)
    place = {
        "artifactLocation": {"uri": _uri(article), "index": _artifacts(index).index(_uri(article))},
        "region": _region(article, words),
    }
    # SARIF asks that the context be more than the words.
    return {"physicalLocation": place if words == sentence else {**place, "contextRegion": _region(article, sentence)}}


def _region(article: Article, span: Span) -> Node:
    line, column = article.position(span.start)
    end_line, end_column = article.position(span.end)
    return {
        **{"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column},
        **{"charOffset": span.start, "charLength": span.end - span.start},
        "snippet": {"text": article.text[span.start : span.end]},
    }


def _uri(article: Article) -> str:
    path = PurePath(encodable(article.path or article.id)).as_posix()
    return ("file://" if path.startswith("/") else "") + quote(path)


def _artifacts(index: Index) -> list[str]:
    """Return the addresses of the files, each once, however many articles are in one."""
    return list(dict.fromkeys(map(_uri, index.articles.values())))


def _suppressions(decision: Decision | None) -> list[Node]:
    if decision is None or decision.state != "dismissed":
        return []
    return [{"kind": "external", "status": "accepted", "justification": told(decision)}]
