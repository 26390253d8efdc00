"""The network itself: one window of pieces in, scores out.

Windows go through one by one on a fixed number of threads. Eight-bit arithmetic takes its scale from the
whole of what is given at once, so a window read in company would depend on its company; read alone it gives
the same numbers every time, and on a processor company would save a twentieth of the time at most.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from threadpoolctl import ThreadpoolController

from dragoman.annotate.reader.pieces import BEGINS_LINE, IN_QUOTATION, WEIGHTS, Words
from dragoman.annotate.reader.windows import Window

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

CLS, SEP = 101, 102
FAINTEST_CUE = 0.05
OUTPUTS = ("labels", "pair", "arc", "rel_dependent", "rel_head")


@dataclass(frozen=True, slots=True)
class Scores:
    """Raw scores of one window, a row for each of its words.

    Column 0 of `arc` and row 0 of `rel_head` are the root. `pair` has (source, content, cue) by word, and
    only the words that may begin a cue.
    """

    labels: dict[str, Floats]
    pair: dict[int, Floats]
    arc: Floats
    rel_dependent: Floats
    rel_head: Floats


def softmax(scores: Floats) -> Floats:
    """Probabilities by row; of no rows, none."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True)) if len(scores) else scores
    probabilities: Floats = raised / raised.sum(axis=1, keepdims=True)
    return probabilities


def sigmoid(scores: Floats) -> Floats:
    """Probabilities one by one."""
    return (1 / (1 + np.exp(-scores))).astype(np.float32)


@cache
def labels() -> dict[str, Any]:
    """The names of what the scores mean: `heads` (per word), `pair` and `rel`."""
    said: dict[str, Any] = json.loads((WEIGHTS / "labels.json").read_text(encoding="utf-8"))
    return said


@cache
def relation_weights() -> Floats:
    """(97, relations * 97): what scores the labels of an arc from the vectors of its two ends."""
    weights = np.load(WEIGHTS / "relations.npy").astype(np.float32)
    return np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(weights.shape[1], -1))


@cache
def one_thread() -> ThreadpoolController:
    """What keeps matrix products on one thread: faster on a busy machine, and the same on any number of cores."""
    return ThreadpoolController()


@cache
def session(threads: int = 1) -> onnxruntime.InferenceSession:
    """The network, loaded once in a process."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(WEIGHTS / "reader.onnx"), options, providers=["CPUExecutionProvider"])


def given(words: Words, window: Window) -> tuple[dict[str, Ints], Ints]:
    """What goes into the network of the words of one window, and where each word's first piece stands in it."""
    begin, end = window.begin, window.end
    first = words.first[begin : end + 1] - words.first[begin] + 1
    pieces = words.pieces[words.first[begin] : words.first[end]]
    marks = words.shapes[begin:end] + IN_QUOTATION * words.quoted[begin:end]
    shapes = np.repeat(marks, np.diff(first))
    at = first[:-1]
    shapes[at - 1] += BEGINS_LINE * words.begins_line[begin:end]
    ids = np.concatenate([[CLS], pieces, [SEP]])[None]
    return {"input_ids": ids, "attention_mask": np.ones_like(ids), "shape_ids": np.pad(shapes, 1)[None]}, at


def scores_of(words: Words, window: Window, threads: int = 1) -> Scores:
    """What the network says of the words of one window."""
    fed, at = given(words, window)
    found, pair, arc, rel_dependent, rel_head = session(threads).run(list(OUTPUTS), fed)
    heads = labels()["heads"]
    ends = np.cumsum([len(names) for names in heads.values()])
    by_head = np.split(found[0, at], ends[:-1], axis=1)
    root_and_words = np.concatenate([[0], at])
    by_name = dict(zip(heads, by_head, strict=True))
    may_begin = np.flatnonzero(softmax(by_name["cue"])[:, 1] >= FAINTEST_CUE).tolist()
    return Scores(
        labels=by_name,
        pair={i: pair[0, :, at[i]][:, at] for i in may_begin},
        arc=arc[0, at][:, root_and_words],
        rel_dependent=rel_dependent[0, at],
        rel_head=rel_head[0, root_and_words],
    )
