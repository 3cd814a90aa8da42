"""Connections that ask where they have come: a name may lead elsewhere the second time that it is looked up."""

from __future__ import annotations

import socket

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from verify.fetch.addresses import is_public


class NearError(HTTPError):
    """A connection has come to this machine or into a network that is not public."""


class _Plain(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _checked(super()._new_conn())


class _Secured(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _checked(super()._new_conn())


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecuredPool(HTTPSConnectionPool):
    ConnectionCls = _Secured


class PublicPools(PoolManager):
    """Pools whose connections send nothing to where not everybody is."""

    def __init__(self) -> None:
        super().__init__()
        self.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecuredPool}


def _checked(found: socket.socket) -> socket.socket:
    if is_public(found.getpeername()[0]):
        return found
    found.close()
    raise NearError("not public")
