"""What words mean, as short vectors: the table `model/meanings.npz`, distilled from a sentence encoder.

Each word of the news is read alone by the encoder (all-MiniLM-L6-v2, Apache-2.0, by numpy alone), mean-pooled,
brought to `SIZE` axes that hold most of what parts words, and rounded to bytes. Words that hardly any article has
are left out. Does not read sentences.

usage: python -m training.meanings ENCODER_FOLDER
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from math import pi, sqrt
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from training.corpora import CORPORA

TABLE = Path(__file__).parent.parent / "src" / "dragoman" / "model" / "meanings.npz"
SIZE, FEWEST, MOST, BATCH = 64, 3, 24_000, 256
HEADS, LAYERS, EPSILON = 12, 6, 1e-12
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def texts() -> Iterator[str]:
    for name in ("story_clusters", "neus_triples", "ecbplus"):
        for line in (CORPORA / "crossdoc" / f"{name}.jsonl").open(encoding="utf-8"):
            yield from (value for value in json.loads(line).values() if isinstance(value, str) and len(value) > 200)
    for path in sorted((CORPORA / "attribution" / "polnear" / "train" / "text").iterdir()):
        yield path.read_text(encoding="utf-8")


def vocabulary() -> list[str]:
    held: Counter[str] = Counter()
    for text in texts():
        held.update({word for word in WORD.findall(text.casefold()) if 2 < len(word) < 20})
    kept = [word for word, n in held.most_common(MOST) if n >= FEWEST]
    return sorted(kept)


class Encoder:
    """The forward pass of a small BERT; all inputs of a batch have one length."""

    def __init__(self, folder: Path) -> None:
        self.w = load_file(folder / "model.safetensors")
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()

    def linear(self, x: np.ndarray, name: str) -> np.ndarray:
        return x @ self.w[f"{name}.weight"].T + self.w[f"{name}.bias"]

    def norm(self, x: np.ndarray, name: str) -> np.ndarray:
        x = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + EPSILON)
        return x * self.w[f"{name}.weight"] + self.w[f"{name}.bias"]

    def attend(self, x: np.ndarray, name: str) -> np.ndarray:
        batch, length, size = x.shape
        q, k, v = (
            self.linear(x, f"{name}.self.{part}").reshape(batch, length, HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = q @ k.transpose(0, 1, 3, 2) / sqrt(q.shape[-1])
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ v
        return mixed.transpose(0, 2, 1, 3).reshape(batch, length, size)

    def __call__(self, ids: np.ndarray) -> np.ndarray:
        """The mean of the last layer for each input of a batch."""
        e = "embeddings"
        x = self.w[f"{e}.word_embeddings.weight"][ids] + self.w[f"{e}.position_embeddings.weight"][: ids.shape[1]]
        x = self.norm(x + self.w[f"{e}.token_type_embeddings.weight"][0], f"{e}.LayerNorm")
        for layer in range(LAYERS):
            at = f"encoder.layer.{layer}"
            mixed = self.linear(self.attend(x, f"{at}.attention"), f"{at}.attention.output.dense")
            x = self.norm(x + mixed, f"{at}.attention.output.LayerNorm")
            inner = self.linear(x, f"{at}.intermediate.dense")
            inner = inner * 0.5 * (1 + np.tanh(sqrt(2 / pi) * (inner + 0.044715 * inner**3)))
            x = self.norm(x + self.linear(inner, f"{at}.output.dense"), f"{at}.output.LayerNorm")
        return x.mean(1)


def encoded(words: list[str], encoder: Encoder) -> np.ndarray:
    ids = [encoder.tokenizer.encode(word).ids for word in words]
    found = np.zeros((len(words), 384), dtype=np.float32)
    for length in sorted({len(i) for i in ids}):
        places = [n for n, i in enumerate(ids) if len(i) == length]
        for first in range(0, len(places), BATCH):
            part = places[first : first + BATCH]
            found[part] = encoder(np.array([ids[n] for n in part]))
    return found


def shortened(vectors: np.ndarray) -> np.ndarray:
    """On the axes along which words differ most, each of length one."""
    centred = vectors - vectors.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    short = centred @ axes[:, ::-1][:, :SIZE]
    return short / np.linalg.norm(short, axis=1, keepdims=True)


def main() -> None:
    words = vocabulary()
    short = shortened(encoded(words, Encoder(Path(sys.argv[1]))))
    np.savez_compressed(
        TABLE, words=np.frombuffer("\n".join(words).encode(), np.uint8), vectors=np.round(short * 127).astype(np.int8)
    )
    print(f"{len(words)} words, {TABLE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
