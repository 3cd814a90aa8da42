"""Which files of settings the user trusts: by their place and a digest of what they set, so that a change asks again."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

VARIABLE = "VERIFY_CONFIG"
"""Environment variable: another folder than the platform's for the user's own settings."""
FORM = "trusted.json"
_MOST = 10_000_000


def config_folder() -> Path:
    """Return the folder of the user's own settings, which need not exist."""
    if given := os.environ.get(VARIABLE):
        return Path(given)
    from platformdirs import user_config_path

    return user_config_path("verify", appauthor=False)


def register() -> Path:
    """Return the file that has the digests of what is trusted."""
    return config_folder() / FORM


def trusted_digests() -> dict[str, str]:
    """Return the digests by place; a register that is none trusts nothing."""
    try:
        path = register()
        found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() and path.stat().st_size < _MOST else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(place): str(kept) for place, kept in found.items()} if isinstance(found, dict) else {}


def digest_of(values: Mapping[str, Any]) -> str:
    """Return the digest of what a file sets; white space and comments do not matter to it."""
    return sha256(json.dumps(values, sort_keys=True, default=str).encode("utf-8", "surrogatepass")).hexdigest()


def place_of(path: Path) -> str:
    """Return the place under which a file is trusted: that of a link is its own, for what it sets is relative to its folder."""
    return str(path.parent.resolve() / path.name)


def is_trusted(path: Path, values: Mapping[str, Any]) -> bool:
    """Return whether the user has trusted this file with these settings."""
    return trusted_digests().get(place_of(path)) == digest_of(values)
