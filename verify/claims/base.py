"""What a claim kind is: how its claims are read out of an article, and how two of its values compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verify.model import Claim, Kind, Relation

if TYPE_CHECKING:
    from verify.language.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKind:
    """One kind of claim; each file of this package defines one as `KIND`."""

    name: Kind
    extract: Callable[[Reading], Iterator[Claim]]
    compare: Callable[[Claim, Claim], Relation]
