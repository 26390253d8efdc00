"""Short vectors of what stretches of a text mean, as a head of the reader: `python -m training.gists ENCODER_FOLDER`.

The encoder that the reader started from knew meanings, and forgot them while it learned to read. What its layers still
hold is brought back by one linear map: from the mean of the words of a sentence or clause, read in its article, to what
the untouched encoder (all-MiniLM-L6-v2, Apache-2.0) says of it read alone, on the `SIZE` axes that hold most of that.
The same map gives each word its share. Prints how near the two come in texts not learned from, and puts the map into
the reader's file as a head. Learns from no annotation.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from dragoman.annotate.gists import clause_of
from dragoman.annotate.language import tokens_from
from dragoman.annotate.reader import network, read
from dragoman.model.gists import SCALE, SIZE
from training.convert import WORK
from training.corpora import CORPORA
from training.meanings import Encoder, encoded
from training.more_heads import Floats, Linear, put
from training.vectors import vectors

MOST, SHORTEST, LONGEST = 40_000, 4, 70
CLAUSES = 0.6  # of the clauses that are taken
PENALTY = 300.0
KEPT_OUT = 0.08
KEPT = WORK / "gists.npz"


@dataclass(frozen=True, slots=True)
class Learned:
    """What is learned from: of each stretch the mean of its words, what it means, and the number of its text."""

    given: Floats
    meant: Floats
    text: Floats


def texts() -> list[str]:
    """News of many kinds, in a shuffled order that is always the same."""
    lines = (CORPORA / "crossdoc/neus_triples.jsonl").open(encoding="utf-8")
    found = [str(text) for line in lines for text in told(json.loads(line)["articles"]) if text]
    found += [
        path.read_text(encoding="utf-8") for path in sorted((CORPORA / "attribution/polnear/train/text").iterdir())
    ]
    random.Random(1).shuffle(found)
    return found


def told(articles: object) -> Iterator[object]:
    """The texts of one story."""
    for article in articles.values() if isinstance(articles, dict) else articles if isinstance(articles, list) else ():
        yield article.get("text") if isinstance(article, dict) else article


def stretches(text: str) -> Iterator[tuple[int, int, int, int]]:
    """The sentences and some of the clauses of a text, by their words and by their places."""
    layers = read(text, lines_part=True)
    tokens = tokens_from(text, layers)
    chance = random.Random(len(text))
    own = clause_of(tokens)
    for first, last in pairwise([*np.flatnonzero(layers.sentence_starts).tolist(), len(tokens)]):
        held: dict[int, list[int]] = {}
        for token in tokens[first:last]:
            if token.relation != "punct":
                held.setdefault(own[token.index], []).append(token.index)
        parts = [(min(inside), max(inside) + 1) for inside in held.values() if chance.random() < CLAUSES]
        for begin, end in [(first, last), *(parts if len(held) > 1 else ())]:
            if SHORTEST <= end - begin <= LONGEST:
                yield begin, end, tokens[begin].start, tokens[end - 1].end


def gathered(file: Path, folder: Path) -> Learned:
    """What is learned from, kept between runs."""
    if KEPT.exists():
        with np.load(KEPT) as held:
            return Learned(held["given"].astype(float), held["meant"].astype(float), held["text"])
    given, words, of = [], [], []
    for number, text in enumerate(texts()):
        _, found = vectors(text, file)
        for begin, end, start, stop in stretches(text):
            given.append(found[begin:end].mean(axis=0))
            words.append(" ".join(text[start:stop].split()))
            of.append(number)
        if len(words) >= MOST:
            break
    meant = encoded(words, Encoder(folder))
    meant /= np.linalg.norm(meant, axis=1, keepdims=True)
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    np.savez(KEPT, given=np.array(given, np.float16), meant=meant.astype(np.float16), text=np.array(of))
    return Learned(np.array(given, float), meant.astype(float), np.array(of))


def head(learned: Learned) -> Linear:
    """The map: ridge regression, then onto the axes that hold most of what it says."""
    out = learned.text >= (1 - KEPT_OUT) * learned.text.max()
    given, meant = learned.given[~out], learned.meant[~out]
    mean, spread, middle = given.mean(axis=0), given.std(axis=0) + 1e-4, meant.mean(axis=0)
    scaled = (given - mean) / spread
    map_ = np.linalg.solve(scaled.T @ scaled + PENALTY * np.eye(scaled.shape[1]), scaled.T @ (meant - middle))
    said = scaled @ map_ + middle
    _, every = np.linalg.eigh(said.T @ said)
    axes = every[:, ::-1][:, :SIZE]
    weight = map_ @ axes / spread[:, None]
    bias = middle @ axes - mean @ weight
    short = learned.given[out] @ weight + bias
    back = (short @ axes.T, (learned.given[out] - mean) / spread @ map_ + middle)
    for name, one in zip((f"{SIZE} axes", "all axes"), back, strict=True):
        near = (one * learned.meant[out]).sum(axis=1) / np.linalg.norm(one, axis=1)
        print(f"{out.sum()} stretches not learned from, {name}: cosine with the encoder {near.mean():.3f}")
    return Linear(SCALE * weight, SCALE * bias)


def main() -> None:
    found = head(gathered(network.WEIGHTS / "reader.onnx", Path(sys.argv[1])))
    put(network.WEIGHTS, {"gist": found}, {"gist": [str(axis) for axis in range(SIZE)]})


if __name__ == "__main__":
    main()
