"""Every figure of the reader, from the file that is shipped: `python -m training.evaluate`.

`--weights FOLDER` measures other weights, `--only attribution,entities,trees,quantities,speed` less.
"""

import argparse
import importlib.util
import json
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

import numpy as np

from dragoman.annotate.reader import network
from dragoman.annotate.reader.decode import attributions
from dragoman.annotate.reader.layers import read
from training import corpora
from training.corpora import CORPORA, Document

PARTS = ("attribution", "entities", "trees", "quantities", "speed")


def f1(right: int, found: int, gold: int) -> str:
    precision, recall = right / max(found, 1), right / max(gold, 1)
    both = 2 * right / max(found + gold, 1)
    return f"P {precision:.3f} R {recall:.3f} F1 {both:.3f} ({gold})"


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", CORPORA / "attribution/score_attribution.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def attribution() -> None:
    """PolNeAR dev, first annotator, with the scorer of the corpora."""
    score, counts = scorer(), []
    for _, text, gold in score.load_gold(str(CORPORA / "attribution/polnear/dev")):
        found = [
            {role: [list(span) for span in getattr(a, role)] for role in ("source", "cue", "content")}
            for a in attributions(text, read(text))
        ]
        counts.append(score.score_doc(text, gold, found))
    total = score.add(counts)
    for level, grades in (("tok", score.ROLES), ("att", score.GRADES)):
        for grade in grades:
            for kind in ("all", *score.TYPES) if level == "att" else ("all",):
                c = total[level, grade, kind]
                precision, recall, both = score.prf(c)
                print(f"{level} {grade:15} {kind:8} P {precision:.3f} R {recall:.3f} F1 {both:.3f} ({c[1]}, {c[3]})")


def spans_of(column: list[str]) -> set[tuple[int, int, str]]:
    """The runs of a BIO column."""
    found: set[tuple[int, int, str]] = set()
    begin, kind = 0, ""
    for i, label in enumerate([*column, "O"]):
        if kind and label != f"I-{kind}":
            found.add((begin, i, kind))
            kind = ""
        if label != "O" and not kind:
            begin, kind = i, label[2:]
    return found


def entities() -> None:
    """Exact spans of the nine kinds, countries not trained on, words as given."""
    right, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for country, doc in corpora.newswire():
        if country not in corpora.HELD_OUT:
            continue
        true = spans_of(doc.columns["entity"])
        said = {(r.first, r.last, r.kind) for r in read(doc.text, spans=doc.spans).entities}
        for counter, members in ((right, true & said), (found, said), (gold, true)):
            counter.update(kind for _, _, kind in members)
    print("entity all         ", f1(right.total(), found.total(), gold.total()))
    for kind, _ in gold.most_common():
        print(f"entity {kind:12}", f1(right[kind], found[kind], gold[kind]))


def quantities() -> None:
    """Against the silver annotation, words as given there."""
    texts = CORPORA / "attribution/polnear/dev/text"
    right = found = gold = 0
    for name, words in corpora.quantities(CORPORA / "ner/silver-dev.jsonl").items():
        file = texts / f"{name}.txt"
        if not file.exists():
            continue
        with file.open(encoding="utf-8", newline="") as opened:
            text = opened.read()
        spans = [(start, end) for start, end, _ in words]
        true = spans_of([label for _, _, label in words])
        said = {(r.first, r.last, r.kind) for r in read(text, spans=spans).quantities}
        right, found, gold = right + len(true & said), found + len(said), gold + len(true)
    print("quantity (silver)  ", f1(right, found, gold))


def trees() -> None:
    """Gold words; first with gold sentences, then with the reader's own."""
    for bank in ("ewt", "gum"):
        docs = list(corpora.trees(CORPORA / f"ud/{bank}-dev.conllu"))
        for given in (True, False):
            counts = Counter[str]()
            for doc in docs:
                counts += _tree_counts(doc, given)
            n = counts["words"]
            said = " ".join(f"{name} {counts[name] / n:.4f}" for name in ("upos", "xpos", "uas", "las"))
            sentences = f1(counts["right"], counts["found"], counts["gold"])
            print(f"{bank} {'gold' if given else 'own '} sentences: {said}; sentences {sentences}")


def _tree_counts(doc: Document, given: bool) -> Counter[str]:
    starts = np.flatnonzero(doc.sentence_starts).tolist()
    layers = read(doc.text, spans=doc.spans, sentence_starts=starts if given else None)
    own = np.flatnonzero(layers.sentence_starts).tolist()
    sentences = [set(zip(s, [*s[1:], len(doc.spans)], strict=True)) for s in (starts, own)]
    right_head = [int(a) == b for a, b in zip(layers.heads, doc.heads, strict=True)]
    right_rel = [a == b for a, b in zip(layers.relations, doc.columns["rel"], strict=True)]
    counts = Counter(
        words=len(doc.spans),
        uas=sum(right_head),
        las=sum(h and r for h, r in zip(right_head, right_rel, strict=True)),
        right=len(sentences[0] & sentences[1]),
        found=len(sentences[1]),
        gold=len(sentences[0]),
    )
    for layer in ("upos", "xpos"):
        said = getattr(layers, layer)
        counts[layer] = sum(a == b for a, b in zip(said, doc.columns[layer], strict=True))
    return counts


def speed() -> None:
    """Words per second of everything, attributions too, on one thread."""
    texts = [doc.text for country, doc in corpora.newswire() if country == "kr"]
    read(texts[0])
    begin, words = time.perf_counter(), 0
    for text in texts:
        layers = read(text)
        attributions(text, layers)
        words += len(layers.starts)
    print(f"speed {words / (time.perf_counter() - begin):.0f} words per second on one thread ({words} words)")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--weights", type=Path)
    ask.add_argument("--only", default=",".join(PARTS))
    said = ask.parse_args()
    if said.weights:
        network.WEIGHTS = said.weights
    print(json.dumps({"weights": str(said.weights or network.WEIGHTS)}))
    for part in said.only.split(","):
        {"attribution": attribution, "entities": entities, "trees": trees, "quantities": quantities, "speed": speed}[
            part
        ]()


if __name__ == "__main__":
    main()
