"""Learns what each sign of an event weighs, and writes `annotate/events/worth.toml`.

    PYTHONPATH=src:. python -m training.events_worth [--write]

A logistic regression on the possible events of the annotated newswire (with the sure ones of PLOVER's gold
standard sentences). The figures printed are of five folds by article; the weights written are of all.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from dragoman.annotate.events import layer, worth
from dragoman.annotate.events.days import dating_times
from dragoman.annotate.events.read import chances_of
from dragoman.annotate.events.references import is_reference
from dragoman.annotate.events.spoken import Spoken
from dragoman.annotate.times import times_of
from dragoman.annotate.tree import Tree
from dragoman.model.event import EventMention
from dragoman.model.flow import Annotated
from dragoman.model.plover import EventType
from dragoman.model.reading import TriggerScores
from training.events_score import Gold, Newswire, matched, newswire, sentences

FOLDS = 5
FOLDED = Path(".work/reader/event_folds.json")
STRENGTH = 0.15  # the inverse of the penalty
GIVEN = 0.01  # so much of F1 is given for fewer rows to read
LOWER = 0.2  # the marks of articles are written so much lower: of whole negotiations as many events are kept as before
FEWEST = 0.04  # lighter weights are left out
OUT = Path("src/dragoman/annotate/events/worth.toml")


@dataclass(frozen=True, slots=True)
class Possible:
    """A word that may tell an event: its event and its signs."""

    event: EventMention
    signs: tuple[str, ...]


def possible_in(annotated: Annotated) -> list[Possible]:
    tree, mentions = Tree(annotated.reading), layer.Mentions(annotated)
    clauses, spoken = times_of(replace(annotated, times=tuple(dating_times(annotated)))), Spoken(annotated)
    found = layer.all_triggers(annotated, tree, mentions, spoken)
    chances = chances_of(annotated.reading)
    density = worth.density_of(len(found), len(annotated.reading.tokens))
    events = [(t, layer.event(annotated, t, tree, mentions, clauses, spoken)) for t in found]
    told = [(t, e) for t, e in events if not is_reference(t, e, tree)]
    return [Possible(e, tuple(worth.signs(t, e, tree, density, chances))) for t, e in told]


def rows(found: list[Possible], golds: list[Gold]) -> Iterator[bool]:
    """Whether each possible event is one of its type."""
    pairs = matched(golds, tuple(p.event for p in found))
    right = {id(event) for gold, event in pairs if gold.row["type"] == event.type.value}
    return (id(p.event) in right for p in found)


class Model:
    """A logistic regression over signs."""

    def __init__(self, found: Sequence[tuple[str, ...]], labels: Sequence[bool]) -> None:
        self.names = DictVectorizer()
        matrix = self.names.fit_transform([dict.fromkeys(signs, 1) for signs in found])
        self.fitted = LogisticRegression(C=STRENGTH, max_iter=2000, fit_intercept=False).fit(matrix, labels)

    def scores(self, found: Sequence[tuple[str, ...]]) -> np.ndarray:
        return self.fitted.decision_function(self.names.transform([dict.fromkeys(s, 1) for s in found]))

    def weights(self) -> dict[str, float]:
        return dict(zip(self.names.feature_names_, self.fitted.coef_[0], strict=True))


def out_of_fold() -> dict[str, tuple[TriggerScores, ...]]:
    """What `training.more_heads` kept of its folds, read here so that a fit of weights needs no torch."""
    rows: dict[str, list[tuple[int, list[tuple[str, float]]]]] = json.loads(FOLDED.read_text(encoding="utf-8"))
    return {
        name: tuple(TriggerScores(token, tuple((EventType(kind), p) for kind, p in said)) for token, said in found)
        for name, found in rows.items()
    }


def unseen() -> Iterator[tuple[Annotated, list[Gold]]]:
    """The annotated articles, with what a head reads in them that has not learned from them."""
    folds = out_of_fold()
    for annotated, golds in newswire():
        triggers = folds[Path(annotated.article.path).stem]
        yield replace(annotated, reading=replace(annotated.reading, triggers=triggers)), golds


def sure() -> tuple[list[tuple[str, ...]], list[bool]]:
    """The possible events of single sentences whose type is the one that was annotated."""
    found, labels = [], []
    for annotated, row in sentences():
        for p in possible_in(annotated):
            if p.event.type.value in row["event_ok"]:  # type: ignore[operator]
                found.append(tuple(s for s in p.signs if not s.startswith("article")))
                labels.append(True)
    return found, labels


def main() -> None:
    articles = [(annotated, golds, possible_in(annotated)) for annotated, golds in unseen()]
    extra, extra_labels = sure()
    scored: list[np.ndarray] = [np.zeros(0)] * len(articles)
    for fold in range(FOLDS):
        train = [a for i, a in enumerate(articles) if i % FOLDS != fold]
        model = fit(train, extra, extra_labels)
        for i, (_, _, found) in enumerate(articles):
            if i % FOLDS == fold and found:
                scored[i] = model.scores([p.signs for p in found])
    chosen = marks(articles, scored)
    print("five folds by article, marks", chosen)
    print(*tally(articles, scored, chosen).lines(), sep="\n")
    if "--write" in sys.argv:
        write(fit(articles, extra, extra_labels).weights(), chosen)


def marks(articles, scored) -> dict[str, float]:  # type: ignore[no-untyped-def]
    """For each density the highest mark that gives little F1; a short text is read as a dense one."""
    found = {}
    for density in ("thin", "middling", "full", "dense"):
        part = [i for i, (_, _, possible) in enumerate(articles) if density_of(possible) == density]
        some, points = [articles[i] for i in part], [scored[i] for i in part]
        curve = [(micro(some, points, {density: m}), round(float(m), 1)) for m in np.arange(-2, 1.2, 0.1)]
        found[density] = max(mark for f1, mark in curve if f1 >= max(curve)[0] - GIVEN)
    return found | {worth.SHORT: found["dense"]}


def density_of(possible: list[Possible]) -> str:
    signs = [s.removeprefix("article ") for p in possible[:1] for s in p.signs if s.startswith("article ")]
    return signs[0] if signs else "thin"


def fit(articles, extra, extra_labels) -> Model:  # type: ignore[no-untyped-def]
    found = [p.signs for _, _, possible in articles for p in possible] + extra
    labels = [label for _, golds, possible in articles for label in rows(possible, golds)] + extra_labels
    return Model(found, labels)


def kept(articles, scored, least) -> Iterator[tuple[Annotated, list[Gold]]]:  # type: ignore[no-untyped-def]
    for (annotated, golds, found), scores in zip(articles, scored, strict=True):
        mark = least.get(density_of(found), 0.0)
        events = tuple(p.event for p, score in zip(found, scores, strict=True) if score >= mark)
        yield replace(annotated, events=events), golds


def micro(articles, scored, least) -> float:  # type: ignore[no-untyped-def]
    wire = tally(articles, scored, least)
    return 2 * sum(wire.hits.values()) / (sum(wire.gold.values()) + sum(wire.ours.values()))


def tally(articles, scored, least) -> Newswire:  # type: ignore[no-untyped-def]
    wire = Newswire()
    for annotated, golds in kept(articles, scored, least):
        wire.add(annotated, golds)
    return wire


def write(weights: dict[str, float], least: dict[str, float]) -> None:
    kept = {name: round(float(w), 2) for name, w in sorted(weights.items()) if abs(w) >= FEWEST}
    lines = [f'"{name}" = {weight}' for name, weight in kept.items()]
    head = "# What each sign of an event weighs; made by training/events_worth.py, not by hand."
    OUT.write_text(
        "\n".join(
            [
                head,
                "",
                "[least]",
                *(f"{name} = {round(mark - LOWER * (name != worth.SHORT), 1)}" for name, mark in least.items()),
                "",
                "[weights]",
                *lines,
                "",
            ]
        ),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
