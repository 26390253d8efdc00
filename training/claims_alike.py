"""What makes two clauses, or two sentences, one claim: `python -m training.claims_alike` writes claims/likeness.toml.

Learned from the annotated clusters that are open to work on. A pair of clauses is right where both lie in the evidence
of one fact, or of one disagreement, of different articles, a pair of sentences where it is one fact; every other pair
is wrong, although annotators do not write down all that is shared. Prints, for each cluster scored by weights learned
from the others, average precision and how many facts the likeliest pairs hold, beside those of the rule. `--of
sentences` learns these alone and leaves the rest of the file as it is; `--show CLUSTER` prints the likeliest of one.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import StandardScaler

from dragoman.engine.workers import annotate_all
from dragoman.link import link
from dragoman.model.flow import Linked
from dragoman.model.record import Made
from dragoman.model.text import Article
from dragoman.read import read
from dragoman.reconstruct import reconstruct
from dragoman.reconstruct.claims.alike import alike, likes, told_here
from dragoman.reconstruct.claims.likeness import SIGNS, WEIGHTS, signs_of
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import Telling, sentences_of, side_of, tellings_of
from dragoman.store.json import to_json
from training.corpora import CORPORA

OWN = Path(__file__).parents[1] / "tests/gold"
HELD_OUT = "HELD_OUT"  # the file that a cluster has of which only totals are looked at
STRENGTH = 0.02  # the inverse of the penalty
SHARE = 0.5  # of the shorter of a clause and a quotation
KINDS = ("clauses", "sentences")
Floats = npt.NDArray[np.float64]
Cut = Callable[[Page], Iterator[Telling]]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of one cluster: their signs, the rule's likeness, whether each is right, and what each fact holds."""

    name: str
    signs: Floats
    rule: Floats
    truth: npt.NDArray[np.bool_]
    facts: list[set[int]] = field(default_factory=list)
    words: list[tuple[str, str]] = field(default_factory=list)


def clusters() -> Iterator[tuple[str, Path, Path]]:
    """The name, the articles and the gold of every cluster that may be learned from."""
    gold = CORPORA.parent / "gold"
    for file in sorted(gold.glob("*-*.json")):
        yield file.stem, CORPORA.parent / "articles" / file.stem, file
    for folder in sorted(OWN.iterdir()):
        if folder.is_dir() and not (folder / HELD_OUT).exists():
            yield folder.name, folder / "articles", folder / "gold.json"


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", CORPORA.parent / "gold/score_record.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True)
class Cluster:
    """An annotated cluster as the program reads it, beside its gold; `sides` are the scorer's own look-ups."""

    linked: Linked
    pages: dict[str, Page]
    gold: dict[str, Any]
    sides: Any


def opened(articles: Path, file: Path) -> Cluster:
    """The cluster whose articles and gold lie there, read from the ground up."""
    read_articles = [one for one in read([str(articles)]) if isinstance(one, Article)]
    linked = link(list(annotate_all(read_articles, jobs=1)))
    record = json.loads(to_json(reconstruct(linked, made=Made(version="", model="", options={}))))
    gold = json.loads(file.read_text(encoding="utf-8"))
    parties = {entity.id: side_of(entity) for entity in linked.entities}
    pages = {annotated.article.id: Page(annotated, linked, parties) for annotated in linked.articles}
    return Cluster(linked, pages, gold, scorer().Sides(record, gold, articles))


def pairs_of(name: str, articles: Path, file: Path) -> dict[str, Pairs]:
    """The pairs of clauses and those of sentences of one cluster."""
    return pairs_in(name, opened(articles, file))


def pairs_in(name: str, cluster: Cluster) -> dict[str, Pairs]:
    """The same of a cluster that has been read."""
    gold, sides = cluster.gold, cluster.sides
    facts = [sides.gold_spans(fact["evidence"]) for fact in gold["corroborated"]]
    quarrels = [sides.gold_spans([e for p in d["positions"] for e in p["evidence"]]) for d in gold["disagreements"]]
    return {
        of: pairs_among(name, cluster.linked.stories, cluster.pages, cut, sides.gold_id, topics, len(facts))
        for of, cut, topics in (("clauses", tellings_of, [*facts, *quarrels]), ("sentences", sentences_of, facts))
    }


def pairs_among(
    name: str, stories: Sequence[Sequence[str]], pages: Mapping[str, Page], cut: Cut, names: dict[str, str],
    topics: Sequence[Any], facts: int,
) -> Pairs:  # fmt: skip
    """The pairs of what the articles are `cut` into; the first `facts` of the topics are facts."""
    rows: list[tuple[float, ...]] = []
    rule: list[float] = []
    held: list[set[int]] = [set() for _ in topics]
    shown: list[tuple[str, str]] = []
    for story in stories:
        told = [t for article in sorted(story) for t in cut(pages[article])]
        tellings = told_here(told, likes(told))
        about = [topics_of(t, names, topics) for t in tellings]
        for (i, j), signs in signs_of(tellings).items():
            for topic in about[i] & about[j]:
                held[topic].add(len(rows))
            rows.append(signs)
            rule.append(alike(tellings[i], tellings[j]))
            shown.append((words(tellings[i], pages), words(tellings[j], pages)))
    right = set().union(*held)
    truth = np.array([place in right for place in range(len(rows))])
    return Pairs(name, np.array(rows), np.array(rule), truth, held[:facts], shown)


def topics_of(telling: Telling, names: dict[str, str], topics: Sequence[Any]) -> set[int]:
    """The facts and disagreements whose evidence, in the telling's article, shares most of it."""
    start, end = telling.span.start, telling.span.end

    def shared(span: tuple[int, int]) -> float:
        return (min(end, span[1]) - max(start, span[0])) / max(1, min(end - start, span[1] - span[0]))

    own = names.get(telling.article)
    return {n for n, spans in enumerate(topics) if any(a == own and shared(span) >= SHARE for a, span in spans)}


def words(telling: Telling, pages: Any) -> str:
    return " ".join(pages[telling.article].annotated.article.quote(telling.span).split())[:110]


def fitted(sets: Sequence[Pairs]) -> tuple[float, Floats]:
    """The constant and the weights, for signs as they are."""
    x, y = np.concatenate([one.signs for one in sets]), np.concatenate([one.truth for one in sets])
    scale = StandardScaler().fit(x)
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(scale.transform(x), y)
    weights = model.coef_[0] / scale.scale_
    return float(model.intercept_[0] - scale.mean_ @ weights), weights


def held(one: Pairs, scores: Floats, most: int) -> int:
    """How many facts have a pair among the likeliest."""
    first = set(np.argsort(-scores, kind="stable")[:most].tolist())
    return sum(bool(first & fact) for fact in one.facts)


def measure(sets: Sequence[Pairs], show: str | None) -> None:
    """Prints each cluster by the weights learned from the others, and the likeliest pairs of the one to show."""
    precise = []
    for one in sets:
        constant, weights = fitted([other for other in sets if other is not one])
        scores = one.signs @ weights + constant
        most = 2 * len(one.facts)
        own, rule = (average_precision_score(one.truth, x) for x in (scores, one.rule))
        precise.append((own, rule))
        print(
            f"{one.name:14} {len(one.rule):5} pairs, {one.truth.sum():3} right; average precision {own:.3f} "
            f"(rule {rule:.3f}); facts in the first {most}: {held(one, scores, most)} "
            f"(rule {held(one, one.rule, most)}) of {len(one.facts)}"
        )
        if show == one.name:
            for place in np.argsort(-scores, kind="stable")[: 2 * most]:
                chance = 1 / (1 + np.exp(-scores[place]))
                print(f"{chance:.2f} {'+' if one.truth[place] else ' '}", " || ".join(one.words[place]))
    own, rule = np.mean(precise, axis=0)
    print(f"mean average precision {own:.3f} (rule {rule:.3f})")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--show")
    ask.add_argument("--of", choices=KINDS)
    said = ask.parse_args()
    sets = [pairs_of(*cluster) for cluster in clusters()]
    kept = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    lines = [
        "# What each sign of two clauses, or sentences, telling one thing weighs; made by training/claims_alike.py."
    ]
    for of in KINDS:
        weighs = [kept[of]["constant"], *(kept[of]["weights"][name] for name in SIGNS)] if of in kept else []
        if said.of in (None, of):
            print(of)
            measure([one[of] for one in sets], said.show)
            constant, weights = fitted([one[of] for one in sets])
            weighs = [constant, *weights]
        lines += ["", f"[{of}]", f"constant = {weighs[0]:.3f}", "", f"[{of}.weights]"]
        lines += [f'"{name}" = {weight:.3f}' for name, weight in zip(SIGNS, weighs[1:], strict=True)]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
