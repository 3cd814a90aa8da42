from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from verify import Article, Options, Report, cross_check, extract_claims
from verify.cache import VARIABLE, default_store, keys
from verify.cache.store import Store
from verify.encoder.minilm import MiniLM
from verify.language.network import Network

TEXTS = {
    "a": "Four people were hurt when a tram left the rails in Gdansk on Monday, police said.",
    "b": "Five passengers were injured in the derailment of a tram in Gdansk, officials said.",
    "c": "A tram derailed in Gdansk, Poland. Several people were hurt.",
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    found = default_store()
    assert found is not None
    yield found


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the networks are given, sentence by sentence."""
    given: list[str] = []
    parse, embed = Network.parse, MiniLM.encode
    words = lambda sentences: given.extend(map(" ".join, sentences))
    monkeypatch.setattr(Network, "parse", lambda self, sentences: words(sentences) or parse(self, sentences))
    monkeypatch.setattr(MiniLM, "encode", lambda self, sentences: given.extend(sentences) or embed(self, sentences))
    return given


def check(texts: dict[str, str] = TEXTS, **options: bool) -> Report:
    return cross_check([Article.from_text(id=i, text=t) for i, t in texts.items()], options=Options(**options))


def test_a_second_run_gives_the_same_and_asks_no_network(store: Store, work: list[str]) -> None:
    first = check()
    assert work
    work.clear()
    assert check() == first
    assert not work


def test_an_edited_article_costs_only_itself(store: Store, work: list[str]) -> None:
    check()
    work.clear()
    edited = TEXTS | {"c": TEXTS["c"].replace("Several", "Six")}
    report = check(edited)
    assert {text.split()[0] for text in work} == {"A", "Six"}
    assert report == check(edited, cache=False)


def test_sentences_are_embedded_once(store: Store, work: list[str]) -> None:
    check()
    with sqlite3.connect(store.path) as db:
        db.execute("DELETE FROM entries WHERE key LIKE 'report:%'")
    work.clear()
    check()
    assert not work


def test_claims_are_kept(store: Store, work: list[str]) -> None:
    article = Article.from_text(id="a", text=TEXTS["a"])
    first = extract_claims(article)
    work.clear()
    assert extract_claims(article) == first and not work


def test_the_cache_can_be_left_out(store: Store) -> None:
    check(cache=False)
    assert store.sizes() == {}


def test_the_environment_can_turn_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    assert default_store() is None


def test_the_folder_is_the_platforms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    found = default_store()
    assert found is not None and found.folder.name == "verify"


def test_other_options_other_entries_and_other_code_are_other_results(
    store: Store, work: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check()
    work.clear()
    monkeypatch.setattr(keys, "code", lambda: "a later version")
    check()
    assert work


@pytest.mark.parametrize(
    "statement", ["UPDATE entries SET value = zeroblob(80)", "UPDATE entries SET value = substr(value, 1, 40)"]
)
def test_damaged_entries_are_made_anew(store: Store, work: list[str], statement: str) -> None:
    first = check()
    with sqlite3.connect(store.path) as db:
        db.execute(statement)
    work.clear()
    assert check() == first and work
    work.clear()
    assert check() == first and not work


def test_a_file_changes_the_digest_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    before = keys.folder(tmp_path)
    (tmp_path / "a").write_text("22")
    keys.folder.cache_clear()
    assert keys.folder(tmp_path) != before


def test_a_named_pipeline_is_known_by_its_files(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("")
    assert keys.pipeline(Options(pipeline=str(tmp_path))) == keys.folder(tmp_path)
    assert keys.pipeline(Options(pipeline="spacy")) != keys.pipeline(Options(pipeline="no_such_thing"))
    assert keys.pipeline(Options()) == ""
