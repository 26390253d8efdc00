"""Read a text: every layer the network knows of it, as plain arrays over its words.

Each word's labels come from the window in which it stands most in the middle; a cue's links are the mean of
what the windows say that hold it. It does not decide which words make up an attribution: see `decode`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from dragoman.annotate.reader.network import (
    FAINTEST_CUE,
    Floats,
    Scores,
    labels,
    one_thread,
    scores_of,
    sigmoid,
    softmax,
)
from dragoman.annotate.reader.pieces import Words, words_of
from dragoman.annotate.reader.runs import Run, runs
from dragoman.annotate.reader.trees import relations, tree
from dragoman.annotate.reader.windows import Window, after_ends, windows

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
ENDED, NOT_ENDED = 4.0, 2.0  # how much a full stop before a word, or none, speaks for and against a sentence


@dataclass(frozen=True, slots=True)
class CueLinks:
    """A word that may begin a cue, and what the words from `begin` on are to it, as probabilities."""

    first: int
    begin: int
    source: Floats
    content: Floats
    cue: Floats


@dataclass(frozen=True, slots=True)
class Layers:
    """What the network read. A root is its own head; probabilities have a row for each word.

    `event` has a column for no event and one for each type, `gist` the axes of `model.gists`, `exchange` a column for
    each of `model.reading.EXCHANGE`, `matter` scores of each kind of offer; they and `loaded` are empty where the file
    lacks the heads.
    """

    starts: Ints
    ends: Ints
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: Ints
    relations: tuple[str, ...]
    sentence_starts: Bools
    entities: tuple[Run, ...]
    quantities: tuple[Run, ...]
    entity: Floats
    quantity: Floats
    cue: Floats
    source: Floats
    content: Floats
    links: tuple[CueLinks, ...]
    event: Floats
    loaded: Floats
    gist: Floats
    exchange: Floats
    matter: Floats


@dataclass(frozen=True, slots=True)
class Scored:
    """What the network says of a text, window by window; `after_end` are the words behind a full stop."""

    text: str
    words: Words
    after_end: Bools
    windows: list[Window]
    scores: list[Scores]


def read(
    text: str,
    *,
    spans: list[tuple[int, int]] | None = None,
    sentence_starts: Iterable[int] | None = None,
    lines_part: bool = False,
    threads: int = 1,
) -> Layers:
    """All layers of a text. `spans`: its words, where known; `sentence_starts`: its sentences, where known.

    Where `lines_part`, every line begins a sentence; else only one after a blank line must.
    """
    starts = None if sentence_starts is None else list(sentence_starts)
    found = scored(text, spans=spans, sentence_starts=starts, threads=threads)
    return layers_of(found, sentence_starts=starts, lines_part=lines_part)


def scored(
    text: str,
    *,
    spans: list[tuple[int, int]] | None = None,
    sentence_starts: Sequence[int] | None = None,
    threads: int = 1,
) -> Scored:
    """The slow half of reading: the network itself, which works outside the interpreter."""
    words = words_of(text, spans)
    strings = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    after_end = after_ends(words, strings)
    begins = words.begins_line | after_end if sentence_starts is None else _at(sentence_starts, len(words))
    found = windows(words, begins)
    return Scored(text, words, after_end, found, [scores_of(words, window, threads) for window in found])


def layers_of(read: Scored, *, sentence_starts: Sequence[int] | None = None, lines_part: bool = False) -> Layers:
    """The quick half of reading: what the scores of the network come to."""
    text, words, after_end, found, scores = read.text, read.words, read.after_end, read.windows, read.scores
    by_word = {name: _by_word(found, scores, name) for name in labels()["heads"]}
    if sentence_starts is None:
        odds = by_word["sentence"][:, 1] - by_word["sentence"][:, 0]
        odds += ENDED * after_end - NOT_ENDED * ~(after_end | words.begins_line)
        begins = (odds > 0) | _parted(text, words, feeds=1 if lines_part else 2)
    else:
        begins = _at(sentence_starts, len(words))
    begins[:1] = True
    with one_thread().limit(limits=1, user_api="blas"):
        heads, rels = _trees(begins, found, scores)
    names = labels()
    cue, role = softmax(by_word["cue"]), sigmoid(by_word["role"])
    entity, quantity = softmax(by_word["entity"]), softmax(by_word["quantity"])
    return Layers(
        starts=words.starts,
        ends=words.ends,
        upos=tuple(names["heads"]["upos"][i] for i in by_word["upos"].argmax(axis=1)),
        xpos=tuple(names["heads"]["xpos"][i] for i in by_word["xpos"].argmax(axis=1)),
        heads=heads,
        relations=tuple(names["rel"][i] for i in rels),
        sentence_starts=begins,
        entities=tuple(runs(entity, names["heads"]["entity"])),
        quantities=tuple(runs(quantity, names["heads"]["quantity"])),
        entity=entity,
        quantity=quantity,
        cue=cue,
        source=role[:, 0],
        content=role[:, 1],
        links=_links(found, scores, cue),
        event=softmax(by_word["event"]) if "event" in by_word else np.zeros((len(words), 0), np.float32),
        loaded=sigmoid(by_word["loaded"])[:, 0] if "loaded" in by_word else np.zeros(0, np.float32),
        gist=by_word.get("gist", np.zeros((len(words), 0), np.float32)),
        exchange=sigmoid(by_word.get("exchange", np.zeros((len(words), 0), np.float32))),
        matter=by_word.get("matter", np.zeros((len(words), 0), np.float32)),
    )


def _at(places: Sequence[int], count: int) -> Bools:
    """Of so many words those at the places."""
    there = np.zeros(count, np.bool_)
    there[list(places)] = True
    return there


def _by_word(found: list[Window], scores: list[Scores], name: str) -> Floats:
    if not found:
        return np.zeros((0, len(labels()["heads"][name])), np.float32)
    return np.concatenate(
        [s.labels[name][w.own_begin - w.begin : w.own_end - w.begin] for w, s in zip(found, scores, strict=True)]
    )


def _parted(text: str, words: Words, *, feeds: int) -> Bools:
    """Which words stand so many line feeds or more after the word before."""
    lines = np.flatnonzero(words.begins_line)
    after = np.zeros(len(words), np.bool_)
    for i in lines[lines > 0]:
        after[i] = text[words.ends[i - 1] : words.starts[i]].count("\n") >= feeds
    return after


def _trees(begins: Bools, found: list[Window], scores: list[Scores]) -> tuple[Ints, Ints]:
    """Heads and labels, sentence by sentence, each from the window that holds it best."""
    heads, rels = np.arange(len(begins)), np.zeros(len(begins), np.int64)
    bounds = [*np.flatnonzero(begins).tolist(), len(begins)] if len(begins) else [0]
    w = 0
    for begin, end in pairwise(bounds):
        root = -1
        while begin < end:
            while w + 1 < len(found) and found[w].own_end <= begin:
                w += 1
            holder = _holder(found, w, begin, end)
            stop = min(end, found[holder].end)
            part_root = _tree_of(begin, stop, found[holder], scores[holder], heads, rels)
            if root >= 0:
                heads[part_root], rels[part_root] = root, labels()["rel"].index("parataxis")
            root = part_root if root < 0 else root
            begin = stop
    return heads, rels


def _holder(found: list[Window], w: int, begin: int, end: int) -> int:
    """Of the windows about `w` the first that holds all the words, or else `w`."""
    near = [v for v in (w, w + 1, w - 1) if 0 <= v < len(found)]
    holding = [v for v in near if found[v].begin <= begin and end <= found[v].end]
    return holding[0] if holding else w


def _tree_of(begin: int, end: int, window: Window, scores: Scores, heads: Ints, rels: Ints) -> int:
    """Fill in the tree over words `begin` to `end`; returns its root."""
    low, high = begin - window.begin, end - window.begin
    columns = np.concatenate([[0], np.arange(low + 1, high + 1)])
    found = tree(scores.arc[low:high, columns])
    is_root = found == 0
    rels[begin:end] = relations(scores.rel_dependent[low:high], scores.rel_head[columns[found]], is_root)
    heads[begin:end] = np.where(is_root, np.arange(begin, end), begin + found - 1)
    return begin + int(np.flatnonzero(is_root)[0])


def _links(found: list[Window], scores: list[Scores], cue: Floats) -> tuple[CueLinks, ...]:
    """For every word that may begin a cue, the mean of what its windows say of the words around it."""
    rows: dict[int, list[tuple[int, Floats]]] = {}
    for window, said in zip(found, scores, strict=True):
        for i, row in said.pair.items():
            rows.setdefault(window.begin + i, []).append((window.begin, row))
    links: list[CueLinks] = []
    for first in np.flatnonzero(cue[:, 1] >= FAINTEST_CUE).tolist():
        begin = min(low for low, _ in rows[first])
        end = max(low + row.shape[1] for low, row in rows[first])
        total, seen = np.zeros((3, end - begin), np.float32), np.zeros(end - begin, np.float32)
        for low, row in rows[first]:
            total[:, low - begin : low - begin + row.shape[1]] += row
            seen[low - begin : low - begin + row.shape[1]] += 1
        mean: Floats = (total / seen).astype(np.float32)
        source, content, own = sigmoid(mean)
        links.append(CueLinks(first, begin, source, content, own))
    return tuple(links)
