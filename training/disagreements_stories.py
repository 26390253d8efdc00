"""The threshold of `link/stories.py`, fitted on story clusters: B-cubed F1 at each, in folders of many stories."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

from dragoman.link.stories import grouped, pairs, vectors_of
from dragoman.link.words import words_in

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpora" / "crossdoc" / "story_clusters.jsonl"
THRESHOLDS = (0.08, 0.10, 0.13, 0.16, 0.20, 0.25)
FOLDER = 400


def b_cubed(groups: list[list[int]], stories: list[str]) -> float:
    precision = recall = 0.0
    size = Counter(stories)
    for group in groups:
        here = Counter(stories[i] for i in group)
        precision += sum(n * n / len(group) for n in here.values())
        recall += sum(n * n / size[story] for story, n in here.items())
    precision, recall = precision / len(stories), recall / len(stories)
    return 2 * precision * recall / (precision + recall)


def main() -> None:
    rows: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for line in CORPUS.open(encoding="utf-8"):
        row = json.loads(line)
        rows[row["corpus"]].append(row)
    for corpus, held in sorted(rows.items()):
        for first in range(0, min(len(held), 2 * FOLDER), FOLDER):
            part = held[first : first + FOLDER]
            scores = pairs(vectors_of([Counter(words_in(row["text"])) for row in part]))
            told = [
                f"{t}: {b_cubed(grouped(len(part), scores, t), [r['story'] for r in part]):.3f}" for t in THRESHOLDS
            ]
            print(corpus, first, *told)


if __name__ == "__main__":
    main()
