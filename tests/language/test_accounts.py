"""What is told of a mention, synonyms and the names of one bearer made one."""

from __future__ import annotations

from functools import cache

from verify import Article
from verify.language.accounts import Account, account, rarity
from verify.language.reading import Reading, read

TEXT = (
    "Gunmen shot Maria Alvarez in a bar in Oslo on Friday night. “I saw the shooting on Friday,” John Keller said. "
    "Alvarez was taken to a hospital in Oslo."
)


@cache
def reading() -> Reading:
    return read(Article.from_text(id="a", text=TEXT))


def of(word: str, which: int = 0) -> Account:
    token = [t for t in reading().doc if t.text == word][which]
    found = account(word, token, token, reading())
    assert found is not None
    return found


def test_events_of_one_kind_have_one_name() -> None:
    assert of("Friday").kinds & of("Friday", 1).kinds == {"shoot"}


def test_words_of_the_mention_are_left_out_and_names_of_one_bearer_are_one() -> None:
    assert "Maria Alvarez" in of("Oslo").words & of("Oslo", 1).words
    assert "oslo" not in of("Oslo").words


def test_quoted_words_have_their_speaker() -> None:
    assert of("Friday").quoted is None
    assert of("Friday", 1).quoted == "John Keller"


def test_what_stands_in_every_sentence_tells_none_apart() -> None:
    weight = rarity(reading())
    assert weight["night"] > weight["shoot"] > 0
