"""Addresses: which are taken, what a page at one is called, and which lead into one's own network."""

from __future__ import annotations

import re
import socket
from ipaddress import ip_address
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from verify.errors import UsageError

_LETTERS = re.compile(r"[^\W\d_]{3}")


def checked(address: str) -> str:
    """Return an address without its fragment. Raises UsageError for one that is not of http or https, or that has a password in it."""
    try:
        parts = urlsplit(address.strip())
        _ = parts.port
    except ValueError:
        raise UsageError(f"{address}: no address, expected https://…") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"{address}: no address of a web page, expected https://…")
    if parts.username or parts.password:
        raise UsageError(f"{parts.hostname}: a name or password in the address, expected a page that anybody may read")
    return parts._replace(fragment="").geturl()


def named(address: str) -> str:
    """Return what a page at an address is called: the last part of its path that has a word in it, else its host."""
    parts = urlsplit(address)
    words = [part for part in map(unquote, PurePosixPath(parts.path).parts) if _LETTERS.search(part)]
    return PurePosixPath(words[-1]).stem if words else parts.hostname or "page"


def is_near(address: str) -> bool:
    """Return whether an address leads to this machine or into a network that is not public."""
    parts = urlsplit(address)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return False
    return any(not ip_address(str(place[0]).partition("%")[0]).is_global for *_, place in found)
