"""Write the graph of all-MiniLM-L6-v2 for onnxruntime: the operators alone, the weights stay in the published `model.safetensors`.

usage: python training/encoder_graph.py [FILE]      (FILE defaults to verify/data/encoder/minilm.onnx)

All sentences of a run have the same number of pieces; there is no padding. `verify/encoder/minilm.py` takes the mean over the pieces.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import onnx
from graphs import (
    EPSILON,
    FUSED,
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
    write,
)
from onnx import NodeProto, TensorProto, helper

TARGET = Path(__file__).parent.parent / "verify" / "data" / "encoder" / "minilm.onnx"
LAYERS, PIECES, POSITIONS = 6, 30522, 512


def weights() -> Iterator[Shape]:
    """Yield the name and shape of each weight."""
    for name, rows in (("word", PIECES), ("position", POSITIONS), ("token_type", 2)):
        yield f"embeddings.{name}_embeddings.weight", [rows, WIDTH]
    yield from affine("embeddings.LayerNorm", [WIDTH])
    for i in range(LAYERS):
        layer = f"encoder.layer.{i}"
        for part in ("self.query", "self.key", "self.value", "output.dense"):
            yield from affine(f"{layer}.attention.{part}", [WIDTH, WIDTH])
        yield from affine(f"{layer}.attention.output.LayerNorm", [WIDTH])
        yield from affine(f"{layer}.intermediate.dense", [INNER, WIDTH])
        yield from affine(f"{layer}.output.dense", [WIDTH, INNER])
        yield from affine(f"{layer}.output.LayerNorm", [WIDTH])


def nodes() -> Iterator[NodeProto]:
    """Yield the operators from the ids of the word pieces to their last hidden states; between attentions all pieces are rows of one matrix."""
    tables = [f"embeddings.{name}_embeddings.weight" for name in ("word", "position", "token_type")]
    norm = ["embeddings.LayerNorm.weight", "embeddings.LayerNorm.bias"]
    yield helper.make_node("Sub", ["ids", "ids"], ["types"])
    yield helper.make_node(
        "EmbedLayerNormalization", ["ids", "types", *tables, *norm], ["embedded", ""], domain=FUSED, epsilon=EPSILON
    )
    yield helper.make_node("Shape", ["embedded"], ["by_sentence"])
    yield reshape("embedded", "by_piece", "hidden.0")
    for i in range(LAYERS):
        yield from _layer(f"encoder.layer.{i}", f"hidden.{i}", f"hidden.{i + 1}")
    yield reshape(f"hidden.{LAYERS}", "by_sentence", "pieces")


def _layer(name: str, source: str, target: str) -> Iterator[NodeProto]:
    """Yield one layer: attention, then two linear maps, each added to its input and normalised."""
    heads = []
    for part in ("query", "key", "value"):
        heads.append(f"{name}.{part}")
        yield linear(source, f"{name}.attention.self.{part}", heads[-1])
    yield from attention(heads, name, f"{name}.rows")
    yield linear(f"{name}.rows", f"{name}.attention.output.dense", f"{name}.attended")
    yield added(f"{name}.attended", source, f"{name}.attention.output.LayerNorm", f"{name}.between")
    yield linear(f"{name}.between", f"{name}.intermediate.dense", f"{name}.wide")
    yield gelu(f"{name}.wide", f"{name}.active")
    yield linear(f"{name}.active", f"{name}.output.dense", f"{name}.narrow")
    yield added(f"{name}.narrow", f"{name}.between", f"{name}.output.LayerNorm", target)


def graph() -> onnx.ModelProto:
    """Return the model without its weights."""
    value = helper.make_tensor_value_info
    return model(
        nodes(),
        name="all-MiniLM-L6-v2",
        inputs=[value("ids", TensorProto.INT32, ["batch", "pieces"])],
        outputs=[value("pieces", TensorProto.FLOAT, ["batch", "pieces", WIDTH])],
        constants=[whole_numbers("by_piece", [-1, WIDTH])],
        weights=weights(),
    )


if __name__ == "__main__":
    write(graph(), Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
