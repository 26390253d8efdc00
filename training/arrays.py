"""A document as the network reads it, with what is known of its words."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from dragoman.annotate.reader.pieces import Words

Ints = npt.NDArray[np.int64]


@dataclass(slots=True)
class Read:
    """A document as arrays: its words, where windows may begin, its labels (-1: not known)."""

    name: str
    words: Words
    cut: npt.NDArray[np.bool_]
    labels: dict[str, Ints] = field(default_factory=dict)
    attributions: list[tuple[Ints, Ints, Ints]] = field(default_factory=list)
