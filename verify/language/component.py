"""The bundled network as a spaCy component, and any other spaCy pipeline in its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from verify.errors import UsageError
from verify.language.network import MAX_WORDS, Network, Parse, load_network
from verify.language.sentences import paragraphs, sentences
from verify.language.tokenizer import blank_english
from verify.runtime import in_background

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token
    from spacy.vocab import Vocab

NAME = "verify_english"
BUNDLED = "verify-english/1"
MOST_WORDS = 200
"""Of a sentence that is read; what has no stop for longer is a list or no prose, and many steps compare each word with each."""


@cache
def load_pipeline(name: str | None = None) -> Language:
    """Return the bundled pipeline, or the installed spaCy pipeline of that name. Raises UsageError where there is none."""
    if name is None:
        network = in_background(load_network)
        nlp = blank_english()
        from spacy.language import Language

        if NAME not in nlp.pipe_names:
            Language.component(NAME, func=EnglishNetwork(network.result()))
            nlp.add_pipe(NAME)
        return nlp
    return _other(name)


def vocabulary(name: str | None = None) -> Vocab:
    """Return the vocabulary of a pipeline; the bundled one's is there without its network."""
    return blank_english().vocab if name is None else load_pipeline(name).vocab


def _other(name: str) -> Language:
    """Load an installed spaCy pipeline or a folder with one."""
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError:
        raise UsageError(
            f"--pipeline {name}: no such spaCy pipeline, expected an installed package or a folder"
        ) from None
    nlp.max_length = 50_000_000
    return nlp


class EnglishNetwork:
    """Annotate a Doc: tags, lemmas, morphology, dependencies and entities, on the sentence starts that it brings along."""

    def __init__(self, network: Network) -> None:
        self.network = network

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place; without sentence starts it is split first."""
        if not doc.has_annotation("SENT_START"):
            starts = {s.start for s in sentences(doc.text, paragraphs(doc.text))}
            mark_sentences(doc, starts)
        sents = [[t for t in sent if not t.is_space] for sent in doc.sents]
        parts = [part for words in sents if len(words) <= MOST_WORDS for part in _parts(words)]
        left = [part for words in sents if len(words) > MOST_WORDS for part in _parts(words)]
        parses = self.network.parse([[t.text for t in part] for part in parts])
        _annotate(doc, [*parts, *left], [*parses, *map(_flat, left)])
        return doc


def mark_sentences(doc: Doc, starts: set[int]) -> None:
    """Begin a sentence at the tokens that hold these character offsets, and nowhere else."""
    marks, pending = np.full(len(doc), -1, dtype=np.int64), False
    for i, token in enumerate(doc):
        pending = pending or not starts.isdisjoint(range(token.idx, token.idx + len(token)))
        if i == 0 or (pending and not token.is_space):
            marks[i] = 1
        if not token.is_space:
            pending = False
    write: Any = doc.from_array
    write(["SENT_START"], marks.astype(np.uint64).reshape(-1, 1))


def _parts(words: list[Token]) -> Iterator[list[Token]]:
    """Yield the words of a sentence, in parts where it is too long to be read at once."""
    for i in range(0, len(words), MAX_WORDS):
        yield words[i : i + MAX_WORDS]


def _flat(words: list[Token]) -> Parse:
    """Return the parse of words that the network is not asked about: all hang on the first."""
    n, texts = len(words), tuple(t.text for t in words)
    tags = {"upos": ("X",) * n, "xpos": ("XX",) * n, "feats": ("",) * n, "lemmas": texts, "entities": ("O",) * n}
    return Parse(heads=(0, *(1,) * (n - 1)), deps=("dep",) * n, **tags)


def _annotate(doc: Doc, parts: list[list[Token]], parses: list[Parse]) -> None:
    """Write the parses into the Doc; blanks hang on the word before them, later parts of a sentence on its first root."""
    heads, entities = list(range(len(doc))), ["O"] * len(doc)
    rows: dict[str, list[int]] = {name: [0] * len(doc) for name in ("TAG", "POS", "LEMMA", "MORPH", "DEP")}
    for words, parse in zip(parts, parses, strict=True):
        for k, token in enumerate(words):
            head = parse.heads[k]
            heads[token.i] = words[head - 1].i if head else token.i
            entities[token.i] = parse.entities[k]
            for name, value in _annotation(doc, parse, k).items():
                rows[name][token.i] = value
    _attach_rest(doc, heads, rows["DEP"])
    rows["HEAD"] = [(h - i) % 2**64 for i, h in enumerate(heads)]
    write: Any = doc.from_array
    write(list(rows), np.array(list(rows.values()), dtype=np.uint64).T)
    doc.set_ents(_spans(doc, entities))


def _annotation(doc: Doc, parse: Parse, k: int) -> dict[str, int]:
    """Return the annotation of the k-th word as the numbers that spaCy keeps."""
    add = doc.vocab.strings.add
    return {
        "TAG": add(parse.xpos[k]),
        "POS": add(parse.upos[k]),
        "LEMMA": add(parse.lemmas[k]),
        "MORPH": doc.vocab.morphology.add(parse.feats[k]),
        "DEP": add(parse.deps[k] if parse.heads[k] else "ROOT"),
    }


def _attach_rest(doc: Doc, heads: list[int], deps: list[int]) -> None:
    """Give every sentence one root: blanks and later parts hang on its first root."""
    strings = doc.vocab.strings
    for sent in doc.sents:
        roots = [t.i for t in sent if heads[t.i] == t.i and not t.is_space]
        first = roots[0] if roots else sent.start
        for t in sent:
            if heads[t.i] == t.i and t.i != first:
                heads[t.i] = first
                deps[t.i] = strings.add("dep" if t.is_space else "parataxis")
        if not roots:
            deps[first] = strings.add("ROOT")


def _spans(doc: Doc, entities: list[str]) -> list[Span]:
    """Return the entity spans of a row of BIO labels; a blank inside a name does not break it."""
    from spacy.tokens import Span

    out, start, end = [], -1, -1
    for i, label in enumerate([*entities, "O"]):
        if label.startswith("I-") or (i < len(doc) and doc[i].is_space):
            end = i if label.startswith("I-") else end
            continue
        if start >= 0:
            out.append(Span(doc, start, end + 1, label=entities[start][2:]))
            start = -1
        if label.startswith("B-"):
            start = end = i
    return out
