"""What the encoder says of each word, layer by layer, from the shipped file.

The file is opened with the ends of its encoder layers as outputs; words are read off windows as in the product. For
heads that learn from few texts and leave the encoder as it is.
"""

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime

from dragoman.annotate.reader.network import given
from dragoman.annotate.reader.pieces import Words, words_of
from dragoman.annotate.reader.windows import Window, after_ends, windows

Vectors = npt.NDArray[np.float32]
LAYERS = (0, 2, 5)


def end_of(layer: int) -> str:
    """The name, in the file, of what a layer of the encoder gives."""
    return f"/enc/layers.{layer}/norm2/LayerNormalization_output_0"


@cache
def session(file: Path) -> onnxruntime.InferenceSession:
    model = onnx.load(str(file))
    del model.graph.output[:]
    model.graph.output.extend(onnx.helper.make_empty_tensor_value_info(end_of(layer)) for layer in LAYERS)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def vectors(text: str, file: Path) -> tuple[Words, Vectors]:
    """The words of a text, and for each the vectors of LAYERS side by side."""
    words = words_of(text)
    strings = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    found = windows(words, words.begins_line | after_ends(words, strings))
    return words, np.concatenate([_of_window(words, window, file) for window in found])


def _of_window(words: Words, window: Window, file: Path) -> Vectors:
    """The vectors of the words that are read off this window."""
    fed, at = given(words, window)
    own = at[window.own_begin - window.begin : window.own_end - window.begin]
    layers = session(file).run([end_of(layer) for layer in LAYERS], fed)
    return np.concatenate([layer[0, own] for layer in layers], axis=1)
