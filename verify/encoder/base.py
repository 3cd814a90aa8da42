"""What an encoder can do, whichever library runs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Encoder(Protocol):
    """A loaded encoder."""

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return embeddings of unit length, shape (sentences, dimensions)."""
