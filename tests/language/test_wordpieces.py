from __future__ import annotations

import pytest

from verify.language.network import FOLDER
from verify.language.wordpieces import MAX_PIECES, SHAPES, encode_words, join_pieces, load_tokenizer, shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [("five", "lower"), ("Paris", "Title"), ("NATO", "UPPER"), ("A", "UpperOne"), ("McKay", "Mixed"), ("1,204", "digits"), ("F-15s", "alnum"),
     ("—", "punct"), ("U.S.", "UPPER"), ("co-op", "lower"), ("", "punct")],
)  # fmt: skip
def test_shape(word: str, expected: str) -> None:
    assert SHAPES[shape(word)] == expected


def test_pieces_lie_between_their_marks() -> None:
    ids = encode_words(["Rescuers", "arrived", "\x00"], tokenizer=load_tokenizer(FOLDER / "tokenizer.json"))
    row = join_pieces(ids, shapes=[2, 1, 8])
    assert row.ids[0] == 101 and row.ids[-1] == 102 and len(row.ids) == len(row.shapes)
    assert [row.ids[a : b + 1] for a, b in zip(row.first, row.last, strict=True)] == list(ids)


def test_a_very_long_word_is_cut() -> None:
    assert len(encode_words(["xq" * 500], tokenizer=load_tokenizer(FOLDER / "tokenizer.json"))[0]) == MAX_PIECES


def test_curly_marks_are_read_as_straight_ones() -> None:
    tokenizer = load_tokenizer(FOLDER / "tokenizer.json")
    assert encode_words(["“", "n’t", "—"], tokenizer=tokenizer) == encode_words(['"', "n't", "-"], tokenizer=tokenizer)
