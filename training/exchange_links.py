"""Learns which proposal an answer is about: `python -m training.exchange_links --write` writes ledger/likely.toml.

Learned from clusters that the head for offers and answers has not learned from, for on those it would hear only what is
annotated. Every answer that the rules place nowhere is one choice: among the proposals of its story, or none of them.
Right is the proposal that shares most evidence with the annotated one, none where no answer is annotated there. A
choice by weights of signs (multinomial logit), ridge penalty. Prints, for each group by weights learned from the
others, how many answers find the right proposal, a wrong one, and how many that are none are kept. Those shipped were
learned from `w2`, `w5`, `w6` and four clusters of `tests/gold`, heard by a head that had learned from none of them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from dragoman.engine.workers import annotate_all
from dragoman.link import link
from dragoman.model.flow import Linked
from dragoman.model.text import Article, Span
from dragoman.read import read
from dragoman.reconstruct.ledger import exchanges as ledger
from dragoman.reconstruct.ledger.exchange import Exchange
from dragoman.reconstruct.ledger.likely import FILE, signs_of
from dragoman.reconstruct.ledger.turns import Turn
from training.exchange_texts import CLUSTERS, WITHOUT, WRITTEN, group_of

STRENGTH = 1.0  # of the penalty on each weight
LEAST = 0.25
SHARE = 0.5  # of the shorter of two stretches
FAINTEST = 0.05  # lighter weights are left out
Floats = npt.NDArray[np.float64]
Signs = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the signs of each proposal it may be about, and the place of the right one, -1 for none.

    `annotated` says whether it is an answer at all.
    """

    group: str
    signs: Signs
    right: tuple[int, ...]
    annotated: bool
    words: str = ""


def folders() -> list[Path]:
    found = sorted(path.parent for path in (*CLUSTERS.glob("*/gold.json"), *WRITTEN.glob("*/gold.json")))
    return [folder for folder in found if not (folder / "HELD_OUT").exists()]


def choices_of(folder: Path) -> Iterator[Choice]:
    articles = [a for a in read([str(folder / "articles")]) if isinstance(a, Article)]
    for row in choices_in(link(list(annotate_all(articles, jobs=1))), folder / "gold.json"):
        yield Choice(group_of(folder), *row)


def choices_in(linked: Linked, file: Path) -> Iterator[tuple[Signs, tuple[int, ...], bool, str]]:
    """The choices of one cluster: the signs of each proposal, which are right, whether an answer is annotated, its
    words."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    articles = [annotated.article for annotated in linked.articles]
    files = {Path(a.path).name: a for a in articles}
    ids = {name: files[Path(file).name] for name, file in gold["articles"].items() if Path(file).name in files}
    told = [[*spans(p["evidence"], ids)] for p in gold["proposals"]]
    answers = [[*spans(p["responses"], ids)] for p in gold["proposals"]]
    for turn, found in decisions(linked):
        touched = [i for i, some in enumerate(answers) if any(touch(turn.move.span, span) for span in some)]
        right = tuple(k for k, exchange in enumerate(found) if any(is_one(exchange, told[i], told) for i in touched))
        signs = tuple(tuple(signs_of(turn, exchange, found)) for exchange in found)
        text = next(a for a in articles if a.id == turn.article).quote(turn.move.span)
        yield signs, right, bool(touched), text


def decisions(linked: Linked) -> Iterator[tuple[Turn, list[Exchange]]]:
    """Every choice that the ledger makes, as it makes it."""
    made: list[tuple[Turn, list[Exchange]]] = []
    chosen = ledger.likeliest

    def noted(turn: Turn, found: Sequence[Exchange]) -> Exchange | None:
        made.append((turn, [Exchange(list(one.turns)) for one in found]))
        return chosen(turn, found)

    ledger.likeliest = noted
    try:
        ledger.exchanges(linked)
    finally:
        ledger.likeliest = chosen
    return iter(made)


def spans(rows: Sequence[dict[str, Any]], ids: dict[str, Article]) -> Iterator[Span]:
    for row in rows:
        article = ids.get(row["article"])
        if article is None:
            continue
        words = " ".join(row["quote"].split())
        flat, places = flattened(article.text)
        at = flat.find(words)
        if at >= 0:
            yield article.span(places[at], places[at + len(words) - 1] + 1)


def flattened(text: str) -> tuple[str, list[int]]:
    """A text with each run of white space as one blank, and where each letter stood."""
    kept = [
        (" " if c.isspace() else c, i) for i, c in enumerate(text) if not (c.isspace() and i and text[i - 1].isspace())
    ]
    return "".join(c for c, _ in kept), [i for _, i in kept]


def touch(one: Span, other: Span) -> bool:
    if one.article != other.article:
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= SHARE * min(one.end - one.start, other.end - other.start)


def is_one(exchange: Exchange, told: Sequence[Span], every: Sequence[Sequence[Span]]) -> bool:
    """Whether a proposal of ours is the annotated one told at these places, more than any other."""

    def shared(spans: Sequence[Span]) -> int:
        places = [t.matter.span for t in exchange.turns if not t.answers] or [t.matter.span for t in exchange.turns]
        return sum(any(touch(place, span) for span in spans) for place in places)

    return bool(shared(told)) and shared(told) == max(map(shared, every))


def fitted(choices: Sequence[Choice]) -> dict[str, float]:
    names = sorted({sign for choice in choices for signs in choice.signs for sign in signs})
    index = {name: i for i, name in enumerate(names)}
    rows: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], int, npt.NDArray[np.bool_]]] = []
    for choice in choices:
        if not choice.signs or (choice.annotated and not choice.right):
            continue
        flat = np.array([index[sign] for signs in choice.signs for sign in signs])
        owner = np.array([k for k, signs in enumerate(choice.signs) for _ in signs])
        right = np.zeros(len(choice.signs) + 1, bool)
        right[list(choice.right) if choice.annotated else [len(choice.signs)]] = True
        rows.append((flat, owner, len(choice.signs), right))

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = STRENGTH * float(weights @ weights) / 2, STRENGTH * weights
        for flat, owner, count, right in rows:
            scores = np.append(np.bincount(owner, weights[flat], count), 0.0)
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            good = chances * right / max(1e-12, float(chances[right].sum()))
            total -= np.log(max(1e-12, float(chances[right].sum())))
            np.add.at(slope, flat, (chances - good)[owner])
        return total, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return dict(zip(names, found.x.tolist(), strict=True))


def chosen(choice: Choice, weights: dict[str, float], least: float) -> int:
    scores = np.array([sum(weights.get(sign, 0.0) for sign in signs) for signs in choice.signs])
    if not len(scores):
        return -1
    chances = np.exp(scores) / (1 + np.exp(scores).sum())
    return int(chances.argmax()) if chances.max() >= least else -1


def tell(name: str, pairs: Sequence[tuple[Choice, int]]) -> None:
    real = [(c, k) for c, k in pairs if c.annotated]
    placeable = sum(bool(c.right) for c, _ in real)
    right = sum(k in c.right for c, k in real)
    wrong = sum(k >= 0 and k not in c.right for c, k in real)
    kept = sum(k >= 0 for c, k in pairs if not c.annotated)
    print(
        f"{name}: {len(real)} answers, {placeable} with a right proposal; {right} right, {wrong} elsewhere;"
        f" of {len(pairs) - len(real)} that are none {kept} kept",
        flush=True,
    )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--write", action="store_true")
    ask.add_argument("--groups", default=",".join(WITHOUT), help="groups to learn from: the head must not know them")
    ask.add_argument("--least", type=float, default=LEAST)
    said = ask.parse_args()
    chosen_groups = set(said.groups.split(","))
    choices = [choice for folder in folders() if group_of(folder) in chosen_groups for choice in choices_of(folder)]
    groups = sorted({c.group for c in choices})
    every = []
    for group in groups:
        weights = fitted([c for c in choices if c.group != group])
        every += [(c, weights) for c in choices if c.group == group]
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        tell(f"learned from the others, {least}", [(c, chosen(c, w, least)) for c, w in every])
    for group in groups:
        mine = [(c, w) for c, w in every if c.group == group]
        tell(f"  {group}", [(c, chosen(c, w, said.least)) for c, w in mine])
    if said.write:
        write(fitted(choices), said.least)


def write(weights: dict[str, float], least: float) -> None:
    kept = {name: round(w, 2) for name, w in sorted(weights.items()) if abs(w) >= FAINTEST}
    lines = ["# What each sign of an answer's proposal weighs; made by training/exchange_links.py, not by hand.", ""]
    lines += [f"least = {least}", "", "[weights]", *(f'"{name}" = {w}' for name, w in kept.items()), ""]
    FILE.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
