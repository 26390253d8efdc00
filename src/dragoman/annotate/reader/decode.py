"""Attributions: which words are the source, the cue and the content.

Every cue that is likely enough takes the stretch of words that scores best as its source, if any, and all
stretches likely to be its content; a quotation is taken or left whole. It does not say who a source is, and
it makes nothing of an attribution without a cue.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.annotate.reader.layers import CueLinks, Layers
from dragoman.annotate.reader.network import Floats
from dragoman.annotate.reader.quotes import quotations

CUE_AT, INSIDE_CUE_AT = 0.35, 0.4
SOURCE_AT, SOURCE_WORD_AT = 0.35, 0.4
CONTENT_AT, SWITCH, QUOTATION_BONUS = 0.4, 1.0, 0.0

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Spans of characters of the text; `score` is the probability that there is a cue here."""

    source: Spans
    cue: Spans
    content: Spans
    score: float


def attributions(text: str, layers: Layers) -> list[Attribution]:
    """The attributions of a text, in the order of their cues."""
    quoted = _quoted_words(text, layers)
    found: list[Attribution] = []
    until = 0
    for links in layers.links:
        score = float(layers.cue[links.first, 1])
        if score < CUE_AT or links.first < until:
            continue
        cue_last = _cue_end(layers, links)
        until = cue_last
        low = links.first - links.begin
        source = _source(links, low, cue_last - links.begin)
        taken = {*range(low, cue_last - links.begin), *range(*(source or (0, 0)))}
        content = _content(links, taken, [(a - links.begin, b - links.begin) for a, b in quoted])
        if not content:
            continue
        found.append(
            Attribution(
                source=_spans(layers, links.begin, [source] if source else []),
                cue=_spans(layers, links.begin, [(low, cue_last - links.begin)]),
                content=_spans(layers, links.begin, content),
                score=score,
            )
        )
    return found


def _spans(layers: Layers, begin: int, runs: Sequence[tuple[int, int]]) -> Spans:
    return tuple((int(layers.starts[begin + a]), int(layers.ends[begin + b - 1])) for a, b in runs)


def _quoted_words(text: str, layers: Layers) -> list[tuple[int, int]]:
    """Each quotation as words, its marks included."""
    places = [
        (np.searchsorted(layers.starts, q.start), np.searchsorted(layers.starts, q.end)) for q in quotations(text)
    ]
    return [(int(a), int(b)) for a, b in places if b > a]


def _cue_end(layers: Layers, links: CueLinks) -> int:
    """The first word after the cue, which is one stretch."""
    i = links.first + 1
    while i < len(layers.cue) and layers.cue[i, 2] > INSIDE_CUE_AT and layers.cue[i, 2] > layers.cue[i, 1]:
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
