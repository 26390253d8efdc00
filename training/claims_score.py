"""Claims against gold, by weights learned from the other clusters: `python -m training.claims_score`.

Recall: of the facts of gold that several articles tell, those that one claim has from two of them. Precision: of the
claims that bring several articles together, those that have from two of them what gold brings together too, as a fact,
a disagreement, an event, a meeting, or an offer with its answers. Of pairs: the same
of every two places of a claim in two articles. Annotators do not write down all that is shared: these are lower bounds,
for comparing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from itertools import combinations
from typing import Any

from dragoman.model.record import Made
from dragoman.reconstruct import reconstruct
from dragoman.reconstruct.claims import likeness
from dragoman.store.json import to_json
from training.claims_alike import KINDS, Cluster, Pairs, clusters, fitted, opened, pairs_in

Weights = dict[str, tuple[float, tuple[float, ...]]]
Spans = list[tuple[str, tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Tally:
    """Facts found and all facts; claims, and pairs of their places, that are right, and all of several articles."""

    found: int = 0
    facts: int = 0
    right: int = 0
    claims: int = 0
    good: int = 0
    pairs: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        recall, precision = self.found / max(1, self.facts), self.right / max(1, self.claims)
        return (
            f"recall {recall:.3f} ({self.found}/{self.facts}), precision {precision:.3f} ({self.right}/{self.claims}), "
            f"of pairs {self.good / max(1, self.pairs):.3f} ({self.good}/{self.pairs})"
        )


def together(gold: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
    """The evidence of each thing that gold brings together."""
    for part in ("corroborated", "events", "meetings"):
        yield from (row["evidence"] for row in gold.get(part, []))
    for row in gold.get("disagreements", []):
        yield [e for position in row["positions"] for e in position["evidence"]]
    for row in gold.get("proposals", []):
        yield [*row["evidence"], *(e for answer in row.get("responses", []) for e in answer.get("evidence", []))]


def learned(sets: dict[str, dict[str, Pairs]], without: str) -> Weights:
    """The weights by all clusters but one."""
    found: Weights = {}
    for of in KINDS:
        constant, weights = fitted([one[of] for name, one in sets.items() if name != without])
        found[of] = (round(constant, 3), tuple(round(float(w), 3) for w in weights))
    return found


def by_weights(weights: Weights) -> None:
    """Has the program weigh signs so."""
    likeness.weights = lambda of="clauses": weights[of]  # type: ignore[assignment]


def claims_of(cluster: Cluster) -> list[Spans]:
    """What each claim of several articles rests on."""
    made = reconstruct(cluster.linked, made=Made(version="", model="", options={}))
    found = []
    for claim in json.loads(to_json(made))["claims"]:
        spans = [span for support in claim["support"] for span in cluster.sides.spans(support["evidence"])]
        if len({article for article, _ in spans}) > 1:
            found.append(spans)
    return found


def tally(cluster: Cluster) -> Tally:
    """The claims of a cluster beside its gold."""
    ours = claims_of(cluster)
    facts = [cluster.sides.gold_spans(fact["evidence"]) for fact in cluster.gold["corroborated"]]
    topics = [cluster.sides.gold_spans(evidence) for evidence in together(cluster.gold)]
    found = sum(any(meets(claim, fact) for claim in ours) for fact in facts)
    right = sum(any(meets(claim, topic) for topic in topics) for claim in ours)
    pairs = [pair for claim in ours for pair in combinations(claim, 2) if pair[0][0] != pair[1][0]]
    good = sum(any(meets(list(pair), topic) for topic in topics) for pair in pairs)
    return Tally(found, len(facts), right, len(ours), good, len(pairs))


def meets(claim: Spans, gold: Spans) -> bool:
    """Whether two articles at least have both."""
    return len({article for article, span in claim if any(touches(article, span, *other) for other in gold)}) > 1


def touches(article: str, span: tuple[int, int], other: str, held: tuple[int, int]) -> bool:
    shared = min(span[1], held[1]) - max(span[0], held[0])
    return article == other and shared >= 0.5 * max(1, min(span[1] - span[0], held[1] - held[0]))


def main() -> None:
    read = {name: opened(articles, file) for name, articles, file in clusters()}
    sets = {name: pairs_in(name, cluster) for name, cluster in read.items()}
    whole = Tally()
    for name, cluster in read.items():
        by_weights(learned(sets, name))
        one = tally(cluster)
        whole += one
        print(f"{name:14} {one}", flush=True)
    print(f"all            {whole}")


if __name__ == "__main__":
    main()
