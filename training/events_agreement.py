"""Learns what each sign of two tellings' agreement weighs, and writes `link/lexicon/agreement.toml`.

    python -m training.events_agreement [--write]

A logistic regression on pairs of tellings that share a block: of ECB+ `train`, happenings given and happenings found,
and of the clusters of our own (`training/joined.jsonl`: by article and place in its text, which happening is told;
pairs that share an `unsure` mark are left out). Prints B3 of the clusters, each by the weights learnt without it.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from dragoman.annotate import annotate
from dragoman.annotate.events import add_events
from dragoman.link import agreement
from dragoman.link.agreement import FILE, SPEAKING, signs
from dragoman.link.entities import link_entities
from dragoman.link.events import Joining, compared, rarities
from dragoman.model.flow import Annotated, Linked
from dragoman.model.text import Article
from dragoman.read import read
from training.entities_ecb import CORPUS, article
from training.events_cache import kept
from training.events_join import b3, matched, told_in, with_events

JOINED = Path("training/joined.jsonl")
CLUSTERS = {
    "example": "examples/istanbul-2025",
    **{name: f"tests/clusters/{name}" for name in ("hostages", "strike", "trade")},
    **{name: f"tests/gold/{name}/articles" for name in ("athens", "havana", "lausanne", "pretoria")},
}
PENALTY = 1.0
FEWEST = 0.05  # lighter weights are left out
SHARES = {"given": 0.03, "found": 0.35, "ours": 2.0}  # how much a pair weighs

Where = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Pile:
    """Articles with the happening of some of their events, and the pairs that nobody can decide."""

    name: str
    source: str
    linked: Linked
    happening: Mapping[Where, object]
    unsure: Mapping[Where, frozenset[int]]

    def label(self, left: Where, right: Where) -> bool | None:
        """Whether two events are one happening; None where it is not known."""
        if left not in self.happening or right not in self.happening:
            return None
        same = self.happening[left] == self.happening[right]
        if not same and self.unsure.get(left, frozenset()) & self.unsure.get(right, frozenset()):
            return None
        return same


@dataclass(frozen=True, slots=True)
class Pair:
    amounts: Mapping[str, float]
    label: bool
    weight: float


def pairs_of(pile: Pile) -> Iterator[Pair]:
    told, near, nearness = compared(pile.linked)
    rarity = rarities(told)
    for i, j in near:
        left, right = told[i], told[j]
        label = pile.label((left.at.article, left.at.place), (right.at.article, right.at.place))
        if label is not None:
            amounts: defaultdict[str, float] = defaultdict(float)
            for sign, amount in signs(left, right, rarity, nearness.of(left.article, right.article)):
                amounts[sign] += amount
            yield Pair(amounts, label, SHARES[pile.source])


def topics(split: str) -> Iterator[Pile]:
    """The topics of ECB+, with happenings given and with those that the program finds."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    rows = sorted((r for r in rows if r["split"] == split), key=lambda r: (r["topic"], r["doc"]))
    made = {row["doc"]: article(row) for row in rows}
    before = kept(f"ecb-{split}", [one for one, _ in made.values()])
    for topic, group in groupby(rows, key=lambda r: r["topic"]):
        golds = {row["doc"]: told_in(row, made[row["doc"]][1]) for row in group}
        given = {doc: with_events(before[doc], gold) for doc, gold in golds.items()}
        chains = {(doc, i): chain for doc, (_, names) in given.items() for i, chain in enumerate(names)}
        yield Pile(f"{topic}", "given", together([a for a, _ in given.values()]), chains, {})
        found = {doc: add_events(before[doc]) for doc in golds}
        met = {(doc, i): golds[doc][j][2] for doc, a in found.items() for i, j in matched(a, golds[doc]).items()}
        yield Pile(f"{topic}", "found", together(list(found.values())), met, {})


def together(articles: Sequence[Annotated]) -> Linked:
    return link_entities(Linked(articles=tuple(sorted(articles, key=lambda a: (a.article.id, a.article.path)))))


def clusters() -> Iterator[Pile]:
    """The clusters of our own."""
    rows = [json.loads(line) for line in JOINED.read_text(encoding="utf-8").splitlines()]
    by_article: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_article[row["article"]].append(row)
    for name, folder in CLUSTERS.items():
        articles = [annotate(item) for item in read([folder]) if isinstance(item, Article)]
        happening: dict[Where, object] = {}
        unsure: dict[Where, frozenset[int]] = {}
        for one in articles:
            for place, row in labelled(one, by_article[one.article.id]):
                happening[one.article.id, place] = str(row["happening"])
                unsure[one.article.id, place] = frozenset(row["unsure"])
        yield Pile(name, "ours", together(articles), happening, unsure)


def labelled(annotated: Annotated, rows: Iterable[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of an article, each with the place of the event whose trigger it marks."""
    for row in rows:
        for place, event in enumerate(annotated.events):
            common = min(row["end"], event.trigger.end) - max(row["start"], event.trigger.start)
            if 2 * common > max(row["end"] - row["start"], len(event.trigger)):
                yield place, row
                break


class Fit:
    """A logistic regression over signs beside those that are set, each pair with a weight of its own."""

    def __init__(self, pairs: Sequence[Pair], fixed: Mapping[str, float]) -> None:
        self.names = sorted({sign for pair in pairs for sign in pair.amounts if sign not in fixed})
        place = {sign: i for i, sign in enumerate(self.names)}
        table = np.zeros((len(pairs), len(self.names)))
        for row, pair in enumerate(pairs):
            for sign, amount in pair.amounts.items():
                if sign in place:
                    table[row, place[sign]] = amount
        given = np.array([sum(fixed.get(sign, 0.0) * amount for sign, amount in p.amounts.items()) for p in pairs])
        labels = np.array([1.0 if pair.label else -1.0 for pair in pairs])
        shares = np.array([pair.weight for pair in pairs])

        def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
            margin = labels * (given + table @ weights)
            value = float(shares @ np.logaddexp(0.0, -margin)) + PENALTY * float(weights @ weights) / 2
            slope = -(shares * labels / (1.0 + np.exp(margin))) @ table + PENALTY * weights
            return value, slope

        self.weights = minimize(
            loss, np.zeros(len(self.names)), jac=True, method="L-BFGS-B", options={"maxiter": 2000}
        ).x

    def rounded(self) -> dict[str, float]:
        found = zip(self.names, self.weights, strict=True)
        return {sign: round(float(weight), 2) for sign, weight in found if abs(weight) >= FEWEST}


def bounds_of(sign: str) -> tuple[float | None, float | None]:
    """What is the same speaks for one happening, what differs against it, whatever chance says."""
    if sign.startswith((*SPEAKING, "kindred")) and not sign.startswith("same word,"):
        return 0.0, None
    return (None, 0.0) if sign.startswith(("other", "no party in common", "nothing but")) else (None, None)


def clustered(pile: Pile, weights: Mapping[str, float]) -> Mapping[Where, int]:
    """The groups that come of some weights."""
    kept_weights = agreement.weights
    agreement.weights = lambda: weights  # type: ignore[assignment]
    try:
        told, near, nearness = compared(pile.linked)
        groups = Joining(told, nearness).groups(near)
    finally:
        agreement.weights = kept_weights
    return {(t.at.article, t.at.place): i for i, group in enumerate(groups) for t in group}


def across(pile: Pile, ours: Mapping[Where, int]) -> tuple[int, int, int]:
    """Pairs across articles: joined and known to be one, joined and known, one and known."""
    known = sorted(pile.happening)
    right = made = there = 0
    for n, left in enumerate(known):
        for other in known[n + 1 :]:
            label = pile.label(left, other)
            if left[0] != other[0] and label is not None:
                joined = ours[left] == ours[other]
                right, made, there = right + (joined and label), made + joined, there + label
    return right, made, there


def main() -> None:
    others = [pile for split in ("train",) for pile in topics(split)]
    own = list(clusters())
    learnt = [pair for pile in others for pair in pairs_of(pile)]
    by_cluster = {pile.name: list(pairs_of(pile)) for pile in own}
    fixed = tomllib.loads(FILE.read_text(encoding="utf-8"))["set"]
    print(f"{len(learnt)} pairs of ECB+, {sum(map(len, by_cluster.values()))} of our own")
    total = np.zeros(3)
    for pile in own:
        fit = Fit([*learnt, *(p for name, found in by_cluster.items() if name != pile.name for p in found)], fixed)
        ours = clustered(pile, {**fit.rounded(), **fixed})
        show(pile, ours)
        total += across(pile, ours)
    print(f"across articles: {total[0]:.0f} right of {total[1]:.0f} joined, of {total[2]:.0f} to join")
    weights = Fit([*learnt, *(p for found in by_cluster.values() for p in found)], fixed).rounded()
    for name, weight in sorted(weights.items()):
        print(f"{weight:+.2f} {name}")
    if "--write" in sys.argv:
        write(weights, fixed)


def show(pile: Pile, ours: Mapping[Where, int]) -> None:
    gold = dict(pile.happening)
    mine = {where: ours[where] for where in gold}
    recall, precision = b3(gold, mine)
    print(f"{pile.name:10} B3 R {recall:.3f} P {precision:.3f}  across articles {across(pile, ours)}")


def write(weights: Mapping[str, float], fixed: Mapping[str, float]) -> None:
    lines = [
        "# What each sign of two tellings' agreement weighs. Those learnt are made by training/events_agreement.py;",
        "# those set say what cannot be one happening.",
        "",
        "[set]",
        *(f'"{name}" = {weight}' for name, weight in fixed.items()),
        "",
        "[learnt]",
        *(f'"{name}" = {weight}' for name, weight in sorted(weights.items())),
    ]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
