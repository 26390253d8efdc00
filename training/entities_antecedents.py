"""Learns whom "he" and "she" mean, by `python -m training.entities_antecedents`; writes `lexicon/antecedents.toml`.

Reads GUM's training part and the open annotated clusters with our own program, keeps for each pronoun whose antecedent
is among the candidates the signs of all of them, and fits weights by which the right one is likeliest. Of the clusters
each is scored by weights learnt without it; of GUM's development part by those that ship.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import dragoman
from dragoman.annotate.referents import antecedents, likely
from dragoman.annotate.referents.chains import Referent
from dragoman.annotate.referents.progress import Pass
from dragoman.annotate.referents.pronouns import Pronoun
from dragoman.model.names import fold_name
from training.entities_gum import GENRES, UD, annotated, documents
from training.sources_by_form import CLUSTERS, place_of

CLUSTER_WEIGHT = 4.0  # a pronoun of the clusters, in pronouns of GUM: they are few, and of the kind that is wanted
STEPS, RATE, DECAY = 400, 0.5, 0.004
LEAST = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55)


@dataclass(slots=True)
class Case:
    """A pronoun: where it stands, the signs of each candidate, what each is called, which are meant."""

    group: str
    start: int
    end: int
    signs: list[dict[str, float]]
    spans: list[list[tuple[int, int]]]
    meant: list[bool]


def watched(group: str, cases: list[Case]) -> Any:
    """The rule for pronouns, keeping what it looks at."""
    rule = likely.signs_of

    def signs_of(state: Pass, found: Pronoun, referent: Referent) -> list[tuple[str, float]]:
        told = list(rule(state, found, referent))
        token = state.context.tokens[found.index]
        if not cases or (cases[-1].start, cases[-1].group) != (token.start, group):
            cases.append(Case(group, token.start, token.end, [], [], []))
        spans = [state.context.span(s.first, s.last) for s in referent.stretches if s.form.value != "pronoun"]
        cases[-1].signs.append(dict(told))
        cases[-1].spans.append([(s.start, s.end) for s in spans])
        return told

    return signs_of


def from_gum(name: str) -> Iterator[Case]:
    for doc in documents(UD / name):
        if not any(f"_{genre}_" in doc.name for genre in GENRES):
            continue
        cases: list[Case] = []
        rule = antecedents.signs_of
        antecedents.signs_of = watched(doc.name, cases)  # type: ignore[assignment]
        annotated(doc)
        antecedents.signs_of = rule
        clusters = {(a, b): c for a, b, c, _ in doc.clusters}
        for case in cases:
            wanted = clusters.get((case.start, case.end))
            ends = [(a, b) for a, b, c, _ in doc.clusters if c == wanted]
            case.meant = [any(near(s, e) for s in spans for e in ends) for spans in case.spans]
            yield case


def near(ours: tuple[int, int], gold: tuple[int, int]) -> bool:
    return abs(ours[0] - gold[0]) + abs(ours[1] - gold[1]) <= 12


def from_cluster(folder: Path) -> Iterator[Case]:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    names = {e["name"]: {fold_name(n).split()[-1] for n in (e["name"], *e["aliases"])} for e in gold["entities"]}
    for key, file in sorted(gold["articles"].items()):
        cases: list[Case] = []
        rule = antecedents.signs_of
        antecedents.signs_of = watched(folder.name, cases)  # type: ignore[assignment]
        (article,) = dragoman.build(str(folder / "articles" / Path(file).name)).articles
        antecedents.signs_of = rule
        text = article.text
        for case in cases:
            rows = [r for r in gold["statements"] if r["article"] == key and is_source(text, r, case)]
            if rows and rows[0].get("source_entity") in names:
                wanted = names[rows[0]["source_entity"]]
                case.meant = [
                    any(fold_name(text[a:b]).split()[-1:] and fold_name(text[a:b]).split()[-1] in wanted for a, b in s)
                    for s in case.spans
                ]
                yield case


def is_source(text: str, row: Mapping[str, Any], case: Case) -> bool:
    """Whether a gold statement has this pronoun for its source: the one written so that is nearest to its words."""
    if fold_name(row["source"] or "") != fold_name(text[case.start : case.end]):
        return False
    place = place_of(text, row["content"])
    flat = len(" ".join(text[: case.start].split()))
    return place is not None and min(abs(flat - place[0]), abs(flat - place[1])) < 30


def learnt(cases: Sequence[Case], names: Sequence[str]) -> dict[str, float]:
    """Weights by which the right candidates are likeliest."""
    index = {name: i for i, name in enumerate(names)}
    usable = [c for c in cases if any(c.meant) and not all(c.meant)]
    rows = [matrix(c, index) for c in usable]
    weight = np.zeros(len(names))
    share = [CLUSTER_WEIGHT if "_" not in c.group else 1.0 for c in usable]
    total = sum(share)
    for _ in range(STEPS):
        slope = np.zeros(len(names))
        for case, row, part in zip(usable, rows, share, strict=True):
            score = row @ weight
            chance = np.exp(score - score.max())
            chance /= chance.sum()
            right = chance * np.array(case.meant)
            slope += part * (row.T @ (right / right.sum() - chance))
        weight += RATE * (slope / total - DECAY * weight)
    return {name: round(float(weight[index[name]]), 2) for name in names}


def matrix(case: Case, index: Mapping[str, int]) -> Any:
    row = np.zeros((len(case.signs), len(index)))
    for i, signs in enumerate(case.signs):
        for name, size in signs.items():
            if name in index:
                row[i, index[name]] = size
    return row


def judged(cases: Sequence[Case], weights: Mapping[str, float], least: float) -> tuple[int, int, int]:
    """How many are right, wrong, left alone."""
    right = wrong = alone = 0
    for case in cases:
        scores = np.array([sum(weights.get(n, 0.0) * s for n, s in signs.items()) for signs in case.signs])
        chance = np.exp(scores - scores.max())
        best = int(chance.argmax())
        if chance[best] / chance.sum() < least:
            alone += 1
        elif case.meant[best]:
            right += 1
        else:
            wrong += 1
    return right, wrong, alone


def main() -> None:
    """Prints figures and writes the weights."""
    gum, dev = list(from_gum("gum-train.conllu")), list(from_gum("gum-dev.conllu"))
    open_ones = [f for f in sorted(CLUSTERS.iterdir()) if (f / "gold.json").exists() and not (f / "HELD_OUT").exists()]
    ours = [case for folder in open_ones for case in from_cluster(folder)]
    names = sorted({name for case in (*gum, *ours) for signs in case.signs for name in signs})
    whole = learnt([*gum, *ours], names)
    print(len(gum), len(dev), len(ours), "pronouns;", sum(any(c.meant) for c in ours), "with the right one among them")
    for least in LEAST:
        held = [0, 0, 0]
        for folder in open_ones:
            rest = learnt([*gum, *(c for c in ours if c.group != folder.name)], names) if least == LEAST[0] else {}
            APART.setdefault(folder.name, rest)
            for i, n in enumerate(judged([c for c in ours if c.group == folder.name], APART[folder.name], least)):
                held[i] += n
        with_one = [c for c in dev if any(c.meant)]
        print(f"{least}: clusters kept out {held}, GUM dev {judged(with_one, whole, least)}")
    lines = [f'"{name}" = {weight}' for name, weight in sorted(whole.items())]
    head = (
        "# How each sign weighs that a pronoun means somebody; made by training/entities_antecedents.py, not by hand.\n"
    )
    likely.FILE.write_text(
        f"{head}\nleast = {likely.least()}\n\n[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )


APART: dict[str, dict[str, float]] = {}

if __name__ == "__main__":
    main()
