"""Joining of events across articles on ECB+: `python -m training.events_join [SPLIT]`.

Every topic is one pile of articles. First the happenings that were annotated are given, so that only the joining is
scored; then the program finds its own, of which those in annotated sentences count, one that meets none of gold and one
of gold that is not found against it, as in CoNLL's scorer. Prints MUC, B3, CEAFe and their mean (CoNLL) for joining by
the lemma of the head, and for ours, of the same mentions.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from dragoman.annotate.events import add_events, layer
from dragoman.annotate.events.lexicon import lexicon
from dragoman.annotate.events.spoken import Spoken
from dragoman.annotate.events.triggers import Trigger
from dragoman.annotate.times import times_of
from dragoman.annotate.tree import Tree
from dragoman.link.entities import link_entities
from dragoman.link.events import happenings
from dragoman.model.event import EventMention
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
    """Recall and precision by links; a mention that the other side lacks stands alone there."""

    def part(one: Clusters, other: Clusters) -> float:
        groups: defaultdict[object, list[object]] = defaultdict(list)
        for where, name in one.items():
            groups[name].append(other.get(where, where))
        links = sum(len(g) - 1 for g in groups.values())
        return sum(len(g) - len(set(g)) for g in groups.values()) / max(1, links)

    return part(gold, ours), part(ours, gold)


def b3(gold: Clusters, ours: Clusters) -> tuple[float, float]:
    """Recall and precision by mention."""
    both = shared(gold, ours)
    golds, mine = Counter(gold.values()), Counter(ours.values())
    recall = sum(n * n / golds[g] for (g, _), n in both.items()) / max(1, len(gold))
    return recall, sum(n * n / mine[o] for (_, o), n in both.items()) / max(1, len(ours))


def ceafe(gold: Clusters, ours: Clusters) -> tuple[float, float]:
    """Recall and precision by the best pairing of clusters."""
    golds, mine = Counter(gold.values()), Counter(ours.values())
    rows, columns = {g: i for i, g in enumerate(golds)}, {o: i for i, o in enumerate(mine)}
    table = np.zeros((len(rows), len(columns)))
    for (g, o), n in shared(gold, ours).items():
        table[rows[g], columns[o]] = 2 * n / (golds[g] + mine[o])
    best = table[linear_sum_assignment(-table)].sum()
    return best / len(rows), best / len(columns)


def shared(gold: Clusters, ours: Clusters) -> Counter[tuple[object, object]]:
    """How many mentions each pair of clusters has in common."""
    return Counter((gold[w], ours[w]) for w in gold if w in ours)


def report(name: str, gold: Clusters, ours: Clusters) -> None:
    scores = []
    line = []
    for measure in (muc, b3, ceafe):
        recall, precision = measure(gold, ours)
        scores.append(2 * recall * precision / max(1e-9, recall + precision))
        line.append(f"{measure.__name__} R {recall:.3f} P {precision:.3f} F1 {scores[-1]:.3f}")
    print(f"{name:12} {'  '.join(line)}  CoNLL {np.mean(scores):.3f}")


def told_in(row: Mapping[str, Any], places: list[list[tuple[int, int]]]) -> list[tuple[int, int, str]]:
    """The stretches of a document that were annotated as happenings, each with its chain."""
    return [
        (places[m["sent"]][m["tokens"][0]][0], places[m["sent"]][m["tokens"][-1]][1], m["chain"])
        for m in row["mentions"]
        if m["type"].startswith(("ACTION", "NEG_ACTION")) and m["validated"]
    ]


def joined(pile: list[Annotated]) -> Clusters:
    """The group of every event of a topic, by the article and its place there."""
    linked = link_entities(Linked(articles=tuple(sorted(pile, key=lambda a: a.article.id))))
    return {(t.at.article, t.at.place): i for i, group in enumerate(happenings(linked)) for t in group}


def lemma_of(annotated: Annotated, event: EventMention) -> str:
    """The lemma that heads a trigger: of several words the last noun, else the first verb."""
    inside = [t for t in annotated.reading.tokens if event.trigger.start <= t.start < event.trigger.end]
    nouns = [t for t in inside if t.tag == "NOUN"]
    verbs = [t for t in inside if t.tag == "VERB"]
    return (nouns[-1:] or verbs[:1] or inside[:1])[0].lemma.lower()


def matched(annotated: Annotated, gold: list[tuple[int, int, str]]) -> dict[int, int]:
    """Which annotated happening each event of ours meets, one to one: those that share most of their words first."""
    scored = []
    for place, event in enumerate(annotated.events):
        for i, (start, end, _) in enumerate(gold):
            common = min(end, event.trigger.end) - max(start, event.trigger.start)
            if common > 0:
                scored.append((-common / max(end - start, len(event.trigger)), place, i))
    found: dict[int, int] = {}
    for _, place, i in sorted(scored):
        if place not in found and i not in found.values():
            found[place] = i
    return found


@dataclass(slots=True)
class Sides:
    """The clusters of one way to score: what is right, by the lemma of the head, and ours."""

    gold: dict[Where, object] = field(default_factory=dict)
    lemma: dict[Where, object] = field(default_factory=dict)
    ours: dict[Where, object] = field(default_factory=dict)

    def report(self, name: str) -> None:
        met = sum(where in self.ours for where in self.gold)
        print(f"{name}: {len(self.gold)} in gold, {len(self.ours)} of ours, {met} in both")
        report("head lemma", self.gold, self.lemma)
        report("ours", self.gold, self.ours)


def add_given(sides: Sides, topic: object, piles: Mapping[str, tuple[Annotated, list[str]]]) -> None:
    """A topic whose happenings are given."""
    groups = joined([annotated for annotated, _ in piles.values()])
    for annotated, chains in piles.values():
        for place, event in enumerate(annotated.events):
            where = annotated.article.id, place
            sides.gold[where] = (topic, chains[place])
            sides.lemma[where] = (topic, lemma_of(annotated, event))
            sides.ours[where] = (topic, groups[where])


def add_found(
    sides: Sides, topic: object, pile: Mapping[str, Annotated], gold: Mapping[str, list[tuple[int, int, str]]],
    annotated_at: Mapping[str, list[tuple[int, int]]],
) -> None:  # fmt: skip
    """A topic whose happenings the program finds. A place among those of gold names what both have."""
    groups = joined(list(pile.values()))
    for doc, annotated in pile.items():
        met = matched(annotated, gold[doc])
        for i, (_, _, chain) in enumerate(gold[doc]):
            sides.gold[doc, i] = (topic, chain)
        for place, event in enumerate(annotated.events):
            if not any(start <= event.trigger.start < end for start, end in annotated_at[doc]):
                continue
            where = (doc, met[place]) if place in met else (doc, -1 - place)
            sides.lemma[where] = (topic, lemma_of(annotated, event))
            sides.ours[where] = (topic, groups[doc, place])


def main() -> None:
    split = next((a for a in sys.argv[1:] if not a.startswith("-")), "val")
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    rows = sorted((r for r in rows if r["split"] == split), key=lambda r: (r["topic"], r["doc"]))
    made = {row["doc"]: article(row) for row in rows}
    read = kept(f"ecb-{split}", [one for one, _ in made.values()])
    given, found = Sides(), Sides()
    for topic, group in groupby(rows, key=lambda r: r["topic"]):
        here = {row["doc"]: row for row in group}
        gold = {doc: told_in(row, made[doc][1]) for doc, row in here.items()}
        looked_at = {doc: [sentence(made[doc][1], at) for at in row["validated_sents"]] for doc, row in here.items()}
        add_given(given, topic, {doc: with_events(read[doc], gold[doc]) for doc in here})
        add_found(found, topic, {doc: add_events(read[doc]) for doc in here}, gold, looked_at)
    given.report(f"{split}, happenings given")
    found.report(f"{split}, happenings found")
    met = {where: name for where, name in found.gold.items() if where in found.ours}
    Sides(met, {w: found.lemma[w] for w in met}, {w: found.ours[w] for w in met}).report(f"{split}, those in both")


def sentence(places: list[list[tuple[int, int]]], at: int) -> tuple[int, int]:
    return places[at][0][0], places[at][-1][1]


if __name__ == "__main__":
    main()
