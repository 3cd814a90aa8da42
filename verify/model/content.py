"""What a finding says, apart from where it stands: the identity that decisions and comparisons of reports keep to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verify.model.kinds import digest

_SAID = ("article", "kind", "thing", "subject", "negated")


def content_keys(report: Mapping[str, Any]) -> dict[str, str]:
    """Return, for each fact and flag of a report in the form of its JSON, its key by its identifier.

    The key of a fact depends on the words and values of its claims, that of a flag is its fingerprint; neither depends on offsets.
    """
    claims = {claim["id"]: claim for claim in report["claims"]}
    facts = {f["id"]: digest(f["kind"], *sorted(_said(claims[i]) for i in f["claims"])) for f in report["facts"]}
    return facts | {flag["id"]: str(flag["fingerprint"]) for flag in report["flags"]}


def _said(claim: Mapping[str, Any]) -> str:
    value = sorted((key, str(part)) for key, part in claim["value"].items())
    return repr((" ".join(claim["quote"].split()), value, [str(claim[name]) for name in _SAID]))
