from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.errors import ModelError, UsageError
from verify.language.component import load_pipeline
from verify.language.network import load_network

TEXT = "Police arrested two men in Lisbon on Friday. The mayor, Ana Prado, thanked the officers."


def test_words_are_annotated() -> None:
    doc = load_pipeline()(TEXT)
    words = {t.text: t for t in doc}
    assert words["arrested"].pos_ == "VERB" and words["arrested"].lemma_ == "arrest"
    assert words["two"].head.text == "men" and words["two"].dep_ == "nummod"
    assert words["men"].dep_ == "obj" and words["men"].morph.get("Number") == ["Plur"]
    assert {(e.text, e.label_) for e in doc.ents} == {("Lisbon", "LOC"), ("Ana Prado", "PER")}
    assert len(list(doc.sents)) == 2


def test_every_sentence_has_one_root() -> None:
    doc = load_pipeline()("Storm hits coast\n\nAt least nine people died.\n \nWind: 90 mph")
    for sent in doc.sents:
        assert sum(t.head is t or t.head == t for t in sent) == 1


def test_a_headline_in_title_case_is_read() -> None:
    doc = load_pipeline()("Three Firefighters Hurt In Warehouse Blaze")
    assert next(t for t in doc if t.text == "Three").pos_ == "NUM"


def test_a_list_without_a_stop_is_read_in_parts() -> None:
    doc = load_pipeline()("one two three " * 150)
    assert len(doc) == 450 and all(t.pos_ for t in doc)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    doc = load_pipeline()(text)
    assert doc.text == text


def test_an_unknown_pipeline_is_refused() -> None:
    with pytest.raises(UsageError, match="no such spaCy pipeline"):
        load_pipeline("no-such-pipeline")


def test_a_folder_without_a_model_is_refused(tmp_path) -> None:
    with pytest.raises(ModelError, match=r"model\.onnx"):
        load_network(tmp_path)
