"""Attributions: which words are the source, the cue and the content.

Every word that may begin a cue takes the stretch of words that scores best as its source, if any, and the
stretches likely to be its content; a quotation is taken or left whole. Then the attribution is judged as one
thing, by a handful of weights fitted in training. It does not say who a source is, and it makes nothing of an
attribution without a cue.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.annotate.reader.layers import CueLinks, Layers
from dragoman.annotate.reader.network import Floats, labels
from dragoman.annotate.reader.quotes import quotations

IN_CUE_AT, NEXT_CUE_AT = 0.4, 0.6
SOURCE_AT, SOURCE_WORD_AT = 0.35, 0.4
CONTENT_AT, SWITCH, QUOTATION_BONUS = 0.4, 1.0, 0.0
NEAR, SAME = 4, 0.7

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Spans of characters of the text; `score` is the probability that this is an attribution."""

    source: Spans
    cue: Spans
    content: Spans
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution not yet believed; all stretches are words of the text."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    features: tuple[float, ...]

    def content_words(self) -> set[int]:
        return {i for first, last in self.content for i in range(first, last)}


def attributions(text: str, layers: Layers, at: float | None = None) -> list[Attribution]:
    """The attributions of a text, in the order of their cues: those at least as likely as `at`."""
    weights = labels()["belief"]
    at = weights["at"] if at is None else at
    likely = [(believed(one.features, weights["weights"]), one) for one in candidates(text, layers)]
    kept: list[tuple[float, Candidate]] = []
    for score, one in sorted(likely, key=lambda pair: (-pair[0], pair[1].cue)):
        if score >= at and not any(_same(one, other) for _, other in kept):
            kept.append((score, one))
    kept.sort(key=lambda pair: pair[1].cue)
    return [
        Attribution(
            source=_spans(layers, [one.source] if one.source else []),
            cue=_spans(layers, [one.cue]),
            content=_spans(layers, one.content),
            score=round(score, 4),
        )
        for score, one in kept
    ]


def believed(features: Sequence[float], weights: Sequence[float]) -> float:
    """The probability that a candidate is an attribution; the last weight stands alone."""
    total = sum(f * w for f, w in zip(features, weights, strict=False)) + weights[-1]
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


def candidates(text: str, layers: Layers) -> list[Candidate]:
    """Every word that may begin a cue, with the source and the content that suit it best."""
    quoted = _quoted_words(text, layers)
    found: list[Candidate] = []
    for links in layers.links:
        first, begin = links.first, links.begin
        last = _cue_end(layers, links)
        low, high = first - begin, last - begin
        source = _source(links, low, high)
        taken = {*range(low, high), *range(*(source or (0, 0)))}
        near = [(a - begin, b - begin) for a, b in quoted if b > begin and a < begin + len(links.content)]
        content = _content(links, taken, near)
        if content:
            found.append(
                Candidate(
                    cue=(first, last),
                    source=(source[0] + begin, source[1] + begin) if source else None,
                    content=tuple((a + begin, b + begin) for a, b in content),
                    features=_features(layers, links, source, content, near),
                )
            )
    return found


def _features(
    layers: Layers,
    links: CueLinks,
    source: tuple[int, int] | None,
    content: list[tuple[int, int]],
    quoted: list[tuple[int, int]],
) -> tuple[float, ...]:
    """What speaks for a candidate, each about as large as a log odds."""
    first, begin = links.first, links.begin
    words = np.concatenate([np.arange(a, b) for a, b in content])
    odds = _log_odds(links.content[words], 0.5)
    own = _log_odds(layers.cue[[first]], 0.5)[0]
    before = _log_odds(layers.cue[[max(first - 1, 0)]], 0.5)[0]
    by_source = _log_odds(links.source[slice(*source)], 0.5) if source else np.array([-4.0])
    in_quotation = np.mean([any(a <= i < b for a, b in quoted) for i in words.tolist()])
    return (
        float(own[1]),
        float(own[0]),
        float(before[1]),
        float(odds.mean()),
        float(odds.max()),
        float(np.log(len(words))),
        float(_log_odds(layers.content[words + begin], 0.5).mean()),
        float(by_source.mean()),
        float(_log_odds(layers.source[begin + source[0] : begin + source[1]], 0.5).mean()) if source else -4.0,
        0.0 if source else 1.0,
        float(in_quotation),
    )


def _same(one: Candidate, other: Candidate) -> bool:
    """Do two candidates tell of one attribution?"""
    if one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]:
        return True
    if abs(one.cue[0] - other.cue[0]) > NEAR:
        return False
    ours, theirs = one.content_words(), other.content_words()
    return len(ours & theirs) > SAME * len(ours | theirs)


def _spans(layers: Layers, runs: Sequence[tuple[int, int]]) -> Spans:
    return tuple((int(layers.starts[first]), int(layers.ends[last - 1])) for first, last in runs)


def _quoted_words(text: str, layers: Layers) -> list[tuple[int, int]]:
    """Each quotation as words, its marks included."""
    places = [
        (np.searchsorted(layers.starts, q.start), np.searchsorted(layers.starts, q.end)) for q in quotations(text)
    ]
    return [(int(a), int(b)) for a, b in places if b > a]


def _cue_end(layers: Layers, links: CueLinks) -> int:
    """The first word after the cue, which is one stretch and ends where another is sure to begin."""
    i = links.first + 1
    while (
        i < links.begin + len(links.cue) and links.cue[i - links.begin] > IN_CUE_AT and layers.cue[i, 1] < NEXT_CUE_AT
    ):
        i += 1
    return i


def _source(links: CueLinks, cue_first: int, cue_last: int) -> tuple[int, int] | None:
    """The stretch with the greatest sum of log odds, if any word is likely enough."""
    likely = np.array(links.source)
    likely[cue_first:cue_last] = 0
    if likely.max() < SOURCE_AT:
        return None
    odds = _log_odds(likely, SOURCE_WORD_AT)
    best, best_sum, total, begin = None, 0.0, 0.0, 0
    for i, value in enumerate(odds.tolist()):
        if total <= 0:
            total, begin = 0.0, i
        total += value
        if total > best_sum:
            best, best_sum = (begin, i + 1), total
    return best


def _content(links: CueLinks, taken: set[int], quoted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that score best together, where each change from in to out has its price.

    The words of the cue and the source are passed over, since content often stands on both sides of them;
    the words of a quotation share one score, and so are taken or left together.
    """
    odds = _log_odds(links.content, CONTENT_AT)
    for a, b in quoted:
        members = [i for i in range(max(a, 0), min(b, len(odds))) if i not in taken]
        if members:
            odds[members] = odds[members].mean() + QUOTATION_BONUS
    free = np.array([i for i in range(len(odds)) if i not in taken], np.int64)
    inside = np.zeros(len(odds), np.bool_)
    inside[free] = _in_or_out(odds[free].tolist())
    if not inside.any():
        return []
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _in_or_out(odds: list[float]) -> list[bool]:
    """The best sequence of in and out, each change costing SWITCH."""
    enters: list[bool] = []
    leaves: list[bool] = []
    out, into = 0.0, -SWITCH
    for value in odds:
        enters.append(out - SWITCH > into)
        leaves.append(into - SWITCH > out)
        out, into = max(out, into - SWITCH), max(into, out - SWITCH) + value
    path: list[bool] = []
    now = into - SWITCH > out
    for entered, left in zip(reversed(enters), reversed(leaves), strict=True):
        path.append(now)
        now = not entered if now else left
    return path[::-1]


def _log_odds(likely: Floats, at: float) -> Floats:
    p = np.clip(likely, 1e-4, 1 - 1e-4)
    odds: Floats = (np.log(p / (1 - p)) - np.log(at / (1 - at))).astype(np.float32)
    return odds
