"""One encoder, five heads: MiniLM with a shape embedding, linear heads for tags and entities, biaffine arcs and labels.

Dozat and Manning (2017), Deep biaffine attention for neural dependency parsing; the encoder is BERT's (Devlin et al. 2019) with the weights of
all-MiniLM-L6-v2, written out here so that it exports to ONNX without transformers. Word embeddings stay frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

HIDDEN, HEADS, LAYERS, INNER, POSITIONS = 384, 12, 6, 1536, 512
ARC, REL = 256, 96


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Number of classes of each head."""

    upos: int
    xpos: int
    feats: int
    lemma: int
    entity: int
    dep: int
    shapes: int


class Layer(nn.Module):
    """One BERT layer, norms after the residuals."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out, self.norm1 = nn.Linear(HIDDEN, HIDDEN), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner, self.outer, self.norm2 = (
            nn.Linear(HIDDEN, INNER),
            nn.Linear(INNER, HIDDEN),
            nn.LayerNorm(HIDDEN, eps=1e-12),
        )
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Map (batch, pieces, HIDDEN) to the same; `bias` is added to the attention scores."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        scores = q @ k.transpose(-1, -2) / (HIDDEN // HEADS) ** 0.5 + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Biaffine(nn.Module):
    """Scores of every dependent with every head, `classes` of them."""

    def __init__(self, size: int, classes: int) -> None:
        super().__init__()
        self.dependent, self.head = nn.Linear(HIDDEN, size), nn.Linear(HIDDEN, size)
        self.weight = nn.Parameter(torch.zeros(size + 1, classes * (size + 1)))
        self.classes, self.size, self.dropout = classes, size, nn.Dropout(0.33)

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        """Map words (batch, w, HIDDEN) and heads (batch, w + 1, HIDDEN) to (batch, classes, w, w + 1)."""
        d = F.pad(self.dropout(F.gelu(self.dependent(words))), (0, 1), value=1.0)
        h = F.pad(self.dropout(F.gelu(self.head(heads))), (0, 1), value=1.0)
        b, w, _ = d.shape
        left = (d @ self.weight).view(b, w, self.classes, self.size + 1).transpose(1, 2)
        return left @ h.transpose(1, 2).unsqueeze(1)


class Parser(nn.Module):
    """The multi-task model; see `forward` for its outputs."""

    def __init__(self, sizes: Sizes, *, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.shape = nn.Embedding(sizes.shapes, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout, self.drop_word = nn.Dropout(dropout), nn.Dropout(0.2)
        self.arc, self.rel = Biaffine(ARC, 1), Biaffine(REL, sizes.dep)
        self.heads = nn.ModuleDict(
            {k: nn.Linear(HIDDEN, getattr(sizes, k)) for k in ("upos", "xpos", "feats", "lemma", "entity")}
        )
        self.word.weight.requires_grad_(False)
        nn.init.zeros_(self.shape.weight)

    def encode(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Map piece ids and shapes, both (batch, pieces) with 0 as padding, to (batch, pieces, HIDDEN)."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.shape(shapes)
        x = self.dropout(self.norm(x))
        bias = (ids == 0).to(x.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Return scores: arcs (b, w, w + 1), labels (b, w, w + 1, dep), upos, xpos, feats, lemma, entity (b, w, classes).

        `first` and `last` (b, w) index each word's pieces; column 0 of the arcs is the root.
        """
        x = self.encode(ids, shapes)
        take = lambda index: x.gather(1, index.unsqueeze(-1).expand(-1, -1, HIDDEN))
        words = self.drop_word((take(first) + take(last)) / 2)
        heads = torch.cat([x[:, :1], words], dim=1)
        arcs = self.arc(words, heads).squeeze(1)
        labels = self.rel(words, heads).permute(0, 2, 3, 1)
        return arcs, labels, *(head(words) for head in self.heads.values())


def load_minilm(model: Parser, path: Path) -> None:
    """Fill the encoder with the weights of a BERT `model.safetensors` (token type 0 is added to the positions)."""
    from safetensors.torch import load_file

    w = {k.removeprefix("bert."): v.float() for k, v in load_file(path).items()}
    e = "embeddings."
    with torch.no_grad():
        model.word.weight.copy_(w[e + "word_embeddings.weight"])
        model.position.weight.copy_(w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0])
        copy_linear(model.norm, w, e + "LayerNorm")
        for i, layer in enumerate(model.layers):
            p = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [w[f"{p}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
            copy_linear(layer.out, w, p + "attention.output.dense")
            copy_linear(layer.norm1, w, p + "attention.output.LayerNorm")
            copy_linear(layer.inner, w, p + "intermediate.dense")
            copy_linear(layer.outer, w, p + "output.dense")
            copy_linear(layer.norm2, w, p + "output.LayerNorm")


def copy_linear(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    """Copy a weight and its bias."""
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])
