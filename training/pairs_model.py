"""The network that reads two sentences in one pass: a small encoder and two heads on what it says of both.

The heads say whether the second follows from the first, is open, or is ruled out by it, and whether both tell the
same fact. Starts from a sentence encoder's weights, an ONNX file of BERT's parts with as many layers as wanted.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from training.model import HIDDEN, MOST_POSITIONS, VOCABULARY, Layer

START = Path(os.environ.get("DRAGOMAN_PAIRS_START") or Path(__file__).parents[1] / ".work/pairs/start.onnx")
RELATIONS = ("entailment", "neutral", "contradiction")
OUTPUTS = (*RELATIONS, "same")
DEEP = 192


class Pairs(nn.Module):
    """Of each pair of a batch four scores: the three relations, and the log odds of one fact."""

    def __init__(self, layers: int = 3) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(MOST_POSITIONS, HIDDEN)
        self.side = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.mix = nn.Linear(5 * HIDDEN, DEEP)
        self.say = nn.Linear(DEEP, len(OUTPUTS))

    def forward(self, ids: Tensor, attention: Tensor, sides: Tensor, drop: float = 0.0) -> Tensor:
        """`sides`: 0 for the pieces of the first sentence, 1 for those of the second; `attention`: 0 for padding."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.side(sides)
        x = self.norm(x)
        mask = (1.0 - attention[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, mask, drop)
        x = x.float()
        second = (sides * attention)[:, :, None].to(x.dtype)
        first = ((1 - sides) * attention)[:, :, None].to(x.dtype)
        one = (x * first).sum(1) / first.sum(1)
        other = (x * second).sum(1) / second.sum(1)
        joint = torch.cat([x[:, 0], one, other, (one - other).abs(), one * other], 1)
        deep = functional.gelu(self.mix(joint))
        return self.say(functional.dropout(deep, drop) if drop else deep)


def started(net: Pairs, path: Path = START) -> Pairs:
    """The network with the encoder's weights; the heads keep their first values."""
    graph = onnx.load(path).graph
    arrays = {one.name.split("auto_model.")[-1]: numpy_helper.to_array(one) for one in graph.initializer}
    given = {node.name.split("auto_model/")[-1]: list(node.input) for node in graph.node if node.op_type == "MatMul"}

    def matrix(place: str) -> np.ndarray:
        return arrays[given[f"encoder/{place}/MatMul"][1]].T

    new = {
        "word.weight": arrays["embeddings.word_embeddings.weight"],
        "position.weight": arrays["embeddings.position_embeddings.weight"],
        "side.weight": arrays["embeddings.token_type_embeddings.weight"],
    }
    for end in ("weight", "bias"):
        new[f"norm.{end}"] = arrays[f"embeddings.LayerNorm.{end}"]
    for i in range(len(net.layers)):
        was, now = f"layer.{i}", f"layers.{i}"
        parts = ("query", "key", "value")
        new[f"{now}.qkv.weight"] = np.concatenate([matrix(f"{was}/attention/self/{part}") for part in parts])
        new[f"{now}.qkv.bias"] = np.concatenate([arrays[f"encoder.{was}.attention.self.{part}.bias"] for part in parts])
        for old, name in (("attention/output", "out"), ("intermediate", "up"), ("output", "down")):
            new[f"{now}.{name}.weight"] = matrix(f"{was}/{old}/dense")
            new[f"{now}.{name}.bias"] = arrays[f"encoder.{was}.{old.replace('/', '.')}.dense.bias"]
        for end in ("weight", "bias"):
            new[f"{now}.norm1.{end}"] = arrays[f"encoder.{was}.attention.output.LayerNorm.{end}"]
            new[f"{now}.norm2.{end}"] = arrays[f"encoder.{was}.output.LayerNorm.{end}"]
    left = net.load_state_dict({name: torch.from_numpy(array.copy()) for name, array in new.items()}, strict=False)
    if left.unexpected_keys or any(not name.startswith(("mix", "say")) for name in left.missing_keys):
        raise ValueError(f"the file and the network differ: {left}")
    return net
