"""Addresses: which are taken, what a page at one is called, and which lead into one's own network."""

from __future__ import annotations

import re
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from verify.errors import UsageError

_LAST = tuple(map(IPv6Network, ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96")))
"""Networks whose last 32 bits are an address of version 4: compatible, mapped, translated (RFC 4291, 2765), and behind NAT64 (RFC 6052)."""
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


def joined(base: str, link: str) -> str:
    """Return the address of what a page links to; a link that is none stays as it is, for `checked` to refuse."""
    try:
        return urljoin(base, link)
    except ValueError:
        return link


def is_near(address: str) -> bool:
    """Return whether an address leads to this machine or into a network that is not public."""
    parts = urlsplit(address)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, proto=socket.IPPROTO_TCP)
    except (OSError, ValueError):
        return False
    return any(not is_public(str(place[0])) for *_, place in found)


def is_public(number: str) -> bool:
    """Return whether an address of the internet protocol is of the public internet, and what it has of version 4 in it too."""
    found = ip_address(number.partition("%")[0])
    if isinstance(found, IPv6Address) and (inner := _embedded(found)) is not None:
        return is_public(str(inner))
    kept = found.is_multicast or found.is_unspecified or found.is_reserved or found.is_link_local or found.is_loopback
    return found.is_global and not kept and not (isinstance(found, IPv6Address) and found.is_site_local)


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """Return the address of version 4 that one of version 6 leads to through a gateway."""
    if address.sixtofour is not None:
        return address.sixtofour
    whole = any(address in network for network in _LAST)
    return IPv4Address(int(address) & 0xFFFFFFFF) if whole else None
