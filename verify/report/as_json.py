"""The report as JSON, schema `verify-report/1`; the JSON Schema stands in `verify/data/verify-report-1.schema.json`."""

from __future__ import annotations

import json
from typing import Any

from verify.model import Report
from verify.report.inert import encodable


def render(report: Report) -> str:
    """Return the whole report as JSON, its keys in the order of the contract."""
    return dumped(report.to_dict())


def dumped(value: Any) -> str:
    """Return JSON that a person can read and that always encodes as UTF-8."""
    # A path that is no UTF-8 holds lone surrogates; the escape that replaces them here is the one that JSON knows.
    return encodable(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n")
