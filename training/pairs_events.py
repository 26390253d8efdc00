"""Mentions of events in pairs, as the program joins them: `python -m training.pairs_events` keeps and measures them.

Pairs of two articles that share a block, with today's score and the clauses of both: of the happenings annotated in
ECB+ `val`, and of the events found in the open clusters, where two are one if both stand in one gold event's evidence.
Prints average precision by today's score and with what the reader of pairs says beside it.
"""

from __future__ import annotations

import argparse
import json
import pickle
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score

from dragoman.engine.workers import annotate_all
from dragoman.link import events as joining
from dragoman.link import link
from dragoman.link.agreement import score
from dragoman.link.entities import link_entities
from dragoman.link.happenings import sides_of, told_in
from dragoman.link.nearness import Nearness
from dragoman.model.flow import Linked
from dragoman.model.record import Made
from dragoman.model.text import Article, Span
from dragoman.read import read
from dragoman.reconstruct import reconstruct
from dragoman.store.json import to_json
from training.claims_alike import clusters, scorer
from training.entities_ecb import CORPUS, article
from training.events_cache import kept
from training.events_join import told_in as given_in
from training.events_join import with_events
from training.pairs_data import WORK
from training.pairs_export import opened
from training.pairs_judge import best_f1, fitted, rows_of, scores_of

FAINTEST = -3.0  # today's score under which a pair is not looked at


@dataclass(slots=True)
class Mentions:
    """The pairs of one pile: the words of both, today's score, whether they are one; the pairs of each gold event.

    `told` is how many of gold's events several articles tell, `met` how many of these have mentions in two.
    """

    name: str
    words: list[tuple[str, str]] = field(default_factory=list)
    today: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    events: list[set[int]] = field(default_factory=list)
    told: int = 0
    met: int = 0


def pairs_of(found: Mentions, linked: Linked, names: dict[tuple[str, int], set[object]]) -> None:
    """Adds the pairs of one pile; `names` are the gold events that each mention tells."""
    sides = sides_of(linked)
    by_id = {annotated.article.id: annotated for annotated in linked.articles}
    told = [item for annotated in linked.articles for item in told_in(annotated, linked, sides)]
    near = sorted(p for p in joining.pairs(told) if told[p[0]].article != told[p[1]].article)
    nearness = Nearness(linked.articles, sorted({tuple(sorted((told[i].article, told[j].article))) for i, j in near}))
    rarity = joining.rarities(told)
    held: dict[object, set[int]] = {}
    for i, j in near:
        one, other = told[i], told[j]
        value = score(one, other, rarity, nearness.of(one.article, other.article)).value
        both = names.get((one.at.article, one.at.place), set()) & names.get((other.at.article, other.at.place), set())
        for name in both:
            held.setdefault(name, set()).add(len(found.words))
        if value < FAINTEST and not both:
            continue
        mentions = [(by_id[t.article], by_id[t.article].events[t.at.place]) for t in (one, other)]
        found.words.append(tuple(" ".join(a.article.text[e.span.start : e.span.end].split()) for a, e in mentions))
        found.today.append(value)
        found.right.append(bool(both))
    found.events += [held[name] for name in held]


def ecb(split: str) -> Mentions:
    """The happenings annotated in a split of ECB+, topic by topic."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    rows = sorted((r for r in rows if r["split"] == split), key=lambda r: (r["topic"], r["doc"]))
    made = {row["doc"]: article(row) for row in rows}
    known = kept(f"ecb-{split}", [one for one, _ in made.values()])
    found = Mentions(f"ECB+ {split}")
    for _, group in groupby(rows, key=lambda r: r["topic"]):
        pile = {row["doc"]: with_events(known[row["doc"]], given_in(row, made[row["doc"]][1])) for row in group}
        linked = link_entities(
            Linked(articles=tuple(sorted((a for a, _ in pile.values()), key=lambda a: a.article.id)))
        )
        names = {(a.article.id, n): {chain} for a, chains in pile.values() for n, chain in enumerate(chains)}
        pairs_of(found, linked, names)
    return found


def cluster(name: str, articles: Path, file: Path) -> Mentions:
    """The events found in an annotated cluster."""
    linked = link(list(annotate_all([one for one in read([str(articles)]) if isinstance(one, Article)], jobs=1)))
    record = json.loads(to_json(reconstruct(linked, made=Made(version="", model="", options={}))))
    gold = json.loads(file.read_text(encoding="utf-8"))
    sides = scorer().Sides(record, gold, articles)
    names: dict[tuple[str, int], set[object]] = {}
    found = Mentions(name)
    for number, event in enumerate(gold["events"]):
        spans = sides.gold_spans(event["evidence"])
        if len({a for a, _ in spans}) < 2:
            continue
        found.told += 1
        seen = set()
        for annotated in linked.articles:
            own = sides.gold_id.get(annotated.article.id)
            for place, mention in enumerate(annotated.events):
                if any(a == own and shared(mention.span, span) >= 0.5 for a, span in spans):
                    names.setdefault((annotated.article.id, place), set()).add(number)
                    seen.add(own)
        found.met += len(seen) > 1
    pairs_of(found, linked, names)
    return found


def shared(span: Span, other: tuple[int, int]) -> float:
    """What two stretches share of the shorter one."""
    common = min(span.end, other[1]) - max(span.start, other[0])
    return common / max(1, min(span.end - span.start, other[1] - other[0]))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--file", type=Path, default=WORK / "pairs.onnx")
    said = ask.parse_args()
    file = WORK / "mentions.pkl"
    if not file.exists():
        piles = [ecb("val"), *(cluster(*one) for one in clusters())]
        file.write_bytes(pickle.dumps(piles))
    piles: list[Mentions] = pickle.loads(file.read_bytes())
    for pile in piles:
        print(
            f"{pile.name:14} {len(pile.words):6} pairs, {sum(pile.right):5} right; events told twice {pile.told}, "
            f"with mentions in two articles {pile.met}, with a pair {len(pile.events)}"
        )
    if not said.file.exists():
        return
    session = opened(said.file)
    drawn = [np.array(p.today)[:, None] for p in piles]
    says = [scores_of(session, rows_of(p.words)).clip(-8, 8) for p in piles]
    (WORK / "says_events.pkl").write_bytes(pickle.dumps(says))
    truth = [np.array(p.right) for p in piles]
    for name, x in (
        ("today", drawn),
        ("same alone", [s[:, 3:] for s in says]),
        ("today + same", [np.concatenate([a, s[:, 3:]], 1) for a, s in zip(drawn, says, strict=True)]),
        ("today + all", [np.concatenate([a, s], 1) for a, s in zip(drawn, says, strict=True)]),
    ):
        line = []
        for place in range(len(piles)):
            # ECB+ by the clusters' weights, a cluster by those of the other clusters
            others = [n for n in range(1, len(piles)) if n != place]
            constant, weights = fitted(
                np.concatenate([x[n] for n in others]), np.concatenate([truth[n] for n in others]), 0.1
            )
            scores = x[place] @ weights + constant
            line.append((average_precision_score(truth[place], scores), best_f1(truth[place], scores)))
        mean = np.mean(line[1:], axis=0)
        print(
            f"{name:14} mean of clusters AP {mean[0]:.3f} F1 {mean[1]:.3f}; {' '.join(f'{a:.3f}' for a, _ in line)}",
            flush=True,
        )


if __name__ == "__main__":
    main()
