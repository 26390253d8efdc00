"""Figures of the annotated clusters, pooled: `python -m training.scores_pooled FOLDER`, after `make score`.

FOLDER holds what the scorer printed for each cluster, as `NAME.score`. Hits and totals of the clusters of a group are
added up, so that a cluster with three meetings does not weigh as much as one with thirteen. Prints a table in
Markdown, one row a figure; `--each` one column a cluster.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

GOLD = Path(__file__).parents[1] / "tests/gold"
FIRST = "istanbul-2025"
LONG_OPEN = ("athens", "havana", "lausanne", "pretoria", "tunis")
FIGURE = re.compile(r"^(?P<name>[a-z_.A-Z]+)\s+[\d.]+ \((?P<hits>\d+)/(?P<total>\d+)\)$")

Counts = dict[str, tuple[int, int]]


def printed(text: str) -> Counts:
    """Hits and total of each figure that the scorer printed.

    >>> printed("events.recall  0.667 (2/3)\\nstatements.f1  0.802\\n")
    {'events.recall': (2, 3)}
    """
    found = (FIGURE.match(line) for line in text.splitlines())
    return {f["name"]: (int(f["hits"]), int(f["total"])) for f in found if f}


def pooled(all_counts: Sequence[Counts]) -> Counts:
    """Hits and totals added up, figure by figure.

    >>> pooled([{"events.recall": (2, 3)}, {"events.recall": (1, 5)}])
    {'events.recall': (3, 8)}
    """
    sums: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for counts in all_counts:
        for name, (hits, total) in counts.items():
            before = sums[name]
            sums[name] = before[0] + hits, before[1] + total
    return dict(sums)


def f1(counts: Counts, what: str) -> float | None:
    """The harmonic mean of a list's recall and precision, None where either is missing."""
    shares = [h / t for h, t in (counts.get(f"{what}.{side}", (0, 0)) for side in ("recall", "precision")) if t]
    return 2 * shares[0] * shares[1] / sum(shares) if len(shares) == 2 and sum(shares) else None


def grouped(clusters: Mapping[str, Counts]) -> dict[str, list[str]]:
    """The clusters by how much the program was worked on with their misses in view."""
    held = {path.parent.name for path in GOLD.glob("*/HELD_OUT")}
    groups: dict[str, list[str]] = {"Istanbul": [], "worked on": [], "worked on for hours": [], "held out": []}
    for name in clusters:
        known = "Istanbul" if name == FIRST else "held out" if name in held else None
        groups[known or ("worked on" if name in LONG_OPEN else "worked on for hours")].append(name)
    return groups


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path, help="where NAME.score files lie")
    ask.add_argument("--each", action="store_true", help="one column for each cluster")
    said = ask.parse_args()
    clusters = {path.stem: printed(path.read_text("utf-8")) for path in sorted(said.folder.glob("*.score"))}
    groups = {name: [name] for name in clusters} if said.each else grouped(clusters)
    columns = {group: pooled([clusters[name] for name in names]) for group, names in groups.items()}
    for group, names in groups.items():
        print(f"{group}: {', '.join(names)}")
    print(f"\n| figure | {' | '.join(columns)} |\n| --- |{' --- |' * len(columns)}")
    for what in ("statements", "meetings", "proposals", "framing"):
        print(f"| {what}.f1 | {' | '.join(share(f1(c, what)) for c in columns.values())} |")
    for name in dict.fromkeys(name for counts in columns.values() for name in counts):
        cells = (counts.get(name, (0, 0)) for counts in columns.values())
        print(f"| {name} | {' | '.join(share(h / t if t else None) + f' ({h}/{t})' for h, t in cells)} |")


def share(value: float | None) -> str:
    """A figure as it is printed."""
    return "–" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    main()
