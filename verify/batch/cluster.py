"""Stories on a Dask cluster: the same function, wherever a worker is free; the work of a worker that dies is done by another.

Scheduler and workers are trusted as the program itself: they get the articles, and what they answer is unpickled, which can run code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from verify.articles import Story
from verify.batch.story import Check, check_story, settled
from verify.errors import UsageError
from verify.model import Outcome
from verify.options import Options

PATIENCE = 10
"""Seconds to wait for the scheduler's answer."""


TLS_FILES = {"tls_ca_file": "ca.pem", "tls_client_cert": "cert.pem", "tls_client_key": "key.pem"}


def run_on_cluster(
    stories: Sequence[Story], options: Options, address: str, check: Check = check_story, *, tls: Path | None = None
) -> Iterator[Outcome]:
    """Yield the outcomes as they come; with a folder of certificates, over TLS alone.

    Raises UsageError where there is no Dask, no scheduler at the address, or no certificate.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise UsageError("--scheduler: Dask is not installed, expected verify[dask]") from None
    try:
        more = {"security": _security(distributed, address, tls)} if tls else {}
        client = distributed.Client(address, timeout=PATIENCE, **more)
    except (OSError, ValueError) as error:
        raise UsageError(f"--scheduler {address}: {error}, expected an address such as tcp://host:8786") from None
    with client:
        futures = client.map(check, stories, [options] * len(stories), pure=False)
        given = dict(zip(futures, stories, strict=True))
        for future in distributed.as_completed(futures):
            yield settled(given[future], future.result)


def _security(distributed: Any, address: str, folder: Path) -> Any:
    """Return the certificates of a folder as Dask takes them. Raises UsageError where one is missing, or the address is none of TLS."""
    if not address.startswith("tls://"):
        raise UsageError(f"--scheduler {address}: not encrypted, expected tls://host:8786 with --scheduler-tls")
    for name in TLS_FILES.values():
        if not (folder / name).is_file():
            raise UsageError(f"--scheduler-tls {folder}: no {name} in it, expected {', '.join(TLS_FILES.values())}")
    files = {option: str(folder / name) for option, name in TLS_FILES.items()}
    return distributed.Security(**files, require_encryption=True)
