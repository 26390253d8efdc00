"""Learn what the signs in acts.toml weigh, from statements whose acts people have marked.

    python -m training.attribution_acts STATEMENTS.jsonl ACTS.toml

Writes the table [weights] of ACTS.toml anew and prints how often the act is right on articles that were kept out, a
tenth at a time, beside the act of the cue alone. A log-linear model whose weights are drawn towards trusting the cue.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import simplemma

from dragoman.annotate.attribution.acts import features
from dragoman.annotate.attribution.lexicon import nouns, verbs
from dragoman.model.statement import Act

ACTS = list(Act)
TRUST = 3.0  # weight that the cue's own act begins with
PULL = 1.0  # how strongly weights are drawn back to where they begin
STEPS, RATE = 400, 0.05
RARE = 4  # a sign seen less often has no weight
SMALL = 0.15  # weights nearer to nothing are not written

Floats = npt.NDArray[np.float64]


def cue_of(words: str) -> tuple[str, Act, str]:
    """The lemma of the cue's reporting word, its act, and the word behind it."""
    parts = re.findall(r"[a-z]+", words.lower())
    for known in (verbs(), nouns()):
        for at, part in enumerate(parts):
            for lemma in (str(simplemma.lemmatize(part, lang="en")), part):
                if lemma in known:
                    return lemma, known[lemma].act, parts[at + 1] if at + 1 < len(parts) else ""
    return "", Act.ASSERT, ""


def examples(path: Path) -> list[tuple[str, list[str], int, int]]:
    """Each statement: its article, its features, the act that people marked, the act of its cue."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        for statement in article["statements"]:
            said = statement["content"] or ""
            lemma, act, behind = cue_of(statement["cue"] or "")
            signs = features(lemma, act, behind or said.split(" ")[0], said)
            found.append((article["article"], signs, ACTS.index(Act(statement["act"])), ACTS.index(act)))
    return found


def table(rows: list[list[str]], names: list[str]) -> Floats:
    places = {name: at for at, name in enumerate(names)}
    found = np.zeros((len(rows), len(names)))
    for at, row in enumerate(rows):
        found[at, [places[name] for name in row if name in places]] = 1
    return found


def begin(names: list[str]) -> Floats:
    """Weights before anything is learned: the act of the cue."""
    weights = np.zeros((len(names), len(ACTS)))
    for at, act in enumerate(ACTS):
        weights[names.index(f"cue {act}"), at] = TRUST
    return weights


def learn(signs: Floats, acts: npt.NDArray[np.int64], start: Floats) -> Floats:
    """The weights that best tell the acts (Adam, a fixed number of steps)."""
    weights, right = start.copy(), np.eye(len(ACTS))[acts]
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = signs @ weights
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        slope = signs.T @ (likely - right) + PULL * (weights - start)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def written(names: list[str], weights: Floats) -> str:
    """The weights as the lines of a TOML table."""
    lines = []
    for name, row in zip(names, weights, strict=True):
        kept = [f"{act} = {value:.2f}" for act, value in zip(ACTS, row, strict=True) if abs(value) >= SMALL]
        if kept:
            lines.append(f'"{name}" = {{ {", ".join(kept)} }}')
    return "\n".join(lines) + "\n"


def main() -> None:
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    rows = examples(source)
    counts: dict[str, int] = {}
    for _, signs, _, _ in rows:
        for name in signs:
            counts[name] = counts.get(name, 0) + 1
    kept = {name for name, count in counts.items() if count >= RARE}
    names = sorted(kept | {f"cue {act}" for act in ACTS})
    signs, acts = table([row for _, row, _, _ in rows], names), np.array([act for _, _, act, _ in rows])
    articles = sorted({article for article, _, _, _ in rows})
    fold = np.array([articles.index(article) % 10 for article, _, _, _ in rows])
    guessed = np.zeros(len(rows), int)
    for part in range(10):
        weights = learn(signs[fold != part], acts[fold != part], begin(names))
        guessed[fold == part] = (signs[fold == part] @ weights).argmax(axis=1)
    cue_alone = np.array([act for _, _, _, act in rows])
    right, by_cue = (guessed == acts).mean(), (cue_alone == acts).mean()
    print(f"right {right:.3f} on articles kept out, {by_cue:.3f} by the cue alone")
    weights = learn(signs, acts, begin(names))
    head = target.read_text(encoding="utf-8").partition("[weights]\n")[0]
    target.write_text(f"{head}[weights]\n{written(names, weights)}", encoding="utf-8")


if __name__ == "__main__":
    main()
