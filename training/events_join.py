"""Joining of events across articles on ECB+: `python -m training.events_join [SPLIT] [--misses]`.

Every topic is one pile of articles; the happenings that were annotated are given, so that only the joining is scored.
Prints MUC, B3, CEAFe and their mean (CoNLL) for joining by the lemma of the head, and for ours.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

import numpy as np
from scipy.optimize import linear_sum_assignment

from dragoman.annotate.events import layer
from dragoman.annotate.events.lexicon import lexicon
from dragoman.annotate.events.spoken import Spoken
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.times import times_of
from dragoman.annotate.tree import Tree
from dragoman.link.entities import link_entities
from dragoman.link.events import happenings
from dragoman.model.flow import Annotated, Linked
from dragoman.model.plover import EventType
from training.entities_ecb import CORPUS, article
from training.events_cache import kept

Where = tuple[str, int]
Clusters = Mapping[Where, object]


def with_events(annotated: Annotated, places: list[tuple[int, int, str]]) -> tuple[Annotated, list[str]]:
    """The article with the happenings at some places as its events, and the chain of each."""
    tree, mentions = Tree(annotated.reading), layer.Mentions(annotated)
    clauses, spoken = times_of(annotated), Spoken(annotated)
    events, chains = [], []
    for start, end, chain in sorted(places):
        inside = [t for t in annotated.reading.tokens if start <= t.start < end]
        head = next((t for t in inside if not start <= annotated.reading.tokens[t.head].start < end), None)
        if head is None and not inside:
            continue
        head = head or inside[0]
        trigger = Trigger(head.index, None, type_of(head.lemma.lower()), None)
        events.append(layer.event(annotated, trigger, tree, mentions, clauses, spoken))
        chains.append(chain)
    return replace(annotated, events=tuple(events)), chains


def type_of(lemma: str) -> EventType:
    """The first type that the lexicon has for a word; other words share one that meets none of these."""
    senses = (*lexicon().verbs.get(lemma, ()), *lexicon().nouns.get(lemma, ()))
    return senses[0].type if senses and "--types" in sys.argv else EventType.ASSAULT


def muc(gold: Clusters, ours: Clusters) -> tuple[float, float]:
    """Recall and precision by links."""

    def part(one: Clusters, other: Clusters) -> float:
        groups: defaultdict[object, list[object]] = defaultdict(list)
        for where, name in one.items():
            groups[name].append(other[where])
        links = sum(len(g) - 1 for g in groups.values())
        return sum(len(g) - len(set(g)) for g in groups.values()) / max(1, links)

    return part(gold, ours), part(ours, gold)


def b3(gold: Clusters, ours: Clusters) -> tuple[float, float]:
    """Recall and precision by mention."""
    both = Counter((gold[w], ours[w]) for w in gold)
    golds, mine = Counter(gold.values()), Counter(ours.values())
    recall = sum(n * n / golds[g] for (g, _), n in both.items()) / len(gold)
    return recall, sum(n * n / mine[o] for (_, o), n in both.items()) / len(gold)


def ceafe(gold: Clusters, ours: Clusters) -> tuple[float, float]:
    """Recall and precision by the best pairing of clusters."""
    both = Counter((gold[w], ours[w]) for w in gold)
    golds, mine = Counter(gold.values()), Counter(ours.values())
    rows, columns = {g: i for i, g in enumerate(golds)}, {o: i for i, o in enumerate(mine)}
    table = np.zeros((len(rows), len(columns)))
    for (g, o), n in both.items():
        table[rows[g], columns[o]] = 2 * n / (golds[g] + mine[o])
    best = table[linear_sum_assignment(-table)].sum()
    return best / len(rows), best / len(columns)


def report(name: str, gold: Clusters, ours: Clusters) -> None:
    scores = []
    line = []
    for measure in (muc, b3, ceafe):
        recall, precision = measure(gold, ours)
        scores.append(2 * recall * precision / max(1e-9, recall + precision))
        line.append(f"{measure.__name__} R {recall:.3f} P {precision:.3f} F1 {scores[-1]:.3f}")
    print(f"{name:12} {'  '.join(line)}  CoNLL {np.mean(scores):.3f}")


def main() -> None:
    split = next((a for a in sys.argv[1:] if not a.startswith("-")), "val")
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    rows = sorted((r for r in rows if r["split"] == split), key=lambda r: (r["topic"], r["doc"]))
    made = {row["doc"]: article(row) for row in rows}
    read = kept(f"ecb-{split}", [one for one, _ in made.values()])
    gold: dict[Where, object] = {}
    lemma: dict[Where, object] = {}
    ours: dict[Where, object] = {}
    for topic, group in groupby(rows, key=lambda r: r["topic"]):
        pile, chains = [], {}
        for row in group:
            places = made[row["doc"]][1]
            told = [
                (places[m["sent"]][m["tokens"][0]][0], places[m["sent"]][m["tokens"][-1]][1], m["chain"])
                for m in row["mentions"]
                if m["type"].startswith(("ACTION", "NEG_ACTION")) and m["validated"]
            ]
            annotated, chains[row["doc"]] = with_events(read[row["doc"]], told)
            pile.append(annotated)
        linked = link_entities(Linked(articles=tuple(sorted(pile, key=lambda a: a.article.id))))
        by_place = {(t.at.article, t.at.place): (topic, i) for i, g in enumerate(happenings(linked)) for t in g}
        for annotated in linked.articles:
            for place, event in enumerate(annotated.events):
                where = annotated.article.id, place
                gold[where] = (topic, chains[annotated.article.id][place])
                head = next(t for t in annotated.reading.tokens if t.start >= event.trigger.start)
                lemma[where] = (topic, head.lemma.lower())
                ours[where] = by_place[where]
    print(f"{split}: {len(gold)} mentions")
    report("apart", gold, {w: w for w in gold})
    report("head lemma", gold, lemma)
    report("ours", gold, ours)


if __name__ == "__main__":
    main()
