"""The weights to start from: the reader of `../shared/models/reader_start`, put under our names."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.corpora import CORPORA
from training.model import LAYERS, Reader

START = CORPORA.parent / "models/reader_start/weights.safetensors"
HEADS = {"ner": "entity", "pos": "upos"}


def started(reader: Reader, path: Path = START) -> Reader:
    """The reader with all that the old weights know; what is new to them keeps its first values."""
    old = {name: tensor.float() for name, tensor in load_file(path).items()}
    new: dict[str, Tensor] = {
        "enc.word.weight": old["enc.embeddings.word_embeddings.weight"],
        "enc.position.weight": old["enc.embeddings.position_embeddings.weight"]
        + old["enc.embeddings.token_type_embeddings.weight"][0],
        "arc_match": old["au"],
        "rel_match": old["ru"],
    }
    for end in ("weight", "bias"):
        new[f"enc.norm.{end}"] = old[f"enc.embeddings.LayerNorm.{end}"]
        for i in range(LAYERS):
            was, now = f"enc.encoder.layer.{i}", f"enc.layers.{i}"
            parts = [old[f"{was}.attention.self.{part}.{end}"] for part in ("query", "key", "value")]
            new[f"{now}.qkv.{end}"] = torch.cat(parts)
            new[f"{now}.out.{end}"] = old[f"{was}.attention.output.dense.{end}"]
            new[f"{now}.norm1.{end}"] = old[f"{was}.attention.output.LayerNorm.{end}"]
            new[f"{now}.up.{end}"] = old[f"{was}.intermediate.dense.{end}"]
            new[f"{now}.down.{end}"] = old[f"{was}.output.dense.{end}"]
            new[f"{now}.norm2.{end}"] = old[f"{was}.output.LayerNorm.{end}"]
        for was, now in HEADS.items():
            new[f"heads.{now}.{end}"] = old[f"{was}.{end}"]
        for was, now in {"ad": "arc_dependent", "ah": "arc_head", "rd": "rel_dependent", "rh": "rel_head"}.items():
            new[f"{now}.{end}"] = old[f"{was}.0.{end}"]
    left = reader.load_state_dict(new, strict=False)
    if left.unexpected_keys:
        raise ValueError(f"no place for {left.unexpected_keys}")
    return reader
