"""The heads for events and loaded words: `python -m training.more_heads`, after the export.

    python -m training.more_heads [--weights FOLDER]

What they learn from is little (94 annotated articles, some thousand sentences), so the encoder stays as it is, and each
head is a logistic regression over three of its layers, put into the file as further columns of `labels`. The figures
printed are of five folds, by article and by sentence; the heads written have learned from all. What the folds say
of the annotated articles is kept in .work/reader/event_folds.json, for whatever learns from the same articles
(`out_of_fold`): it must not see a head that knows the answers.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper, numpy_helper
from sklearn.linear_model import LogisticRegression

from dragoman.annotate.language import OPEN, own_text, trigger_scores
from dragoman.annotate.reader import network, read
from dragoman.model.plover import EventType
from dragoman.model.reading import TriggerScores
from dragoman.model.text import Article
from dragoman.read import read as read_files
from training.convert import WORK
from training.corpora import CORPORA
from training.events_score import gold_of
from training.framing_marked import babe, techniques
from training.graphs import labels_without, without
from training.vectors import LAYERS, Vectors, end_of, vectors

FOLDS = 5
EVENT_STRENGTH, LOADED_STRENGTH = 0.01, 0.003  # the inverse of each penalty
ONE_OF = 4  # loaded words are rare in many texts
EVENT_NAMES = ("none", *(kind.value for kind in EventType))
KEPT = WORK / "event_folds.json"
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a text as vectors, with what is known of each (-1: it does not count) and its gold spans."""

    name: str
    starts: Ints
    vectors: Vectors
    truth: Ints
    open: npt.NDArray[np.bool_]
    gold: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Linear:
    """Scores of labels as a matrix and a constant."""

    weight: Floats
    bias: Floats

    def __call__(self, x: Vectors) -> Floats:
        found: Floats = x @ self.weight + self.bias
        return found


def annotated(file: Path) -> list[Text]:
    """The annotated articles, in the order of their annotation."""
    found = {Path(a.path).stem: a for a in read_files([str(CORPORA / "events/annotated/articles")])}
    rows = [json.loads(line) for line in (CORPORA / "events/annotated/annotations.jsonl").open(encoding="utf-8")]
    pairs = [(found[row["article"]], row) for row in rows if row["article"] in found]
    return [of_article(a, row["events"], file) for a, row in pairs if isinstance(a, Article)]


def of_article(article: Article, rows: list[dict[str, object]], file: Path) -> Text:
    """Of each trigger the word that the others hang on has its type; the others do not count."""
    text = own_text(article)
    words, found = vectors(text, file)
    layers = read(text, lines_part=True)
    truth = np.zeros(len(words), np.int64)
    gold = list(gold_of(article.text, rows))
    for one in gold:
        first, last = np.searchsorted(words.starts, one.trigger)
        inside = range(int(first), int(last))
        truth[first:last] = np.where(truth[first:last] == 0, -1, truth[first:last])
        tops = [i for i in inside if int(layers.heads[i]) not in inside or layers.heads[i] == i]
        chosen = next((i for i in tops if layers.upos[i] in OPEN), tops[0] if tops else None)
        if chosen is not None:
            truth[chosen] = EVENT_NAMES.index(str(one.row["type"]))
    said = tuple((*one.trigger, str(one.row["type"])) for one in gold)
    return Text(Path(article.path).stem, words.starts, found, truth, np.isin(layers.upos, sorted(OPEN)), said)


def fitted(texts: Sequence[Text], labels: int, strength: float, one_of: int = 1) -> Linear:
    """Logistic regression over the open words, the spread of each number made one and put back into the weights.

    Of the words without a label `one_of` many are learned from, and count for all of them.
    """
    x = np.concatenate([text.vectors[text.open & (text.truth >= 0)] for text in texts])
    y = np.concatenate([text.truth[text.open & (text.truth >= 0)] for text in texts])
    mean, spread = x.mean(0), x.std(0) + 1e-4
    kept = np.flatnonzero((y > 0) | (np.arange(len(y)) % one_of == 0))
    counts = np.where(y[kept] > 0, 1.0, one_of)
    model = LogisticRegression(C=strength, max_iter=60, tol=1e-3).fit((x[kept] - mean) / spread, y[kept], counts)
    own = (model.coef_ / spread).T
    constant = model.intercept_ - mean @ own
    if labels == 1:
        return Linear(own, constant)
    weight, bias = np.zeros((x.shape[1], labels)), np.full(labels, -20.0)
    weight[:, model.classes_], bias[model.classes_] = own, constant
    return Linear(weight, bias)


def in_folds(texts: Sequence[Text], labels: int, strength: float, one_of: int = 1) -> list[Floats]:
    """What is said of each text by a head that has not seen it."""
    found: list[Floats] = [np.zeros(0)] * len(texts)
    for fold in range(FOLDS):
        head = fitted([text for i, text in enumerate(texts) if i % FOLDS != fold], labels, strength, one_of)
        for i in range(fold, len(texts), FOLDS):
            found[i] = head(texts[i].vectors)
    return found


def typed(texts: Sequence[Text], said: Sequence[Floats], least: float) -> tuple[int, int, int]:
    """Right, found and gold: right is a word inside a trigger, of its type, each trigger once."""
    right = found = gold = 0
    for text, scores in zip(texts, said, strict=True):
        chances = network.softmax(scores.astype(np.float32))
        words = np.flatnonzero(text.open & (1 - chances[:, 0] >= least))
        told = [(int(text.starts[i]), EVENT_NAMES[1 + int(chances[i, 1:].argmax())]) for i in words]
        free = list(text.gold)
        found, gold = found + len(told), gold + len(free)
        for at, kind in told:
            hit = next((one for one in free if one[0] <= at < one[1] and one[2] == kind), None)
            if hit is not None:
                free.remove(hit)
                right += 1
    return right, found, gold


def out_of_fold() -> dict[str, tuple[TriggerScores, ...]]:
    """By article's stem: `Reading.triggers` as a head tells them that has not seen the article."""
    rows: dict[str, list[tuple[int, list[tuple[str, float]]]]] = json.loads(KEPT.read_text(encoding="utf-8"))
    return {
        name: tuple(TriggerScores(token, tuple((EventType(kind), p) for kind, p in said)) for token, said in found)
        for name, found in rows.items()
    }


def keep(texts: Sequence[Text], said: Sequence[Floats]) -> None:
    rows = {}
    for text, scores in zip(texts, said, strict=True):
        told = trigger_scores(network.softmax(scores.astype(np.float32)), text.open.tolist())
        rows[text.name] = [[one.token, [[kind.value, p] for kind, p in one.chances]] for one in told]
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text(json.dumps(rows), encoding="utf-8")


def events(file: Path) -> Linear:
    texts = annotated(file)
    said = in_folds(texts, len(EVENT_NAMES), EVENT_STRENGTH)
    keep(texts, said)
    tallies = {least: typed(texts, said, least) for least in (0.25, 0.3, 0.35, 0.4, 0.45)}
    least, (right, found, gold) = max(tallies.items(), key=lambda pair: pair[1][0] / (pair[1][1] + pair[1][2]))
    both = 2 * right / (found + gold)
    print(f"event, five folds by article: typed F1 {both:.3f}, P {right / found:.3f} R {right / gold:.3f} at {least}")
    return fitted(texts, len(EVENT_NAMES), EVENT_STRENGTH)


def loaded(file: Path) -> Linear:
    """Fitted on BABE and the spans of propaganda; measured on BABE by folds of its sentences."""
    sentences = [of_marked(text, spans, file) for text, spans, _ in babe()]
    said = in_folds(sentences, 1, LOADED_STRENGTH, ONE_OF)
    chances = np.concatenate([network.sigmoid(scores[:, 0].astype(np.float32)) for scores in said])
    truth = np.concatenate([text.truth for text in sentences]) == 1
    chances *= np.concatenate([text.open for text in sentences])
    found = {least: chances >= least for least in (0.15, 0.2, 0.25, 0.3)}
    f1 = {least: 2 * (truth & yes).sum() / (truth.sum() + yes.sum()) for least, yes in found.items()}
    best = max(f1, key=lambda least: f1[least])
    print(f"loaded words of BABE, five folds: F1 {f1[best]:.3f} at {best}")
    by_sentence(said, [biased for _, _, biased in babe()])
    more = [of_marked(text, spans, file) for text, spans in techniques()]
    return fitted([*sentences, *more], 1, LOADED_STRENGTH, ONE_OF)


def by_sentence(said: Sequence[Floats], biased: Sequence[bool]) -> None:
    """How well the likeliest word of a sentence tells whether readers found the sentence biased."""
    most, truth = np.array([scores.max() for scores in said]), np.array(biased)
    macro = {}
    for least in np.arange(-3.0, 1.0, 0.1):
        parts = ((truth, most >= least), (~truth, most < least))
        macro[least] = np.mean([2 * (t & p).sum() / (t.sum() + p.sum()) for t, p in parts])
    print(f"sentences of BABE by their likeliest word, five folds: macro F1 {max(macro.values()):.3f}")


def of_marked(text: str, spans: Sequence[tuple[int, int]], file: Path) -> Text:
    words, found = vectors(text, file)
    truth = np.zeros(len(words), np.int64)
    for start, end in spans:
        truth[np.searchsorted(words.starts, start) : np.searchsorted(words.starts, end)] = 1
    letters = np.array([text[at].isalpha() for at in words.starts])
    return Text("", words.starts, found, truth, letters)


def put(folder: Path, heads: dict[str, Linear], names: dict[str, list[str]]) -> None:
    """The heads as further columns of `labels`, and their labels behind the others'; others there before stay, but that
    for offers and answers, which is to be put in anew."""
    file = folder / "reader.onnx"
    model = without(onnx.load(str(file)))
    graph = model.graph
    said = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    said["heads"] = labels_without(said["heads"])
    heads = {**before_in(graph, said["heads"]), **heads}
    names = {name: names.get(name, said["heads"].get(name, [])) for name in heads}
    before = [node for node in graph.node if not node.name.startswith("more/")]
    last = next(node for node in before if "labels" in node.output or "labels_first" in node.output)
    last.output[0] = "labels_first"
    arrays = {
        "more/weight": np.concatenate([head.weight for head in heads.values()], axis=1),
        "more/bias": np.concatenate([head.bias for head in heads.values()]),
    }
    own = [one for one in graph.initializer if one.name not in arrays]
    own += [numpy_helper.from_array(array.astype(np.float32), name) for name, array in arrays.items()]
    nodes = [
        helper.make_node("Concat", [end_of(layer) for layer in LAYERS], ["more/in"], "more/in", axis=2),
        helper.make_node("MatMul", ["more/in", "more/weight"], ["more/product"], "more/product"),
        helper.make_node("Add", ["more/product", "more/bias"], ["more/labels"], "more/labels"),
        helper.make_node("Concat", ["labels_first", "more/labels"], ["labels"], "more/all", axis=2),
    ]
    for kept, new in ((graph.initializer, own), (graph.node, [*before, *nodes])):
        copies = list(new)
        del kept[:]
        kept.extend(copies)
    output = next(one for one in graph.output if one.name == "labels")
    output.type.tensor_type.shape.dim[2].Clear()
    onnx.save(model, str(file))
    said["heads"] = {name: labels for name, labels in said["heads"].items() if name not in names} | names
    (folder / "labels.json").write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def before_in(graph: onnx.GraphProto, labels: dict[str, list[str]]) -> dict[str, Linear]:
    """The further heads that the file has: the last of its labels."""
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer if one.name.startswith("more/")}
    if not arrays:
        return {}
    weight, bias = arrays["more/weight"], arrays["more/bias"]
    found: dict[str, Linear] = {}
    end = weight.shape[1]
    for name in reversed(labels):
        if end <= 0:
            break
        begin = end - len(labels[name])
        found[name] = Linear(weight[:, begin:end], bias[begin:end])
        end = begin
    return dict(reversed(found.items()))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--weights", type=Path, default=network.WEIGHTS)
    said = ask.parse_args()
    network.WEIGHTS = said.weights
    file = said.weights / "reader.onnx"
    heads = {"event": events(file), "loaded": loaded(file)}
    put(said.weights, heads, {"event": list(EVENT_NAMES), "loaded": ["loaded"]})


if __name__ == "__main__":
    main()
