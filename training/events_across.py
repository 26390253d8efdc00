"""What makes tellings of two articles one happening: `python -m training.events_across [FOLDER ...]`.

Learned from the annotated clusters that are open to work on, and from folders that hold `articles` beside a
`gold.json` of the same form. A pair of tellings that are held against one another is right where the evidence of one
event of gold holds both clauses; every other pair is wrong, although annotators do not write down all that is told
twice. Prints, for each cluster scored by weights learned from the others (in five folds), average precision and how
many events that several articles tell are joined; `--write` writes `link/lexicon/across.toml`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import StandardScaler

from dragoman.annotate import STEPS
from dragoman.annotate.offers import add_moves
from dragoman.link import across, events, grounded, with_layers
from dragoman.link.happenings import Told, faint_in, sides_of, told_in
from dragoman.link.nearness import Nearness
from dragoman.link.traits import traits_of
from dragoman.model.flow import Annotated, Linked
from dragoman.model.text import Article
from dragoman.read import read
from training.claims_alike import clusters, scorer

FOLDS = 5
STRENGTH = 0.05  # the inverse of the penalty
FEWEST = 0.05  # lighter weights are left out
NEEDED = STEPS[: STEPS.index(add_moves)]
HEAD = "# What each sign of two tellings of different articles being one happening weighs; made by\n"
HEAD += "# training/events_across.py from annotated clusters, not by hand.\n\n[weights]\n"


@dataclass(slots=True)
class Cluster:
    """The pairs of one cluster: their places and signs, whether each is right, and all that groups are made of."""

    name: str
    tellings: list[across.Telling]
    known: list[list[int]]
    pairs: list[tuple[int, int]]
    signs: list[dict[str, float]]
    about: list[set[int]]
    several: set[int]

    @property
    def right(self) -> list[bool]:
        return [bool(self.about[i] & self.about[j]) for i, j in self.pairs]


def opened() -> Iterator[tuple[str, list[Article], dict[str, Any], Path]]:
    """The clusters with their articles and gold."""
    for name, folder, file in clusters():
        articles = [one for one in read([str(folder)]) if isinstance(one, Article)]
        yield name, articles, json.loads(file.read_text(encoding="utf-8")), folder
    for folder in map(Path, (a for a in sys.argv[1:] if not a.startswith("-"))):
        articles = [one for one in read([str(folder / "articles")]) if isinstance(one, Article)]
        yield folder.name, articles, json.loads((folder / "gold.json").read_text(encoding="utf-8")), folder / "articles"


def annotated_of(article: Article) -> Annotated:
    annotated = Annotated(article=article)
    for step in NEEDED:
        annotated = step(annotated)
    return annotated


def cluster_of(name: str, articles: Sequence[Article], gold: dict[str, Any], folder: Path) -> Cluster:
    """What is compared in a cluster, beside its gold."""
    read_all = [annotated_of(article) for article in articles]
    linked = with_layers(grounded([traits_of(one) for one in read_all]), {one.article.id: one for one in read_all})
    return pairs_of(name, linked, gold, folder)


def pairs_of(name: str, linked: Linked, gold: dict[str, Any], folder: Path) -> Cluster:
    sides = sides_of(linked)
    told = [item for annotated in linked.articles for item in told_in(annotated, linked, sides)]
    faint = [item for annotated in linked.articles for item in faint_in(annotated, linked, sides)]
    near = sorted(events.pairs(told))
    apart = {(told[i].article, told[j].article) for i, j in near if told[i].article != told[j].article}
    joining = events.Joining(told, Nearness(linked.articles, apart))
    place = {telling.at: i for i, telling in enumerate(told)}
    known = [[place[telling.at] for telling in group] for group in joining.groups(near)]
    tellings = [
        *across.with_meanings(linked, told, faint=False),
        *across.with_meanings(linked, faint, faint=True),
    ]
    found = sorted(across.signs_of(linked, tellings, joining.rarity), key=lambda item: item[0])
    rows = [{"id": a.article.id, "path": a.article.path, "text": a.article.text} for a in linked.articles]
    score = scorer()
    scores = score.Sides({"articles": rows, "entities": []}, gold, folder)
    spans = [scores.gold_spans(event["evidence"]) for event in gold["events"]]
    about = [topics(telling.told, scores.gold_id, spans, score.touch) for telling in tellings]
    several = {n for n, held in enumerate(spans) if len({article for article, _ in held}) > 1}
    return Cluster(name, tellings, known, [p for p, _ in found], [dict(s) for _, s in found], about, several)


def topics(told: Told, names: dict[str, str], spans: Sequence[Any], touch: Any) -> set[int]:
    """The events of gold whose evidence a clause shares."""
    clause = told.clause
    assert clause is not None
    own = [(names.get(told.article), (clause.start, clause.end))]
    return {n for n, held in enumerate(spans) if touch(own, held)}


class Model:
    """A logistic regression over signs."""

    def __init__(self, found: Sequence[Cluster]) -> None:
        self.names = DictVectorizer(sparse=False)
        matrix = self.names.fit_transform([signs for cluster in found for signs in cluster.signs])
        scaler = StandardScaler().fit(matrix)
        labels = [right for cluster in found for right in cluster.right]
        fitted = LogisticRegression(C=STRENGTH, max_iter=1000).fit(scaler.transform(matrix), labels)
        each = fitted.coef_[0] / scaler.scale_
        always = fitted.intercept_[0] - (each * scaler.mean_).sum()
        self.weights = {"always": float(always)} | dict(zip(self.names.feature_names_, map(float, each), strict=True))

    def kept(self) -> dict[str, float]:
        return {name: round(w, 2) for name, w in self.weights.items() if abs(w) >= FEWEST}


def scores_of(cluster: Cluster, weights: dict[str, float]) -> dict[tuple[int, int], float]:
    return {
        pair: weights["always"] + sum(weights.get(sign, 0.0) * value for sign, value in signs.items())
        for pair, signs in zip(cluster.pairs, cluster.signs, strict=True)
    }


def joined(cluster: Cluster, groups: Sequence[Sequence[int]]) -> Counter[str]:
    """How many events of several articles are joined, and how many pairs of tellings that gold can judge are right."""
    count: Counter[str] = Counter(several=len(cluster.several))
    met: set[int] = set()
    for group in groups:
        for a, b in ((i, j) for n, i in enumerate(group) for j in group[:n]):
            if cluster.tellings[a].told.article == cluster.tellings[b].told.article:
                continue
            both = cluster.about[a] & cluster.about[b]
            met |= both
            if cluster.about[a] and cluster.about[b]:
                count["right" if both else "wrong"] += 1
    count["joined"] = len(met & cluster.several)
    return count


def main() -> None:
    found = [cluster_of(*one) for one in opened()]
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for fold in range(FOLDS):
        held = found[fold::FOLDS]
        weights = Model([one for one in found if one not in held]).kept()
        for cluster in held:
            scores = scores_of(cluster, weights)
            groups = across.grouped(cluster.tellings, scores, cluster.known)
            now, then = joined(cluster, groups), joined(cluster, cluster.known)
            before += then
            after += now
            precise = average_precision_score(cluster.right, list(scores.values())) if any(cluster.right) else 0.0
            print(
                f"{cluster.name:16} {len(cluster.pairs):5} pairs, {sum(cluster.right):3} right; AP {precise:.3f}",
                end="",
            )
            print(f"; joined {then['joined']} then {now['joined']} of {now['several']}")
    for name, count in (("without", before), ("with", after)):
        pairs = f"right {count['right']}, wrong {count['wrong']}"
        print(f"{name}: joined {count['joined']} of {count['several']}; pairs of tellings that gold can judge: {pairs}")
    if "--write" in sys.argv:
        lines = [f'"{name}" = {weight}' for name, weight in sorted(Model(found).kept().items())]
        across.WEIGHTS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
