"""Learn what each sign of a statement weighs, from news in which every statement is marked.

    PYTHONPATH=src:. python -m training.attribution_belief [--write]

Reads the annotated newswire and every seventh text of PolNeAR's training part. A possible statement is right where its
content shares half of its words with one that people marked. First a choice among the edges that a content may have,
then a logistic regression of what was chosen, both drawn towards no weight at all. The figures printed are of five
folds by article, each case alone; what is written to `belief.toml` is of all, with a mark between those that are
best on the two: PolNeAR marks weaker attributions, and weighs one part in `PARTS`.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.annotate import STEPS
from dragoman.annotate.attribution.candidates import possible
from dragoman.annotate.attribution.page import Page
from dragoman.annotate.attribution.readings import Read
from dragoman.annotate.attribution.signs import signs
from dragoman.annotate.language import model_name
from dragoman.annotate.statements import add_statements
from dragoman.model.flow import Annotated
from dragoman.model.text import Article
from dragoman.read import read
from training import corpora
from training.attribution_predict import article
from training.corpora import CORPORA

FOLDS = 5
EVERY = 7
WEIGHT = 1.5  # of a case of the newswire, which the language model has not seen, beside one of PolNeAR, which it has
PULL, PULL_OF_EDGES = 8.0, 6.0  # how strongly weights are drawn to nothing
STEPS_OF_NEWTON, STEPS_OF_ADAM, RATE = 12, 300, 0.05
SHARPNESS = 5.0  # how much better edges are wanted that share more words with the marked ones
FAIR = 0.4  # share of words below which no edges of a case are worth choosing
RARE = 5  # a sign seen less often has no weight
SAME = 0.5  # share of their words that two contents of one statement have in common
GIVEN = 0.002  # so much of F1 is given for fewer rows to read
FEWEST = 0.03  # lighter weights are left out
KEPT = Path(".work/statements")
PARTS = 6
OUT = Path("src/dragoman/annotate/attribution/belief.toml")

Spans = list[tuple[int, int]]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Case:
    """A possible statement: for each edges it may have its signs, and the share of words it has with a marked one."""

    article: str
    weight: float
    signs: list[dict[str, float]]
    shares: list[float]


def kept(name: str, articles: Iterator[Article]) -> list[Annotated]:
    """The articles with all layers below statements, from the file of this name where it is there."""
    file = KEPT / f"{name} {model_name()}.pickle"
    if not file.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps([below(one) for one in articles]))
    found: list[Annotated] = pickle.loads(file.read_bytes())
    return found


def below(one: Article) -> Annotated:
    annotated = Annotated(article=one)
    for step in STEPS[: STEPS.index(add_statements)]:
        annotated = step(annotated)
    return annotated


def newswire() -> Iterator[tuple[Annotated, list[Spans], bool]]:
    """The annotated newswire with the contents of its statements, those inside others too."""
    folder = CORPORA / "events/annotated"
    marked = [json.loads(line) for line in (folder / "annotations.jsonl").read_text(encoding="utf-8").splitlines()]
    found = {row["article"]: [s["content"] for s in row["statements"] if s["content"]] for row in marked}
    articles = (one for one in read([str(folder / "articles")]) if isinstance(one, Article))
    for annotated in kept("newswire", articles):
        text = annotated.article.text
        contents = found[Path(annotated.article.path).stem]
        yield annotated, [[(at, at + len(c))] for c in contents if (at := text.find(c)) >= 0], True


def polnear() -> Iterator[tuple[Annotated, list[Spans], bool]]:
    """Texts of PolNeAR's training part, in which only the outermost statements are marked."""
    folder = CORPORA / "attribution/polnear/train"
    chosen = list(corpora.polnear(folder))[3::EVERY]
    texts = kept("polnear", (article(folder / "text" / f"{name}.txt") for name, _, _ in chosen))
    for annotated, (_, _, gold) in zip(texts, chosen, strict=True):
        yield annotated, [list(one.content) for one in gold], False


def cases(annotated: Annotated, gold: list[Spans], *, nested: bool) -> Iterator[Case]:
    """The possible statements of an article; where those inside others are not marked, without them."""
    page = Page.of(annotated)
    reading = Read.of(page)
    marked = [words(page, spans) for spans in gold]
    found = possible(page)
    told = [[words(page, list(made.content)) for made in others] for others in found]
    shares = [[max((alike(own, one) for one in marked), default=0.0) for own in each] for each in told]
    outer = [own for each, of in zip(told, shares, strict=True) for own, s in zip(each, of, strict=True) if s >= SAME]
    for others, of in zip(found, shares, strict=True):
        if max(of) >= SAME or nested or not any(others[0].head in own for own in outer):
            weight = WEIGHT if nested else 1.0
            yield Case(annotated.article.id, weight, [dict(signs(page, m, reading)) for m in others], of)


def alike(own: set[int], other: set[int]) -> float:
    return len(own & other) / max(1, len(own | other))


def words(page: Page, spans: Spans) -> set[int]:
    return {i for span in spans for i in page.tokens_in(*span) if page.tokens[i].tag != "PUNCT"}


class Table:
    """All cases as rows of sizes, one for each of their edges; `starts` is the first row of each case."""

    def __init__(self, found: list[Case]) -> None:
        counts = Counter(name for case in found for own in case.signs for name in own)
        self.names = sorted(name for name, count in counts.items() if count >= RARE)
        places = {name: at for at, name in enumerate(self.names)}
        self.rows = np.zeros((sum(len(case.signs) for case in found), len(self.names)))
        for row, own in zip(self.rows, (own for case in found for own in case.signs), strict=True):
            for name, size in own.items():
                if name in places:
                    row[places[name]] = size
        self.case = np.repeat(np.arange(len(found)), [len(case.signs) for case in found])
        self.shares = np.array([share for case in found for share in case.shares])
        self.weights = np.array([case.weight for case in found])

    def of(self, some: Bools) -> tuple[Floats, Ints, Floats, Floats]:
        """Rows, their cases numbered anew, shares and weights of some cases."""
        held = some[self.case]
        return self.rows[held], (np.cumsum(some) - 1)[self.case[held]], self.shares[held], self.weights[some]


def fit(rows: Floats, case: Ints, shares: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """The weights of the signs: of edges, and of belief in what has the best ones."""
    edges = fit_edges(rows, case, shares, weights)
    best = chosen(rows @ edges, case)
    return edges, fit_belief(rows[best], shares[best] >= SAME, weights)


def fit_belief(rows: Floats, right: Bools, heavy: Floats) -> Floats:
    """A logistic regression by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS_OF_NEWTON):
        p = likely(rows @ weights)
        curve = (rows * (heavy * p * (1 - p))[:, None]).T @ rows + PULL * np.eye(len(weights))
        weights -= np.linalg.solve(curve, rows.T @ (heavy * (p - right)) + PULL * weights)
    return weights


def fit_edges(rows: Floats, case: Ints, shares: Floats, heavy: Floats) -> Floats:
    """A choice among the edges of each case that has right ones and others (Adam, a fixed number of steps)."""
    starts = np.flatnonzero(np.diff(case, prepend=-1))
    most, fewest = np.maximum.reduceat(shares, starts), np.minimum.reduceat(shares, starts)
    open_cases = (most >= FAIR) & (most - fewest > FAIR / 8)
    kept = open_cases[case]
    rows, case, shares, heavy = rows[kept], (np.cumsum(open_cases) - 1)[case[kept]], shares[kept], heavy[open_cases]
    wanted = by_case(SHARPNESS * shares, case)
    weights, mean, square = (np.zeros(rows.shape[1]) for _ in range(3))
    for step in range(1, STEPS_OF_ADAM + 1):
        slope = rows.T @ (heavy[case] * (by_case(rows @ weights, case) - wanted)) + PULL_OF_EDGES * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def by_case(scores: Floats, case: Ints) -> Floats:
    """Scores as chances among the rows of each case."""
    starts = np.flatnonzero(np.diff(case, prepend=-1))
    raised = np.exp(scores - np.maximum.reduceat(scores, starts)[case])
    chances: Floats = raised / np.add.reduceat(raised, starts)[case]
    return chances


def chosen(scores: Floats, case: Ints) -> Ints:
    """The row of each case with the greatest score, the first of equals."""
    starts = np.flatnonzero(np.diff(case, prepend=-1))
    ends = [*starts[1:].tolist(), len(case)]
    return np.array([first + int(scores[first:end].argmax()) for first, end in zip(starts.tolist(), ends, strict=True)])


def likely(odds: Floats) -> Floats:
    p: Floats = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return p


def out_of_fold(found: list[Case], table: Table) -> tuple[Floats, Bools]:
    """The belief in each case of weights that have not seen its article, and whether what was chosen is right."""
    articles = {name: at for at, name in enumerate(sorted({case.article for case in found}))}
    folds = np.array([articles[case.article] % FOLDS for case in found])
    scores, right = np.zeros(len(found)), np.zeros(len(found), bool)
    for fold in range(FOLDS):
        edges, weights = fit(*table.of(folds != fold))
        rows, case, shares, _ = table.of(folds == fold)
        best = chosen(rows @ edges, case)
        scores[folds == fold], right[folds == fold] = likely(rows[best] @ weights), shares[best] >= SAME
    return scores, right


def best_mark(scores: Floats, right: Bools, gold: int) -> tuple[float, float]:
    """The highest mark that gives little F1, and that F1, as far as each case stands alone."""
    curve = [
        (2 * float((right & (scores >= at)).sum()) / float((scores >= at).sum() + gold), round(float(at), 2))
        for at in np.arange(0.1, 0.9, 0.01)
    ]
    best = max(f1 for f1, _ in curve)
    return max((at, f1) for f1, at in curve if f1 >= best - GIVEN)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="write belief.toml anew")
    given = options.parse_args()
    parts = {"newswire": list(newswire()), "PolNeAR": list(polnear())}
    found = [case for part in parts.values() for one, gold, nested in part for case in cases(one, gold, nested=nested)]
    table = Table(found)
    scores, right = out_of_fold(found, table)
    marks = {}
    for name, part in parts.items():
        own = {one.article.id for one, _, _ in part}
        at = np.array([case.article in own for case in found])
        gold = sum(len(one) for _, one, _ in part)
        marks[name], f1 = best_mark(scores[at], right[at], gold)
        print(f"{name}: {at.sum()} possible, {right[at].sum()} right, {gold} marked; F1 {f1:.3f} at {marks[name]}")
    if given.write:
        mark = round(((PARTS - 1) * marks["newswire"] + marks["PolNeAR"]) / PARTS, 2)
        write(table.names, *fit(*table.of(np.ones(len(found), bool))), mark)


def write(names: list[str], edges: Floats, weights: Floats, mark: float) -> None:
    head = "# What each sign of a statement weighs; made by training/attribution_belief.py, not by hand."
    lines = [head, "", f"least = {mark}"]
    for title, table in (("edges", edges), ("weights", weights)):
        rows = [f'"{name}" = {weight:.2f}' for name, weight in zip(names, table, strict=True) if abs(weight) >= FEWEST]
        lines += ["", f"[{title}]", *rows]
    OUT.write_text("\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
