"""Operators that the bundled networks share: the layers of BERT (Devlin et al. 2019, arXiv:1810.04805) in the fused forms of onnxruntime.

Graphs hold operators alone. Weights are external initialisers under the names of a safetensors file beside them, which `verify/runtime.py` hands
over at loading, and they are run as they stand, without the optimisations of whichever onnxruntime is installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import onnx
from onnx import NodeProto, TensorProto, ValueInfoProto, helper

HEADS, WIDTH, INNER, EPSILON = 12, 384, 1536, 1e-12
FUSED = "com.microsoft"
Shape = tuple[str, list[int]]


def affine(name: str, shape: list[int]) -> Iterator[Shape]:
    """Yield the names and shapes of a weight and its bias."""
    yield f"{name}.weight", shape
    yield f"{name}.bias", shape[:1]


def linear(source: str, name: str, target: str) -> NodeProto:
    """Return a linear map of rows; its weight is (out, in), as torch has it."""
    return helper.make_node("Gemm", [source, f"{name}.weight", f"{name}.bias"], [target], transB=1)


def gelu(source: str, target: str) -> NodeProto:
    """Return the exact Gaussian error linear unit."""
    return helper.make_node("Gelu", [source], [target], domain=FUSED)


def reshape(source: str, shape: str, target: str) -> NodeProto:
    """Return a change of shape to the one that another tensor holds."""
    return helper.make_node("Reshape", [source, shape], [target])


def added(source: str, skip: str, norm: str, target: str) -> NodeProto:
    """Return a sum of two inputs, normalised."""
    inputs = [source, skip, f"{norm}.weight", f"{norm}.bias"]
    return helper.make_node("SkipLayerNormalization", inputs, [target], domain=FUSED, epsilon=EPSILON)


def attention(parts: Iterable[str], name: str, target: str, *, mask: str = "") -> Iterator[NodeProto]:
    """Yield attention over the rows of query, key and value: by sentence, then as rows again."""
    heads = []
    for part in parts:
        heads.append(f"{part}.by_sentence")
        yield reshape(part, "by_sentence", heads[-1])
    mixed = [*heads, "", mask] if mask else heads
    yield helper.make_node("MultiHeadAttention", mixed, [f"{name}.mixed"], domain=FUSED, num_heads=HEADS)
    yield reshape(f"{name}.mixed", "by_piece", target)


def whole_numbers(name: str, values: list[int]) -> TensorProto:
    """Return a constant of integers."""
    return helper.make_tensor(name, TensorProto.INT64, [len(values)], values)


def model(
    nodes: Iterable[NodeProto],
    *,
    name: str,
    inputs: Iterable[ValueInfoProto],
    outputs: Iterable[ValueInfoProto],
    constants: Iterable[TensorProto],
    weights: Iterable[Shape],
) -> onnx.ModelProto:
    """Return a model without its weights."""
    initialisers = [*constants, *map(_external, weights)]
    made = helper.make_graph([*nodes], name, [*inputs], [*outputs], initialisers)
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(made, opset_imports=versions, ir_version=8, producer_name="verify")


def _external(weight: Shape) -> TensorProto:
    """Return a weight that is to be handed over."""
    tensor = TensorProto(name=weight[0], dims=weight[1], data_type=TensorProto.FLOAT)
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="model.safetensors")
    return tensor


def write(made: onnx.ModelProto, path: Path) -> None:
    """Write a graph, the same bytes each time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made.SerializeToString(deterministic=True))
