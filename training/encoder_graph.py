"""Write the graph of all-MiniLM-L6-v2 for onnxruntime: the operators alone, the weights stay in the published `model.safetensors`.

usage: python training/encoder_graph.py [FILE]      (FILE defaults to verify/data/encoder/minilm.onnx)

The operators are those of BERT (Devlin et al. 2019, arXiv:1810.04805) in the fused forms of onnxruntime, then the mean over the pieces
that are no padding, of unit length (Reimers and Gurevych 2019, arXiv:1908.10084). Weights are external initialisers under the names that
`model.safetensors` gives them; `verify/encoder/minilm.py` hands them over at loading.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import onnx
from onnx import NodeProto, TensorProto, helper

TARGET = Path(__file__).parent.parent / "verify" / "data" / "encoder" / "minilm.onnx"
LAYERS, HEADS, WIDTH, INNER, PIECES, POSITIONS, EPSILON = 6, 12, 384, 1536, 30522, 512, 1e-12
FUSED = "com.microsoft"


def weights() -> Iterator[tuple[str, list[int]]]:
    """Yield the name and shape of each weight."""
    for name, rows in (("word", PIECES), ("position", POSITIONS), ("token_type", 2)):
        yield f"embeddings.{name}_embeddings.weight", [rows, WIDTH]
    yield from _affine("embeddings.LayerNorm", [WIDTH])
    for i in range(LAYERS):
        layer = f"encoder.layer.{i}"
        for part in ("self.query", "self.key", "self.value", "output.dense"):
            yield from _affine(f"{layer}.attention.{part}", [WIDTH, WIDTH])
        yield from _affine(f"{layer}.attention.output.LayerNorm", [WIDTH])
        yield from _affine(f"{layer}.intermediate.dense", [INNER, WIDTH])
        yield from _affine(f"{layer}.output.dense", [WIDTH, INNER])
        yield from _affine(f"{layer}.output.LayerNorm", [WIDTH])


def _affine(name: str, shape: list[int]) -> Iterator[tuple[str, list[int]]]:
    yield f"{name}.weight", shape
    yield f"{name}.bias", shape[:1]


def nodes() -> Iterator[NodeProto]:
    """Yield the operators from the ids of the word pieces to the embeddings; between attentions all pieces are rows of one matrix."""
    tables = [f"embeddings.{name}_embeddings.weight" for name in ("word", "position", "token_type")]
    norm = ["embeddings.LayerNorm.weight", "embeddings.LayerNorm.bias"]
    yield helper.make_node("Sub", ["ids", "ids"], ["types"])
    inputs = ["ids", "types", *tables, *norm, "mask"]
    yield helper.make_node("EmbedLayerNormalization", inputs, ["embedded", "lengths"], domain=FUSED, epsilon=EPSILON)
    yield helper.make_node("Shape", ["embedded"], ["by_sentence"])
    yield helper.make_node("Reshape", ["embedded", "by_piece"], ["hidden.0"])
    for i in range(LAYERS):
        yield from _layer(f"encoder.layer.{i}", f"hidden.{i}", f"hidden.{i + 1}")
    yield from _pooled(f"hidden.{LAYERS}")


def _layer(name: str, source: str, target: str) -> Iterator[NodeProto]:
    """Yield one layer: attention, then two linear maps, each added to its input and normalised."""
    heads = []
    for part in ("query", "key", "value"):
        heads.append(f"{name}.{part}")
        yield _linear(source, f"{name}.attention.self.{part}", f"{heads[-1]}.rows")
        yield helper.make_node("Reshape", [f"{heads[-1]}.rows", "by_sentence"], [heads[-1]])
    mixed = [*heads, "", "mask"]
    yield helper.make_node("MultiHeadAttention", mixed, [f"{name}.mixed"], domain=FUSED, num_heads=HEADS)
    yield helper.make_node("Reshape", [f"{name}.mixed", "by_piece"], [f"{name}.rows"])
    yield _linear(f"{name}.rows", f"{name}.attention.output.dense", f"{name}.attended")
    yield _added(f"{name}.attended", source, f"{name}.attention.output.LayerNorm", f"{name}.between")
    yield _linear(f"{name}.between", f"{name}.intermediate.dense", f"{name}.wide")
    yield helper.make_node("Gelu", [f"{name}.wide"], [f"{name}.active"], domain=FUSED)
    yield _linear(f"{name}.active", f"{name}.output.dense", f"{name}.narrow")
    yield _added(f"{name}.narrow", f"{name}.between", f"{name}.output.LayerNorm", target)


def _linear(source: str, name: str, target: str) -> NodeProto:
    return helper.make_node("Gemm", [source, f"{name}.weight", f"{name}.bias"], [target], transB=1)


def _added(source: str, skip: str, norm: str, target: str) -> NodeProto:
    inputs = [source, skip, f"{norm}.weight", f"{norm}.bias"]
    return helper.make_node("SkipLayerNormalization", inputs, [target], domain=FUSED, epsilon=EPSILON)


def _pooled(source: str) -> Iterator[NodeProto]:
    """Yield the mean of the pieces that the mask keeps, of unit length."""
    yield helper.make_node("Reshape", [source, "by_sentence"], ["pieces"])
    yield helper.make_node("Cast", ["mask"], ["weights"], to=TensorProto.FLOAT)
    yield helper.make_node("Unsqueeze", ["weights", "last"], ["weights.column"])
    yield helper.make_node("Mul", ["pieces", "weights.column"], ["kept"])
    yield helper.make_node("ReduceSum", ["kept", "middle"], ["sum"], keepdims=0)
    # The sum and the mean of the pieces point in one direction.
    yield helper.make_node("LpNormalization", ["sum"], ["embeddings"], axis=-1, p=2)


def graph() -> onnx.ModelProto:
    """Return the model without its weights."""
    rows = [helper.make_tensor_value_info(name, TensorProto.INT32, ["batch", "pieces"]) for name in ("ids", "mask")]
    out = helper.make_tensor_value_info("embeddings", TensorProto.FLOAT, ["batch", WIDTH])
    constants = [
        helper.make_tensor("by_piece", TensorProto.INT64, [2], [-1, WIDTH]),
        helper.make_tensor("last", TensorProto.INT64, [1], [-1]),
        helper.make_tensor("middle", TensorProto.INT64, [1], [1]),
    ]
    made = helper.make_graph([*nodes()], "all-MiniLM-L6-v2", rows, [out], [*constants, *map(_external, weights())])
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(made, opset_imports=versions, ir_version=8, producer_name="verify")


def _external(weight: tuple[str, list[int]]) -> TensorProto:
    """Return a weight that is to be handed over."""
    tensor = TensorProto(name=weight[0], dims=weight[1], data_type=TensorProto.FLOAT)
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="model.safetensors")
    return tensor


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(graph().SerializeToString(deterministic=True))
