"""How well statements are told to be one utterance, on labelled pairs, and the weights fitted to half of them.

    python -m training.wording_score            figures on the half held out, and on pairs written for scoring
    python -m training.wording_score --fit      the first weights of `link/sameness.py`, from the other half
    python -m training.wording_score --misses   each pair judged wrongly

`wording_labels.jsonl` holds no texts: `row` counts lines of `crossdoc/quote_variant_candidates.jsonl` from 0; `a` and
`b` are a document of `crossdoc/story_clusters.jsonl` with the characters of the quotation in it.

Guideline. `same`: one act of speaking by one speaker, whole or in part: the same words, cut, cleaned of slips,
translated twice, heard by two reporters; also where one quotation goes on to a further sentence and the other begins
a sentence earlier, if they share a clause. `other`: another speaker, another occasion, another sentence of the same
speech, or the same thought said again in an interview elsewhere. Not labelled: text that only stands between two
quotations, titles of books and programmes, pairs that the context does not decide.

Halves are made by story, so that no story stands in both.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path
from zlib import crc32

import numpy as np

from dragoman.annotate.language import read_language
from dragoman.link.alignment import aligned
from dragoman.link.sameness import A_RUN, SURE, sameness
from dragoman.link.utterances import Utterance, words_of
from dragoman.model.mention import Entity, EntityKind
from dragoman.model.text import Article, Span
from training.wording_written import ON_ONE_SUBJECT, TRANSLATED

CROSSDOC = Path(__file__).parents[2] / "shared/corpora/crossdoc"
LABELS = Path(__file__).parent / "wording_labels.jsonl"
SPEAKER = Entity(id="en-1", name="The speaker", kind=EntityKind.PERSON, aliases=())


@dataclass(frozen=True, slots=True)
class Pair:
    left: str
    right: str
    same: bool
    band: str
    held_out: bool
    known: bool = False  # whether the speaker is known to be the same


def labelled() -> Iterator[Pair]:
    """The labelled pairs with their texts."""
    rows = [json.loads(line) for line in (CROSSDOC / "quote_variant_candidates.jsonl").open()]
    texts = {row["doc"]: row for row in map(json.loads, (CROSSDOC / "story_clusters.jsonl").open())}
    for label in map(json.loads, LABELS.open()):
        if "row" in label:
            row = rows[label["row"]]
            left, right, story, band = row["quote_a"], row["quote_b"], row["story"], row["kind"]
        else:
            (left, story), (right, _) = (_quoted(texts, *label[side]) for side in "ab")
            band = "found by vectors"
        yield Pair(left, right, label["label"] == "same", band, bool(crc32(str(story).encode()) % 2))


def _quoted(texts: dict[str, dict[str, str]], doc: str, start: int, end: int) -> tuple[str, str]:
    return texts[doc]["text"][start:end].strip("“”\"`' ,"), texts[doc]["story"]


def written() -> Iterator[Pair]:
    """The pairs of one speaker that were written; one in two is held out."""
    for same, pairs in ((True, TRANSLATED), (False, ON_ONE_SUBJECT)):
        for number, (left, right) in enumerate(pairs):
            yield Pair(left, right, same, "translated" if same else "on one subject", bool(number % 2), known=True)


def utterances(pair: Pair, *, known: bool) -> tuple[Utterance, Utterance]:
    """Both quotations of a pair, as the only statements of two articles."""
    return _utterance(pair.left, "ar-1", known), _utterance(pair.right, "ar-2", known)


def _utterance(text: str, id_: str, known: bool) -> Utterance:
    marked = f"“{text}”"
    article = Article(id=id_, path="", text=marked, sha256="", paragraphs=(Span(id_, 0, len(marked)),))
    words = words_of(read_language(article).tokens)
    speaker = SPEAKER if known else None
    return Utterance(
        article=id_, original=id_, place=0, quoted=words, words=words, denied=False, speaker=speaker, when=None
    )


def score(pairs: Iterable[Pair], *, misses: bool) -> None:
    judged = [(p, sameness(*utterances(p, known=p.known))) for p in pairs]
    for band in ("all", *sorted({pair.band for pair, _ in judged})):
        those = [(p, s.value >= SURE) for p, s in judged if band in ("all", p.band)]
        right = sum(p.same and found for p, found in those)
        found, there = sum(found for _, found in those), sum(p.same for p, _ in those)
        print(
            f"  {band:17} {len(those):4} pairs, {there:3} same; found {found:3}, right {right:3}; "
            f"precision {right / max(found, 1):.3f} recall {right / max(there, 1):.3f}"
        )
    if misses:
        for pair, why in sorted(judged, key=lambda j: j[1].value):
            if (why.value >= SURE) != pair.same:
                print(f"\n{'missed' if pair.same else 'WRONG'} {why}\n    {pair.left}\n    {pair.right}")


def fit(pairs: Iterable[Pair]) -> None:
    """Logistic regression on what the words show; the bar is raised afterwards by hand (`SURE`)."""
    rows, labels = [], []
    for pair in pairs:
        left, right = utterances(pair, known=False)
        found = aligned(left.words, right.words)
        if not (found.negations or found.numbers or found.opposites):
            run = min(max(found.run - A_RUN, 0.0), A_RUN)
            rows.append((1.0, found.within, found.back, log(found.longer), run))
            labels.append(pair.same)
    x, y = np.array(rows), np.array(labels, float)
    weights = np.zeros(5)
    keep = np.diag([0.001, 0.3, 0.3, 0.3, 0.3])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        weights -= np.linalg.solve((x.T * (p * (1 - p))) @ x + keep, x.T @ (p - y) + keep @ weights)
    print("BASE, WITHIN, BACK, LONGER, RUN =", ", ".join(f"{weight:.1f}" for weight in weights))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    pairs, own = list(labelled()), list(written())
    if asked.fit:
        fit(pair for pair in (*pairs, *own) if not pair.held_out)
    for held_out in (False, True):
        print("held out" if held_out else "fitted on")
        score((p for p in pairs if p.held_out is held_out), misses=asked.misses)
        score((p for p in own if p.held_out is held_out), misses=asked.misses)
