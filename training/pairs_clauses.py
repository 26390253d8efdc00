"""Clauses of the open clusters in pairs, as the program compares them: `python -m training.pairs_clauses`.

Writes .work/pairs/clauses.pkl: for each cluster the pairs that the program compares and those that only wider ways of
looking would bring, with the words of both, the signs that are weighed today, and the facts of gold they stand for.
"""

from __future__ import annotations

import pickle
import sys
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.model.gists import nearnesses
from dragoman.model.mention import Form
from dragoman.reconstruct.claims.alike import candidates, likes, other_parties, told_here
from dragoman.reconstruct.claims.likeness import signs
from dragoman.reconstruct.claims.nearness import how_near
from dragoman.reconstruct.claims.pages import Page
from dragoman.reconstruct.claims.tellings import Telling, tellings_of
from training.claims_alike import clusters, opened, topics_of
from training.pairs_data import WORK

NEAREST = 4  # of each clause, in each other article, by its words' vectors
Floats = npt.NDArray[np.float64]


@dataclass(slots=True)
class Clauses:
    """One cluster: its clauses and its pairs.

    `compared` are those that the program compares, `parted` those that not even the wider look brings. `facts` and
    `quarrels` hold the pairs of each fact and disagreement, `told` whether each has clauses in two articles.
    """

    name: str
    words: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    negated: list[bool] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    compared: list[bool] = field(default_factory=list)
    parted: list[bool] = field(default_factory=list)
    signs: list[tuple[float, ...]] = field(default_factory=list)
    facts: list[set[int]] = field(default_factory=list)
    quarrels: list[set[int]] = field(default_factory=list)
    told: list[bool] = field(default_factory=list)

    def right(self) -> npt.NDArray[np.bool_]:
        """Of each pair whether both clauses stand for one fact or one disagreement."""
        held = set().union(*self.facts, *self.quarrels)
        return np.array([place in held for place in range(len(self.pairs))])


def words_of(telling: Telling, page: Page) -> str:
    """The words of a clause, with names for the pronouns whose bearer is known and the subject it leaves out."""
    first, last = telling.span.start, telling.span.end
    names = {m.span.start: m for m in page.annotated.mentions if m.form is Form.PRONOUN}
    by_id = {entity.id: entity.name for entity in page.linked.entities}
    found = []
    for token in page.tokens:
        if first <= token.start < last:
            mention = names.get(token.start)
            who = page.linked.who.get((telling.article, mention.chain)) if mention else None
            found.append(by_id[who] if who and by_id.get(who) else token.text)
    if not any(t.relation.startswith("nsubj") and t.head == telling.head.index for t in page.tokens):
        above = page.tokens[telling.head.head]
        if telling.head.relation == "conj":
            held = [t for t in page.children[above.index] if t.relation.startswith("nsubj")]
            found = [page.annotated.article.text[t.start : t.end] for t in held] + found
    return " ".join(found)


def clauses_of(name: str, articles: Path, file: Path) -> Clauses:
    """The clauses of a cluster and their pairs."""
    cluster = opened(articles, file)
    linked, pages, gold, sides = cluster.linked, cluster.pages, cluster.gold, cluster.sides
    found = Clauses(name)
    topics = [sides.gold_spans(fact["evidence"]) for fact in gold["corroborated"]]
    known = len(topics)
    topics += [sides.gold_spans([e for p in d["positions"] for e in p["evidence"]]) for d in gold["disagreements"]]
    held: list[set[int]] = [set() for _ in topics]
    ever: list[set[str]] = [set() for _ in topics]
    for story in linked.stories:
        told = [t for article in sorted(story) for t in tellings_of(pages[article])]
        tellings = told_here(told, likes(told))
        about = [topics_of(t, sides.gold_id, topics) for t in tellings]
        for telling, its in zip(tellings, about, strict=True):
            for topic in its:
                ever[topic].add(telling.article)
        gists = np.array([telling.gist for telling in tellings])
        near = nearnesses(gists, gists)
        today = set(candidates(tellings))
        wider = nearest(near, [t.article for t in tellings])
        first = len(found.words)
        for telling in tellings:
            page = pages[telling.article]
            found.words.append(words_of(telling, page))
            found.whole.append(" ".join(page.annotated.article.quote(telling.span).split()))
            found.articles.append(telling.article)
            found.negated.append(telling.negated)
        same = {
            (i, j) for t in range(len(topics)) for i, j in combinations([n for n, a in enumerate(about) if t in a], 2)
        }
        same = {(i, j) for i, j in same if tellings[i].article != tellings[j].article}
        pairs = sorted(today | wider | same)
        for (i, j), how in zip(pairs, how_near(tellings, pairs), strict=True):
            for topic in about[i] & about[j]:
                held[topic].add(len(found.pairs))
            found.pairs.append((first + i, first + j))
            parted = other_parties(tellings[i], tellings[j])
            found.compared.append((i, j) in today and not parted)
            found.parted.append(parted or ((i, j) not in today and (i, j) not in wider))
            found.signs.append(signs(tellings[i], tellings[j], how))
    found.facts, found.quarrels = held[:known], held[known:]
    found.told = [len(one) > 1 for one in ever]
    return found


def nearest(near: Floats, articles: list[str]) -> set[tuple[int, int]]:
    """Of each clause the nearest in each other article."""
    found: set[tuple[int, int]] = set()
    places = {
        article: np.array([n for n, a in enumerate(articles) if a == article]) for article in sorted(set(articles))
    }
    for i, own in enumerate(articles):
        for article, those in places.items():
            if article != own:
                for j in those[np.argsort(-near[i, those], kind="stable")[:NEAREST]].tolist():
                    found.add((min(i, j), max(i, j)))
    return found


def main() -> None:
    made = []
    for name, articles, file in clusters():
        if len(sys.argv) > 1 and name not in sys.argv[1:]:
            continue
        one = clauses_of(name, articles, file)
        made.append(one)
        today = np.array(one.compared)
        right = one.right()
        facts = len(one.facts)
        compared = sum(any(today[p] for p in fact) for fact in one.facts)
        looked = sum(any(not one.parted[p] for p in fact) for fact in one.facts)
        print(
            f"{name:14} {len(one.words)} clauses, {len(right)} pairs, {today.sum()} compared; right {right.sum()}, "
            f"compared {(right & today).sum()}; of {facts} facts {sum(one.told[:facts])} have clauses in two articles, "
            f"{compared} a pair compared, {looked} by the wider look; of {len(one.quarrels)} disagreements "
            f"{sum(one.told[facts:])}, {sum(any(today[p] for p in f) for f in one.quarrels)}",
            flush=True,
        )
    with (WORK / "clauses.pkl").open("wb") as kept:
        pickle.dump(made, kept)


if __name__ == "__main__":
    main()
