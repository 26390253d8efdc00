"""Write the network as ONNX, in eight bits: `python -m training.export` fills the package's `weights` folder.

Only the encoder and the vocabulary become eight-bit; the heads stay as they are. The file is then run
on a text of our own and compared with the network it was made from.
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from dragoman.annotate.reader.pieces import WEIGHTS
from training.convert import WORK
from training.labels import PER_PIECE, all_names
from training.model import PAIR_ROLES, Reader
from training.start import started
from training.train import new_reader

OUTPUTS = ("labels", "pair", "arc", "rel_dependent", "rel_head")


class Exported(nn.Module):
    """The reader with its heads per piece side by side in one matrix."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.weight = nn.Parameter(torch.cat([reader.heads[name].weight for name in PER_PIECE]))
        self.bias = nn.Parameter(torch.cat([reader.heads[name].bias for name in PER_PIECE]))

    def forward(self, ids: Tensor, attention: Tensor, shapes: Tensor) -> tuple[Tensor, ...]:
        x = self.reader.enc(ids, attention, shapes)
        length = ids.shape[1]
        pair = self.reader.pair(x, self.reader.pair.near.table(length))
        arc = self.reader.arcs(x, self.reader.arc_near.table(length)[0])
        return functional.linear(x, self.weight, self.bias), pair, arc, *self.reader.relation_vectors(x)


def load(checkpoint: Path | None, weights: str = "average") -> Reader:
    """The averaged weights of a checkpoint, its last `weights`, or the weights that training starts from."""
    if checkpoint is None:
        return started(new_reader()).eval()
    kept = torch.load(checkpoint, map_location="cpu")[weights]
    reader = new_reader(len({name.split(".")[2] for name in kept if name.startswith("enc.layers.")}))
    reader.load_state_dict(kept)
    return reader.eval()


def write(reader: Reader, folder: Path, whole: Path | None = None) -> None:
    """reader.onnx, relations.npy and labels.json; `whole`: where to keep the file before it becomes eight-bit."""
    folder.mkdir(parents=True, exist_ok=True)
    example = torch.ones(2, 12, dtype=torch.int64)
    dynamic = {name: {0: "batch", 1: "piece"} for name in ("input_ids", "attention_mask", "shape_ids", *OUTPUTS)}
    dynamic["pair"] = {0: "batch", 2: "piece", 3: "piece"}
    dynamic["arc"] = {0: "batch", 1: "piece", 2: "piece"}
    with tempfile.TemporaryDirectory() as room:
        plain = whole or Path(room) / "plain.onnx"
        torch.onnx.export(
            Exported(reader),
            (example, example, example * 0),
            str(plain),
            input_names=["input_ids", "attention_mask", "shape_ids"],
            output_names=list(OUTPUTS),
            dynamic_axes=dynamic,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            folder / "reader.onnx",
            op_types_to_quantize=["MatMul", "Gather"],
            nodes_to_exclude=heads_of(plain),
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    np.save(folder / "relations.npy", reader.rel_match.detach().numpy().astype(np.float16))
    names = all_names()
    heads = {name: names[name] for name in PER_PIECE}
    said = {
        "heads": heads,
        "pair": list(PAIR_ROLES),
        "rel": names["rel"],
        "belief": {"weights": [1.0, 0.0], "at": 0.35},
    }
    (folder / "labels.json").write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def heads_of(path: Path) -> list[str]:
    """The nodes that keep their precision: all but the encoder's layers and the table of the vocabulary."""
    return [
        node.name
        for node in onnx.load(path).graph.node
        if node.op_type in ("MatMul", "Gather") and "/layers." not in node.name and "/word/" not in node.name
    ]


def difference(reader: Reader, model: Path) -> dict[str, float]:
    """The mean difference of each output between network and file, on pieces drawn by chance."""
    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    chance = np.random.default_rng(0)
    ids = chance.integers(1000, 20000, (1, 120))
    given = {"input_ids": ids, "attention_mask": ids * 0 + 1, "shape_ids": ids % 8}
    with torch.no_grad():
        right = Exported(reader)(*(torch.from_numpy(array) for array in given.values()))
    found = session.run(list(OUTPUTS), given)
    return {n: float(np.abs(r.numpy() - f).mean()) for n, r, f in zip(OUTPUTS, right, found, strict=True)}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--checkpoint", type=Path, default=WORK / "checkpoint.pt")
    ask.add_argument("--last", action="store_true", help="export the last weights, not their average")
    ask.add_argument("--start", action="store_true", help="export the weights that training starts from")
    ask.add_argument("--to", type=Path, default=WEIGHTS)
    ask.add_argument("--whole", type=Path, help="keep the full-precision file too")
    said = ask.parse_args()
    reader = load(None if said.start else said.checkpoint, "weights" if said.last else "average")
    write(reader, said.to, said.whole)
    size = (said.to / "reader.onnx").stat().st_size / 1e6
    print(f"{said.to / 'reader.onnx'}: {size:.1f} MB; mean differences {difference(reader, said.to / 'reader.onnx')}")
    if said.whole:
        print(f"{said.whole}: mean differences {difference(reader, said.whole)}")


if __name__ == "__main__":
    main()
