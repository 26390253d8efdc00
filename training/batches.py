"""Batches: random windows of documents as tensors, with the labels of their words.

A document is cut anew each time it is read: it may begin anywhere near its start, and some windows are
short. Case, line beginnings and pieces are hidden at random, so that texts in capitals, without capitals or
with broken lines can be read too.
"""

import pickle
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from dragoman.annotate.reader.pieces import BEGINS_LINE, IN_QUOTATION, SHAPES
from dragoman.annotate.reader.windows import MOST
from training.arrays import Read
from training.convert import WORK

CLS, SEP, MASK = 101, 102, 103
LOWER, CAPITALISED, ALLCAPS, MIXED = (SHAPES.index(s) for s in ("lower", "Capitalised", "ALLCAPS", "MiXed"))
WITH_LETTERS = (LOWER, CAPITALISED, ALLCAPS, MIXED)


@dataclass(slots=True)
class Batch:
    """Pieces of some windows; `row` and `at` say where the first piece of every word stands."""

    ids: Tensor
    attention: Tensor
    shapes: Tensor
    row: Tensor
    at: Tensor
    labels: dict[str, Tensor]
    cue: Tensor | None = None
    pairs: Tensor | None = None
    sentence_of: Tensor | None = None


def cut_windows(doc: Read, rng: random.Random) -> Iterator[tuple[int, int]]:
    first, count = doc.words.first, len(doc.words)
    places = np.flatnonzero(doc.cut)
    near = places[first[places] < MOST]
    begin = int(rng.choice(near.tolist())) if len(near) and rng.random() < 0.5 else 0
    while begin < count:
        most = MOST if rng.random() < 0.85 else rng.randint(30, MOST)
        limit = int(np.searchsorted(first, first[begin] + most, side="right")) - 1
        if limit >= count:
            end = count
        else:
            before = places[(places > begin) & (places <= limit)]
            end = int(before[-1]) if len(before) else max(limit, begin + 1)
        yield begin, end
        begin = end


def endless(documents: list[Read], seed: int) -> Iterator[tuple[Read, int, int]]:
    """Windows of all documents, shuffled, for ever."""
    rng = random.Random(seed)
    while True:
        cut = [(doc, begin, end) for doc in documents for begin, end in cut_windows(doc, rng)]
        rng.shuffle(cut)
        yield from cut


def word_shapes(doc: Read, begin: int, end: int, rng: random.Random) -> np.ndarray:
    shapes = doc.words.shapes[begin:end].copy()
    lines = doc.words.begins_line[begin:end].astype(np.int64)
    quoted = doc.words.quoted[begin:end].astype(np.int64)
    dice = rng.random()
    letters = np.isin(shapes, WITH_LETTERS)
    if dice < 0.08:
        shapes[letters] = LOWER
    elif dice < 0.12:
        shapes[letters] = ALLCAPS
    dice = rng.random()
    if dice < 0.06:
        lines[1:] = 0
    elif dice < 0.10:
        lines[rng.randrange(12) :: 12] = 1
    if rng.random() < 0.04:
        quoted[:] = 0
    return shapes + BEGINS_LINE * lines + IN_QUOTATION * quoted


def batch_of(windows: list[tuple[Read, int, int]], rng: random.Random, most_hidden: float = 0.06) -> Batch:
    """The windows as tensors; of each up to `most_hidden` of its pieces are hidden."""
    widths = [int(d.words.first[e] - d.words.first[b]) + 2 for d, b, e in windows]
    width = max(widths)
    ids = np.zeros((len(windows), width), np.int64)
    attention, shapes = np.zeros_like(ids), np.zeros_like(ids)
    sentence_of = np.full_like(ids, -1)
    rows, ats = [], []
    labels: dict[str, list[np.ndarray]] = {}
    cues: list[tuple[int, int]] = []
    pairs: list[np.ndarray] = []
    for r, (doc, begin, end) in enumerate(windows):
        first = doc.words.first[begin : end + 1] - doc.words.first[begin] + 1
        at, n = first[:-1], int(first[-1])
        pieces = doc.words.pieces[doc.words.first[begin] : doc.words.first[end]].copy()
        hidden = rng.random() * most_hidden
        pieces[np.array([rng.random() < hidden for _ in range(len(pieces))])] = MASK
        ids[r, 0], ids[r, 1:n], ids[r, n] = CLS, pieces, SEP
        attention[r, : n + 1] = 1
        by_word = word_shapes(doc, begin, end, rng)
        by_piece = np.repeat(by_word, np.diff(first))
        later = np.ones(len(by_piece), np.bool_)
        later[at - 1] = False
        by_piece[later] &= ~BEGINS_LINE
        shapes[r, 1:n] = by_piece
        rows.append(np.full(len(at), r))
        ats.append(at)
        for name, column in doc.labels.items():
            if name == "head":
                head = column[begin:end]
                within = (head >= begin) & (head < end)
                place = np.where(within, at[np.clip(head - begin, 0, len(at) - 1)], -100)
                column_here = np.where(head == np.arange(begin, end), 0, place)
            else:
                column_here = column[begin:end]
            labels.setdefault(name, []).append(column_here)
        if "sentence" in doc.labels:
            sentence_of[r, at] = np.cumsum(doc.labels["sentence"][begin:end]) + 1
        for places in doc.attributions:
            cue = int(places[2][0])
            if not begin <= cue < end:
                continue
            target = np.zeros((width, 3), np.float32)
            for role, members in enumerate(places):
                here = members[(members >= begin) & (members < end)] - begin
                target[at[here], role] = 1
            cues.append((r, int(at[cue - begin])))
            pairs.append(target)
    return Batch(
        ids=torch.from_numpy(ids),
        attention=torch.from_numpy(attention),
        shapes=torch.from_numpy(shapes),
        row=torch.from_numpy(np.concatenate(rows)),
        at=torch.from_numpy(np.concatenate(ats)),
        labels={name: torch.from_numpy(np.concatenate(columns)) for name, columns in labels.items()},
        cue=torch.tensor(cues) if cues else None,
        pairs=torch.from_numpy(np.stack(pairs)) if pairs else None,
        sentence_of=torch.from_numpy(sentence_of),
    )


def load(name: str, folder: Path = WORK) -> list[Read]:
    documents: list[Read] = pickle.loads((folder / f"{name}.pkl").read_bytes())
    return [doc for doc in documents if len(doc.words)]
