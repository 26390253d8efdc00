"""Texts in which readers marked loaded words: BABE's sentences, and the spans of propaganda techniques.

Gives each text with the places of the marked words. Splits that the corpora call test are not read.
"""

import json
import re
from collections.abc import Iterator
from functools import cache

from training.corpora import CORPORA

Places = tuple[tuple[int, int], ...]
TECHNIQUES = ("Loaded_Language", "Name_Calling,Labeling")
LONGEST = 40  # letters of a span that is still about words
EVERY = 3  # of so many articles one is read: they are long, and marked thinly


@cache
def babe() -> tuple[tuple[str, Places, bool], ...]:
    """Each sentence, its biased words, and whether readers found it biased."""
    found = []
    for line in (CORPORA / "framing/babe.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        places = tuple(place for words in row["biased_words"] for place in places_of(words, row["text"]))
        found.append((row["text"], places, row["bias"] == "Biased"))
    return tuple(found)


def places_of(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Wherever the words stand in a text as words of their own.

    >>> list(places_of("Mad", "A mad, mad madman"))
    [(2, 5), (7, 10)]
    """
    for match in re.finditer(rf"(?<!\w){re.escape(words.lower())}(?!\w)", text.lower()):
        yield match.span()


def techniques() -> Iterator[tuple[str, Places]]:
    """Some articles with their short spans of loaded language and of labels."""
    lines = (CORPORA / "framing/ptc_train.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[::EVERY]:
        row = json.loads(line)
        spans = [(start, end) for name, start, end in row["spans"] if name in TECHNIQUES and end - start < LONGEST]
        yield row["text"], tuple(spans)
