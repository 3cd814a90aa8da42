from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from verify.encoder import load_encoder, minilm
from verify.encoder.minilm import bundled_folder, load_minilm
from verify.encoder.named import load_named
from verify.errors import ModelError

SENTENCES = (
    "The mayor resigned.",
    "The mayor stepped down.",
    "Wheat prices rose.",
    "",
    "…",
    "Zoë’s café, 12½ km off — naïve? 東京 " * 3,
    "The council voted on the bridge, on the road and on the school. " * 40,
)


def test_embeddings_are_those_of_sentence_transformers() -> None:
    found = load_encoder().encode(SENTENCES)
    assert found.shape == (len(SENTENCES), 384)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert np.abs(found - load_named(bundled_folder()).encode(SENTENCES)).max() < 1e-5


def test_embeddings_have_sense() -> None:
    found = load_encoder().encode(SENTENCES[:3])
    assert found[0] @ found[1] > found[0] @ found[2]


def test_an_embedding_does_not_depend_on_the_sentences_beside_it() -> None:
    alone, among = load_encoder().encode(SENTENCES[:1]), load_encoder().encode(SENTENCES)
    assert np.array_equal(alone[0], among[0])


def test_nothing_gives_nothing() -> None:
    assert load_encoder().encode([]).shape == (0, 384)


@pytest.mark.parametrize("name", ["model.safetensors", "other.safetensors"])
def test_other_bytes_or_none_are_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / name).write_bytes(b"not the published weights")
    monkeypatch.setattr(minilm, "bundled_folder", lambda: tmp_path)
    with pytest.raises(ModelError, match="SHA-256" if name == "model.safetensors" else "not found"):
        load_minilm()


def test_without_the_carrier_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "CARRIER", "no_such_package")
    with pytest.raises(ModelError, match="not installed"):
        load_minilm()
