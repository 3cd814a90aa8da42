from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from verify.encoder import load_encoder, minilm
from verify.errors import ModelError, UsageError


def test_embeddings_have_unit_length_and_sense() -> None:
    found = load_encoder().encode(["The mayor resigned.", "The mayor stepped down.", "Wheat prices rose."])
    assert found.shape == (3, 384)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert found[0] @ found[1] > found[0] @ found[2]


def test_nothing_gives_nothing() -> None:
    assert len(load_encoder().encode([])) == 0


def test_other_bytes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"not the published weights")
    monkeypatch.setattr(minilm, "bundled_folder", lambda: tmp_path)
    load_encoder.cache_clear()
    with pytest.raises(ModelError, match="SHA-256"):
        load_encoder()
    load_encoder.cache_clear()


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"modules\.json"):
        load_encoder(tmp_path)
