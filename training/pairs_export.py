"""Write the reader of pairs as ONNX, in eight bits: `python -m training.pairs_export --to FOLDER`.

The encoder and the vocabulary become eight-bit; the heads stay as they are. The file reads one pair at a time.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.pairs_data import WORK
from training.pairs_model import Pairs


class Exported(nn.Module):
    """The network for one pair alone: nothing is padding."""

    def __init__(self, net: Pairs) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, sides: Tensor) -> Tensor:
        return self.net(ids, torch.ones_like(ids), sides)


def network(checkpoint: Path, weights: str = "average") -> Pairs:
    """The network of a checkpoint, ready to read."""
    kept = torch.load(checkpoint)
    net = Pairs(kept["layers"])
    net.load_state_dict(kept[weights])
    return net.eval()


def write(net: Pairs, file: Path) -> None:
    """The network as an eight-bit file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    example = torch.ones(1, 12, dtype=torch.int64)
    sides = (torch.arange(12) > 5).long()[None]
    with tempfile.TemporaryDirectory() as room:
        plain = Path(room) / "plain.onnx"
        torch.onnx.export(
            Exported(net),
            (example, sides),
            str(plain),
            input_names=["ids", "sides"],
            output_names=["scores"],
            dynamic_axes={"ids": {0: "pair", 1: "piece"}, "sides": {0: "pair", 1: "piece"}, "scores": {0: "pair"}},
            opset_version=17,
            dynamo=False,
        )
        keep = [
            node.name
            for node in onnx.load(plain).graph.node
            if node.op_type in ("MatMul", "Gather") and "/layers." not in node.name and "/word/" not in node.name
        ]
        quantize_dynamic(
            plain,
            file,
            op_types_to_quantize=["MatMul", "Gather"],
            nodes_to_exclude=keep,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )


def opened(file: Path) -> onnxruntime.InferenceSession:
    """The file, ready to read on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--checkpoint", type=Path, default=WORK / "checkpoint.pt")
    ask.add_argument("--to", type=Path, default=WORK / "pairs.onnx")
    said = ask.parse_args()
    net = network(said.checkpoint)
    write(net, said.to)
    session = opened(said.to)
    chance = np.random.default_rng(0)
    apart = []
    for _ in range(20):
        ids = chance.integers(1000, 20000, (1, 40))
        sides = (np.arange(40) > 20).astype(np.int64)[None]
        with torch.no_grad():
            right = net(torch.from_numpy(ids), torch.ones(1, 40, dtype=torch.int64), torch.from_numpy(sides)).numpy()
        apart.append(np.abs(right - session.run(None, {"ids": ids, "sides": sides})[0]).mean())
    print(f"{said.to}: {said.to.stat().st_size / 1e6:.1f} MB, mean difference {np.mean(apart):.3f}")


if __name__ == "__main__":
    main()
