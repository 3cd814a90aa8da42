"""The graph of the bundled English pipeline: `Parser` of `model.py`, from the rows of a sentence's pieces to its scores.

Looking up the embeddings of the pieces, and the labels of the arcs that were chosen, is arithmetic on a few numbers: `verify/language/scores.py`
does it. All sentences of a run have the same number of pieces; there is no padding.
"""

from __future__ import annotations

from collections.abc import Iterator

import onnx
from graphs import (
    EPSILON,
    INNER,
    WIDTH,
    Shape,
    added,
    affine,
    attention,
    gelu,
    linear,
    model,
    reshape,
    whole_numbers,
)
from model import ARC, LAYERS, REL
from onnx import NodeProto, TensorProto, helper

TAGS = "tags"
"""The heads of tags, morphology, lemma rules and names, as one map."""


def weights(*, tags: int, relations: int) -> Iterator[Shape]:
    """Yield the name and shape of each weight for that many classes of words, and of arcs."""
    yield from affine("norm", [WIDTH])
    for i in range(LAYERS):
        yield from affine(f"layers.{i}.qkv", [3 * WIDTH, WIDTH])
        yield from affine(f"layers.{i}.out", [WIDTH, WIDTH])
        yield from affine(f"layers.{i}.norm1", [WIDTH])
        yield from affine(f"layers.{i}.inner", [INNER, WIDTH])
        yield from affine(f"layers.{i}.outer", [WIDTH, INNER])
        yield from affine(f"layers.{i}.norm2", [WIDTH])
    yield from affine(TAGS, [tags, WIDTH])
    for name, size, classes in (("arc", ARC, 1), ("rel", REL, relations)):
        yield from affine(f"{name}.dependent", [size, WIDTH])
        yield from affine(f"{name}.head", [size, WIDTH])
        yield from affine(name, [classes * (size + 1), size])


def nodes() -> Iterator[NodeProto]:
    """Yield the operators; `first` and `last` number each word's pieces among all rows of the run, `root` the first row of each sentence."""
    yield helper.make_node("Shape", ["embedded"], ["by_sentence"])
    norm = ["embedded", "norm.weight", "norm.bias"]
    yield helper.make_node("LayerNormalization", norm, ["normal"], axis=-1, epsilon=EPSILON)
    yield reshape("normal", "by_piece", "hidden.0")
    for i in range(LAYERS):
        yield from _layer(f"layers.{i}", f"hidden.{i}", f"hidden.{i + 1}")
    yield from _words(f"hidden.{LAYERS}")
    yield linear("words.rows", TAGS, "tags.rows")
    yield helper.make_node("Concat", ["by_word", "minus_one"], ["like_words"], axis=0)
    yield reshape("tags.rows", "like_words", "tags")
    yield from _biaffine("arc")
    yield from _biaffine("rel")
    yield helper.make_node("Slice", ["arc.map", "zero", "arc_size", "two"], ["arc.left"])
    yield helper.make_node("Slice", ["arc.map", "arc_size", "arc_end", "two"], ["arc.constant"])
    yield helper.make_node("Transpose", ["arc.heads"], ["arc.columns"], perm=[0, 2, 1])
    yield helper.make_node("MatMul", ["arc.left", "arc.columns"], ["arc.product"])
    yield helper.make_node("Add", ["arc.product", "arc.constant"], ["arcs"])
    yield helper.make_node("Identity", ["rel.map"], ["relations"])
    yield helper.make_node("Identity", ["rel.heads"], ["heads"])


def _layer(name: str, source: str, target: str) -> Iterator[NodeProto]:
    yield linear(source, f"{name}.qkv", f"{name}.three")
    parts = [f"{name}.{part}" for part in ("query", "key", "value")]
    yield helper.make_node("Split", [f"{name}.three"], parts, axis=-1)
    yield from attention(parts, name, f"{name}.rows")
    yield linear(f"{name}.rows", f"{name}.out", f"{name}.attended")
    yield added(f"{name}.attended", source, f"{name}.norm1", f"{name}.between")
    yield linear(f"{name}.between", f"{name}.inner", f"{name}.wide")
    yield gelu(f"{name}.wide", f"{name}.active")
    yield linear(f"{name}.active", f"{name}.outer", f"{name}.narrow")
    yield added(f"{name}.narrow", f"{name}.between", f"{name}.norm2", target)


def _words(hidden: str) -> Iterator[NodeProto]:
    """Yield the words, the means of their first and last pieces, and the heads, which have the root before them; both as rows."""
    yield helper.make_node("Shape", ["first"], ["by_word"])
    for name in ("first", "last", "root"):
        yield helper.make_node("Gather", [hidden, name], [f"{name}.pieces"], axis=0)
    yield helper.make_node("Add", ["first.pieces", "last.pieces"], ["both.pieces"])
    yield helper.make_node("Mul", ["both.pieces", "half"], ["words"])
    yield helper.make_node("Concat", ["root.pieces", "words"], ["heads.all"], axis=1)
    yield reshape("words", "by_piece", "words.rows")
    yield reshape("heads.all", "by_piece", "heads.rows")
    yield helper.make_node("Add", ["by_word", "one_more"], ["by_head"])
    yield helper.make_node("Concat", ["by_head", "minus_one"], ["like_heads"], axis=0)


def _biaffine(name: str) -> Iterator[NodeProto]:
    """Yield the dependents' map and the heads: the product of the two, and the map's last column of each class, are the scores."""
    for side, rows in (("dependent", "words.rows"), ("head", "heads.rows")):
        yield linear(rows, f"{name}.{side}", f"{name}.{side}.plain")
        yield gelu(f"{name}.{side}.plain", f"{name}.{side}.active")
    yield linear(f"{name}.dependent.active", name, f"{name}.map.rows")
    yield reshape(f"{name}.map.rows", "like_words", f"{name}.map")
    yield reshape(f"{name}.head.active", "like_heads", f"{name}.heads")


def graph(*, tags: int, relations: int) -> onnx.ModelProto:
    """Return the graph for that many classes of words, and of arcs."""
    value = helper.make_tensor_value_info
    outputs = {
        "tags": ["batch", "words", tags],
        "arcs": ["batch", "words", "heads"],
        "relations": ["batch", "words", relations * (REL + 1)],
        "heads": ["batch", "heads", REL],
    }
    return model(
        nodes(),
        name="verify-english",
        inputs=[
            value("embedded", TensorProto.FLOAT, ["batch", "pieces", WIDTH]),
            *(value(name, TensorProto.INT64, ["batch", "words"]) for name in ("first", "last")),
            value("root", TensorProto.INT64, ["batch", 1]),
        ],
        outputs=[value(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
        constants=[
            whole_numbers("by_piece", [-1, WIDTH]),
            whole_numbers("minus_one", [-1]),
            whole_numbers("one_more", [0, 1]),
            whole_numbers("zero", [0]),
            whole_numbers("two", [2]),
            whole_numbers("arc_size", [ARC]),
            whole_numbers("arc_end", [ARC + 1]),
            helper.make_tensor("half", TensorProto.FLOAT, [], [0.5]),
        ],
        weights=weights(tags=tags, relations=relations),
    )
