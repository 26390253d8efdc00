"""Puts the head for offers and answers into the reader's file, as further columns of `labels`.

A head is a small network of its own, so its nodes are written beside the encoder's, under `exchange/`; those of an
earlier one are taken out first. Windows go through one by one, so that no mask is needed. In eight bits, as the
encoder.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import compose, helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.exchange_head import Head
from training.exchange_texts import CLASSES, KINDS
from training.graphs import PREFIX, labels_without, without
from training.vectors import LAYERS, end_of


class Exported(nn.Module):
    """The head on the three layers of one window."""

    def __init__(self, head: Head) -> None:
        super().__init__()
        self.head = head

    def forward(self, first: Tensor, second: Tensor, third: Tensor) -> Tensor:
        found: Tensor = self.head(torch.cat([first, second, third], dim=-1), torch.zeros(1))
        return found


def put(folder: Path, head: Head) -> None:
    """The head into `reader.onnx`, its labels behind the others in `labels.json`."""
    file = folder / "reader.onnx"
    reader = without(onnx.load(str(file)))
    names = [f"in{i}" for i in range(len(LAYERS))]
    with tempfile.TemporaryDirectory() as room:
        plain, small = Path(room) / "plain.onnx", Path(room) / "small.onnx"
        example = torch.zeros(1, 12, 384)
        torch.onnx.export(
            Exported(head),
            (example,) * len(LAYERS),
            str(plain),
            input_names=names,
            output_names=["labels"],
            dynamic_axes={name: {0: "batch", 1: "piece"} for name in (*names, "labels")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain, small, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
            weight_type=QuantType.QInt8,
        )  # fmt: skip
        own = compose.add_prefix(onnx.load(str(small)), PREFIX)
    nodes = [*reader.graph.node]
    last = next(node for node in nodes if "labels" in node.output)
    last.output[list(last.output).index("labels")] = f"{PREFIX}before"
    inputs = {f"{PREFIX}{name}": end_of(layer) for name, layer in zip(names, LAYERS, strict=True)}
    for node in own.graph.node:
        node.input[:] = [inputs.get(name, name) for name in node.input]
    join = helper.make_node("Concat", [f"{PREFIX}before", f"{PREFIX}labels"], ["labels"], f"{PREFIX}all", axis=2)
    reader.graph.node.extend([*own.graph.node, join])
    reader.graph.initializer.extend(own.graph.initializer)
    known = {one.domain for one in reader.opset_import}
    reader.opset_import.extend(one for one in own.opset_import if one.domain not in known)
    next(one for one in reader.graph.output if one.name == "labels").type.tensor_type.shape.dim[2].Clear()
    onnx.save(reader, str(file))
    said = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    said["heads"] = labels_without(said["heads"]) | {"exchange": list(CLASSES), "matter": list(KINDS)}
    (folder / "labels.json").write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
