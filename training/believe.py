"""Fit how far an attribution is believed: `python -m training.believe`, after the export.

The network is run on every seventh text of PolNeAR's training part; each candidate is right when source and
content match a gold attribution. A logistic regression on the candidates' few features goes into labels.json, with the
threshold that is best on the same texts.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from dragoman.annotate.reader import network
from dragoman.annotate.reader.decode import Candidate, believed, candidates
from dragoman.annotate.reader.layers import Layers, read
from training import corpora
from training.corpora import CORPORA, Attribution

EVERY = 7


def right(one: Candidate, layers: Layers, gold: list[Attribution]) -> bool:
    """Does a gold attribution share half of the content, and half of the source?"""

    def words(spans: list[corpora.Span]) -> set[int]:
        bounds = [np.searchsorted(layers.starts, end) for end in zip(*spans, strict=True)] if spans else [[], []]
        return {i for first, last in zip(*bounds, strict=True) for i in range(first, last)}

    source = set(range(*(one.source or (0, 0))))
    return any(alike(one.content_words(), words(a.content)) and alike(source, words(a.source)) for a in gold)


def alike(left: set[int], other: set[int]) -> bool:
    return left == other or len(left & other) >= 0.5 * len(left | other)


def fitted(features: np.ndarray, truth: np.ndarray, steps: int = 25, ridge: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton's method; the last weight stands alone."""
    x = np.concatenate([features, np.ones((len(features), 1))], axis=1)
    weights = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ weights))
        curve = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(weights))
        weights -= np.linalg.solve(curve, x.T @ (p - truth) + ridge * weights)
    return weights


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--weights", type=Path, default=network.WEIGHTS)
    said = ask.parse_args()
    network.WEIGHTS = said.weights
    rows: list[tuple[float, ...]] = []
    truth: list[bool] = []
    total = 0
    for n, (_, text, gold) in enumerate(corpora.polnear(CORPORA / "attribution/polnear/train")):
        if n % EVERY:
            continue
        layers = read(text)
        total += len(gold)
        for one in candidates(text, layers):
            rows.append(one.features)
            truth.append(right(one, layers, gold))
    if not rows:
        sys.exit("the network finds no attribution in any text: it has been trained too little to be believed")
    weights = [round(float(w), 4) for w in fitted(np.array(rows), np.array(truth, np.float64))]
    scores = np.array([believed(row, weights) for row in rows])
    gain = {at: 2 * np.sum(truth & (scores >= at)) / (np.sum(scores >= at) + total) for at in np.arange(0.2, 0.6, 0.02)}
    best = max(gain, key=lambda at: gain[at])
    file = said.weights / "labels.json"
    labels = json.loads(file.read_text(encoding="utf-8"))
    labels["belief"] = {"weights": weights, "at": round(float(best), 2)}
    file.write_text(json.dumps(labels, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(
        f"{len(rows)} candidates, {sum(truth)} right, {total} gold; {labels['belief']}, "
        f"F1 {gain[best]:.3f} on texts trained on"
    )


if __name__ == "__main__":
    main()
