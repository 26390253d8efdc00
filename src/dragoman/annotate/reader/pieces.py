"""Words and their pieces: what the network reads of a text.

spaCy's blank English tokenizer finds the words; every word becomes a few word pieces of the uncased
vocabulary and one number for what the vocabulary does not see: its shape, whether it begins a line, whether
it stands in a quotation. It does not cut windows. A very long word is cut without asking the tokenizer,
whose rules take quadratic time on it.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from dragoman.annotate.reader.quotes import quotations
from dragoman.model.offline import no_sockets

if TYPE_CHECKING:
    from spacy.language import Language

Ints = npt.NDArray[np.int64]

MOST_PIECES = 8
LONG_WORD = 200
LONG = re.compile(rf"\S{{{LONG_WORD},}}")
SHORT_PARTS = re.compile(r"\w{1,100}|[^\w\s]")
SHAPES = ("special", "lower", "Capitalised", "ALLCAPS", "MiXed", "digits", "punctuation", "other")
BEGINS_LINE, IN_QUOTATION = 8, 16
WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: text[starts[i]:ends[i]]; pieces[first[i]:first[i + 1]] are the pieces of word i."""

    starts: Ints
    ends: Ints
    first: Ints
    pieces: Ints
    shapes: Ints
    begins_line: npt.NDArray[np.bool_]
    quoted: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.starts)


@cache
def _english() -> "Language":
    with no_sockets():
        import spacy

    return spacy.blank("en")


@cache
def _vocabulary() -> Tokenizer:
    vocabulary = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    vocabulary.no_truncation()
    vocabulary.no_padding()
    return vocabulary


def spans_of_words(text: str) -> list[tuple[int, int]]:
    """Where the words stand, blanks left out."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for long in LONG.finditer(text):
        spans += _spacy_spans(text, begin, long.start())
        spans += [part.span() for part in SHORT_PARTS.finditer(text, long.start(), long.end())]
        begin = long.end()
    return spans + _spacy_spans(text, begin, len(text))


def _spacy_spans(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    if begin == end:
        return []
    doc = _english().tokenizer(text[begin:end])
    return [(begin + token.idx, begin + token.idx + len(token)) for token in doc if not token.is_space]


@lru_cache(maxsize=1 << 16)
def pieces_of(word: str) -> tuple[int, ...]:
    """The word's pieces, at least one: what the vocabulary cannot say is [UNK]."""
    ids: list[int] = _vocabulary().encode(word, add_special_tokens=False).ids[:MOST_PIECES]
    return tuple(ids) or (100,)


@lru_cache(maxsize=1 << 16)
def shape_of(word: str) -> int:
    """The index of the word's shape in SHAPES."""
    letters = [char for char in word if char.isalpha()]
    if not letters:
        if any(char.isdigit() for char in word):
            return SHAPES.index("digits")
        return SHAPES.index("punctuation" if unicodedata.category(word[0])[0] == "P" else "other")
    if len(letters) < sum(char.isalnum() for char in word):
        return SHAPES.index("MiXed")
    said = "".join(letters)
    if said.islower():
        return SHAPES.index("lower")
    if said.isupper():
        return SHAPES.index("ALLCAPS" if len(said) > 1 else "Capitalised")
    if said[0].isupper() and said[1:].islower():
        return SHAPES.index("Capitalised")
    return SHAPES.index("MiXed" if said.upper() != said.lower() else "other")


def words_of(text: str, spans: list[tuple[int, int]] | None = None) -> Words:
    """The text as the network reads it; `spans` where the words have been found already."""
    spans = spans_of_words(text) if spans is None else spans
    strings = [text[start:end] for start, end in spans]
    pieces = [pieces_of(word) for word in strings]
    starts = np.array([start for start, _ in spans], np.int64)
    ends = np.array([end for _, end in spans], np.int64)
    before = np.concatenate([[0], ends[:-1]]) if len(spans) else ends
    begins_line = np.array(
        [i == 0 or "\n" in text[b:s] for i, (b, s) in enumerate(zip(before, starts, strict=True))], np.bool_
    )
    quoted = np.zeros(len(spans), np.bool_)
    for quotation in quotations(text):
        quoted[np.searchsorted(starts, quotation.start) : np.searchsorted(starts, quotation.end)] = True
    return Words(
        starts=starts,
        ends=ends,
        first=np.cumsum([0, *map(len, pieces)], dtype=np.int64),
        pieces=np.array([piece for word in pieces for piece in word], np.int64),
        shapes=np.array([shape_of(word) for word in strings], np.int64),
        begins_line=begins_line,
        quoted=quoted,
    )
