"""The weights of the shipped file, back as a network that can be trained on.

Eight-bit weights become what they stand for: a whole number times the scale of its column. What is lost is half
a step of each, far less than training moves it. Knows the names that `export` gives, and no others.
"""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from dragoman.annotate.reader.pieces import WEIGHTS
from training.labels import PER_PIECE
from training.model import Reader

Array = NDArray[np.float32]
LINEAR = (
    "pair.cue",
    "pair.token",
    "pair.match",
    "pair.alone",
    "arc_dependent",
    "arc_head",
    "rel_dependent",
    "rel_head",
)
IN_LAYER = ("qkv", "out", "up", "down")


def shipped(reader: Reader, folder: Path = WEIGHTS) -> Reader:
    """The reader with the weights of the folder's file; heads per piece that the file lacks keep their own.

    A reader of fewer layers takes the first ones.
    """
    graph = onnx.load(folder / "reader.onnx").graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    given = {node.name.removesuffix("_quant"): list(node.input) for node in graph.node}

    def matrix(place: str) -> Array:
        return _whole(arrays, next(name for name in given[place] if name in arrays))

    new = {name.removeprefix("reader."): array for name, array in arrays.items() if name.startswith("reader.")}
    new = {name: array for name, array in new.items() if array.dtype == np.float32 and array.ndim}
    new["enc.word.weight"] = _whole(arrays, "reader.enc.word.weight_quantized")
    for name in (*LINEAR, *(f"enc.layers.{i}.{part}" for i in range(len(reader.enc.layers)) for part in IN_LAYER)):
        new[f"{name}.weight"] = matrix(f"/{name.replace('.', '/').replace('layers/', 'layers.')}/MatMul").T
    new["arc_match"] = np.concatenate([matrix("/MatMul"), matrix("/Add_3")[None]])
    new["rel_match"] = np.load(folder / "relations.npy").astype(np.float32)
    new |= _heads(matrix("/MatMul_2").T, arrays["bias"], folder)
    new = {name: array for name, array in new.items() if not beyond(name, len(reader.enc.layers))}
    left = reader.load_state_dict({name: torch.from_numpy(array.copy()) for name, array in new.items()}, strict=False)
    if left.unexpected_keys or any(not name.startswith("heads.") for name in left.missing_keys):
        raise ValueError(f"the file and the network differ: {left}")
    return reader


def beyond(name: str, layers: int) -> bool:
    """Whether a weight is of a layer behind the first `layers`."""
    parts = name.split(".")
    return name.startswith("enc.layers.") and int(parts[2]) >= layers


def _whole(arrays: dict[str, Array], name: str) -> Array:
    """A matrix as numbers, also where it is kept in eight bits."""
    kept = arrays[name]
    if kept.dtype == np.float32:
        return kept
    base = name.removesuffix("_quantized")
    scale, zero = arrays[f"{base}_scale"], arrays[f"{base}_zero_point"]
    return ((kept.astype(np.float32) - zero.astype(np.float32)) * scale).astype(np.float32)


def _heads(weight: Array, bias: Array, folder: Path) -> dict[str, Array]:
    """The heads side by side in the file, each under its name."""
    names = json.loads((folder / "labels.json").read_text(encoding="utf-8"))["heads"]
    found, at = {}, 0
    for name, members in ((name, names[name]) for name in PER_PIECE):
        found[f"heads.{name}.weight"] = weight[at : at + len(members)]
        found[f"heads.{name}.bias"] = bias[at : at + len(members)]
        at += len(members)
    return found
