"""What the reader of pairs adds: `python -m training.pairs_judge [--file FILE]`.

Clause pairs of each open cluster, by weights learned from the others: average precision, best F1, and how many facts
the likeliest pairs hold, by today's signs and with what the reader of pairs says of both beside them. Prints too how
right the network is on the sets that it has not learned from.
"""

from __future__ import annotations

import argparse
import pickle
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, precision_recall_curve
from sklearn.preprocessing import StandardScaler

from training.pairs_clauses import Clauses
from training.pairs_data import ASIDE, WORK, Pair, pieces_of
from training.pairs_export import opened
from training.pairs_model import RELATIONS
from training.pairs_train import CLS, SEP, Row, load

STRENGTHS = (0.02, 0.1)
Floats = npt.NDArray[np.float64]
Session = onnxruntime.InferenceSession


def scores_of(session: Session, rows: Sequence[Row]) -> Floats:
    """What the network says of each pair, read alone: the log odds of each relation, and of one fact."""
    found = np.zeros((len(rows), len(RELATIONS) + 1))
    for place, (_, one, other) in enumerate(rows):
        ids = np.array([[CLS, *one, SEP, *other, SEP]])
        sides = (np.arange(ids.shape[1]) > len(one) + 1).astype(np.int64)[None]
        found[place] = session.run(None, {"ids": ids, "sides": sides})[0][0]
    top = found[:, : len(RELATIONS)]
    logs = top - top.max(1, keepdims=True)
    logs -= np.log(np.exp(logs).sum(1, keepdims=True))
    found[:, : len(RELATIONS)] = logs - np.log1p(-np.exp(np.minimum(logs, -1e-6)))
    return found


def rows_of(texts: Sequence[tuple[str, str]]) -> list[Row]:
    """Two texts each as the network reads them."""
    pairs = [Pair("", one, other) for one, other in texts]
    return [(pair, *both) for pair, both in zip(pairs, pieces_of(pairs), strict=True)]


def aside(session: Session) -> None:
    """How right the network is where it has not learned."""
    sets: defaultdict[str, list[Row]] = defaultdict(list)
    for row in load():
        if row[0].source.startswith(ASIDE):
            sets[row[0].source].append(row)
    for name, rows in sorted(sets.items()):
        found = scores_of(session, rows)[:, :3].argmax(1)
        print(f"{name:10} {len(rows):5} pairs, accuracy {np.mean(found == [row[0].relation for row in rows]):.3f}")


def fitted(x: Floats, y: npt.NDArray[np.bool_], strength: float) -> tuple[float, Floats]:
    """The constant and the weights of a logistic regression, for signs as they are."""
    scale = StandardScaler().fit(x)
    model = LogisticRegression(C=strength, max_iter=2000).fit(scale.transform(x), y)
    weights = model.coef_[0] / scale.scale_
    return float(model.intercept_[0] - scale.mean_ @ weights), weights


def best_f1(truth: npt.NDArray[np.bool_], scores: Floats) -> float:
    """The best F1 that any threshold gives."""
    precision, recall, _ = precision_recall_curve(truth, scores)
    return float((2 * precision * recall / np.maximum(precision + recall, 1e-9)).max())


def judged(name: str, sets: Sequence[tuple[Clauses, Floats, npt.NDArray[np.bool_]]], strength: float) -> list[float]:
    """Each cluster by weights learned from the others; the mean average precision, best F1 and facts held."""
    rows = []
    held_all = 0
    for place, (one, x, use) in enumerate(sets):
        others = [s for n, s in enumerate(sets) if n != place]
        constant, weights = fitted(
            np.concatenate([o[1][o[2]] for o in others]), np.concatenate([o[0].right()[o[2]] for o in others]), strength
        )
        scores = np.where(use, x @ weights + constant, -99.0)
        right = one.right()
        first = set(np.argsort(-scores, kind="stable")[: 2 * len(one.facts)].tolist())
        held = sum(bool(first & fact) for fact in one.facts)
        held_all += held
        rows.append([average_precision_score(right[use], scores[use]), best_f1(right[use], scores[use])])
    mean = np.mean(rows, axis=0)
    each = " ".join(f"{row[0]:.3f}" for row in rows)
    print(f"{name:44} AP {mean[0]:.3f} F1 {mean[1]:.3f} facts {held_all:3} | {each}", flush=True)
    return [*mean, held_all]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--file", type=Path, default=WORK / "pairs.onnx")
    said = ask.parse_args()
    session = opened(said.file)
    aside(session)
    with (WORK / "clauses.pkl").open("rb") as file:
        sets: list[Clauses] = pickle.load(file)
    signs = [np.array(one.signs) for one in sets]
    today = [np.array(one.compared) for one in sets]
    wider = [~np.array(one.parted) for one in sets]
    says = []
    for one, use in zip(sets, wider, strict=True):
        both = np.full((len(one.pairs), 4), -8.0)
        places = np.flatnonzero(use)
        both[places] = scores_of(
            session, rows_of([(one.words[i], one.words[j]) for i, j in (one.pairs[p] for p in places)])
        )
        says.append(both.clip(-8, 8))
    (WORK / "says.pkl").write_bytes(pickle.dumps(says))
    print(" " * 60, " ".join(one.name[:5] for one in sets))
    for which, use in (("compared", today), ("wider", wider)):
        for strength in STRENGTHS:
            for name, x in (
                ("signs", signs),
                ("pairs alone", says),
                ("signs + same", [np.concatenate([a, b[:, 3:]], 1) for a, b in zip(signs, says, strict=True)]),
                ("signs + all", [np.concatenate([a, b], 1) for a, b in zip(signs, says, strict=True)]),
            ):
                judged(f"{which}, C {strength}, {name}", list(zip(sets, x, use, strict=True)), strength)


if __name__ == "__main__":
    main()
