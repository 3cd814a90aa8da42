from __future__ import annotations

from pathlib import Path

import pytest

from verify.encoder import encoder_soon, find_encoder, load_encoder
from verify.encoder.minilm import MiniLM, bundled_folder
from verify.errors import UsageError


def test_the_bundled_encoder_is_the_default() -> None:
    assert find_encoder() == bundled_folder()
    assert isinstance(encoder_soon()(), MiniLM)


@pytest.mark.parametrize("function", [find_encoder, load_encoder, lambda path: encoder_soon(path)()])
def test_a_folder_without_a_model_is_refused(function: object, tmp_path: Path) -> None:
    assert callable(function)
    with pytest.raises(UsageError, match=r"modules\.json"):
        function(tmp_path)
