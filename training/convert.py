"""Corpora become arrays: `python -m training.convert` writes .work/reader/{attribution,entities,trees}.pkl.

Words and pieces are made by the code that runs in the product, so that training sees what running sees.
"""

import pickle
from collections import Counter
from pathlib import Path

import numpy as np

from dragoman.annotate.reader.pieces import Words, spans_of_words, words_of
from dragoman.annotate.reader.windows import after_ends
from training import corpora
from training.arrays import Ints, Read
from training.corpora import CORPORA, Document
from training.labels import all_names

WORK = Path(__file__).parents[1] / ".work/reader"


def inside(words: Words, spans: list[corpora.Span]) -> Ints:
    """The words that begin in one of the spans."""
    found = [
        np.arange(np.searchsorted(words.starts, start), np.searchsorted(words.starts, end)) for start, end in spans
    ]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, np.int64)


def attribution(names: dict[str, list[str]]) -> list[Read]:
    quantity = corpora.quantities(CORPORA / "ner/silver-train.jsonl")
    index = {label: i for i, label in enumerate(names["quantity"])}
    read: list[Read] = []
    for name, text, gold in corpora.polnear(CORPORA / "attribution/polnear/train"):
        spans = spans_of_words(text)
        words = words_of(text, spans)
        one = Read(name, words, words.begins_line | after_ends(words, [text[s:e] for s, e in spans]))
        count = len(words)
        cue, role = np.zeros(count, np.int64), np.zeros((count, 2), np.int64)
        for a in gold:
            places = tuple(inside(words, part) for part in (a.source, a.content, a.cue))
            if not len(places[2]):
                continue
            one.attributions.append(places)
            cue[places[2]] = 2
            role[places[0], 0] = role[places[1], 1] = 1
        for places in one.attributions:
            cue[places[2][0]] = 1
        one.labels = {"cue": cue, "role": role, "quantity": np.full(count, -1, np.int64)}
        for start, end, label in quantity.get(name, []):
            at = np.arange(np.searchsorted(words.starts, start), np.searchsorted(words.starts, end))
            one.labels["quantity"][at] = index[label]
            one.labels["quantity"][at[1:]] = index["O" if label == "O" else "I" + label[1:]]
        read.append(one)
    return read


def labelled(doc: Document, names: dict[str, list[str]], text: str) -> Read:
    words = words_of(text, doc.spans)
    one = Read(doc.name, words, words.begins_line | after_ends(words, [text[s:e] for s, e in doc.spans]))
    for layer, column in doc.columns.items():
        index = {label: i for i, label in enumerate(names[layer])}
        one.labels[layer] = np.array([index.get(label, -1) for label in column], np.int64)
    return one


def main() -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    names = all_names()
    entities = [labelled(d, names, d.text) for c, d in corpora.newswire() if c not in corpora.HELD_OUT]
    trees: list[Read] = []
    for bank in ("ewt", "gum"):
        for doc in corpora.trees(CORPORA / f"ud/{bank}-train.conllu"):
            one = labelled(doc, names, doc.text)
            one.labels["head"] = np.array(doc.heads, np.int64)
            one.labels["sentence"] = np.array(doc.sentence_starts, np.int64)
            one.cut = np.array(doc.sentence_starts, np.bool_)
            trees.append(one)
    sets = {"attribution": attribution(names), "entities": entities, "trees": trees}
    for name, documents in sets.items():
        (WORK / f"{name}.pkl").write_bytes(pickle.dumps(documents))
        total = Counter(words=sum(len(d.words) for d in documents), pieces=sum(len(d.words.pieces) for d in documents))
        print(name, len(documents), "documents", dict(total))


if __name__ == "__main__":
    main()
