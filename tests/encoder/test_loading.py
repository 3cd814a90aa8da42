from __future__ import annotations

from pathlib import Path

import pytest

from verify.encoder import encoder_digest, find_encoder, load_encoder
from verify.encoder.minilm import SHA256
from verify.errors import UsageError


def test_the_bundled_encoder_is_known_by_its_weights() -> None:
    find_encoder()
    assert encoder_digest() == SHA256


def test_a_folder_is_known_by_its_files(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("[]")
    before = encoder_digest(tmp_path)
    assert before == encoder_digest(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    assert encoder_digest(tmp_path) != before


@pytest.mark.parametrize("function", [find_encoder, load_encoder, encoder_digest])
def test_a_folder_without_a_model_is_refused(function: object, tmp_path: Path) -> None:
    assert callable(function)
    with pytest.raises(UsageError, match=r"modules\.json"):
        function(tmp_path)
