"""Statements that the language model reads: from its probabilities to cue, source and content.

Each word that is likely to begin a cue takes the stretch that scores best as its source, if any, and all stretches
that are likely its content; a quotation is taken or left whole. Says nothing about kinds, channels or acts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.kinds import head_of
from dragoman.annotate.attribution.lexicon import nouns, verbs
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.sources import shorn
from dragoman.model.reading import CueScores
from dragoman.model.statement import Act

CUE_AT, PART_AT = 0.3, 0.5  # what a cue needs, and each further word of it
SWITCH = 2.0  # log odds that it costs to begin a stretch of content
UNSAID = 0.01  # chance of a word that the model leaves out
MOSTLY = 0.5  # share of a quotation that must be likely for all of it to be content
FLOOR = 1e-3


def drafts_by_model(page: Page) -> list[Draft]:
    """The statements that the model reads, in order of their cues."""
    found: list[Draft] = []
    until = 0
    for scores in page.trees.reading.cues:
        if scores.score < CUE_AT or scores.first < until:
            continue
        cue = _cue(scores)
        until = cue[1]
        source = _beside(page, _source(scores, cue), cue)
        content = _content(page, scores, {*range(*cue), *range(*(source or (0, 0)))})
        if content:
            head, act = _meant(page, cue)
            found.append(Draft(head=head, cue=cue, source=source, content=content, act=act, score=scores.score))
    return found


def _cue(scores: CueScores) -> Range:
    last = scores.first + 1
    for token, likely in scores.cue:
        if token == last and likely >= PART_AT:
            last += 1
    return scores.first, last


def _source(scores: CueScores, cue: Range) -> Range | None:
    """The stretch with the greatest sum of log odds, if any word in it is likely."""
    best: Range | None = None
    best_sum = total = 0.0
    begin = last = -2
    for token, likely in scores.source:
        if cue[0] <= token < cue[1]:
            continue
        if token != last + 1:
            total += _odds(FLOOR) * (token - last - 1)
        if total <= 0:
            total, begin = 0.0, token
        total += _odds(likely)
        last = token
        if total > best_sum:
            best, best_sum = (begin, token + 1), total
    return best


def _beside(page: Page, source: Range | None, cue: Range) -> Range | None:
    """The source, without marks at its edges and without what stands in another paragraph than its cue's side of it."""
    if source is None:
        return None
    first, last = source
    for index in range(first + 1, last):
        if page.paragraphs[index] != page.paragraphs[index - 1]:
            first, last = (index, last) if index <= cue[0] else (first, index)
            break
    return shorn(page, first, last)


def _odds(likely: float) -> float:
    held = min(max(likely, FLOOR), 1 - FLOOR)
    return math.log(held / (1 - held))


def _content(page: Page, scores: CueScores, taken: set[int]) -> tuple[Range, ...]:
    """The likely stretches as characters; quotations are taken or left whole."""
    inside = set(_near(page, scores.first, _stretches(dict(scores.content), taken))) - taken
    for place in sorted({page.quoted[token] for token in inside} - {-1}):
        for span in page.quotations[place].spans:
            words = page.tokens_in(span.start, span.end)
            held = {token for token in inside if token in words}
            inside = inside | set(words) if len(held) >= MOSTLY * len(words) else inside - held
    return tuple(_characters(page, _joined(sorted(inside))))


def _near(page: Page, cue: int, tokens: Iterable[int]) -> Iterator[int]:
    """The tokens of stretches that reach into the cue's sentence, and quoted ones of its paragraph or led in by it."""
    sentence = page.trees.reading.sentence_of(cue)
    introduces = page.tokens[sentence.last - 1].text == ":"
    for first, last in _joined(sorted(tokens)):
        if first < sentence.last and sentence.first < last:
            yield from range(first, last)
        elif introduces or page.paragraphs[first] == page.paragraphs[cue]:
            yield from (token for token in range(first, last) if page.quoted[token] >= 0)


def _stretches(chances: Mapping[int, float], taken: set[int]) -> Iterator[int]:
    """The tokens of the likeliest stretches (Viterbi over inside and outside); those taken count neither way."""
    if not chances:
        return
    first, last = min(chances), max(chances)
    outside, inside, none = 0.0, -SWITCH, _odds(UNSAID)
    came: list[tuple[bool, bool]] = []
    for token in range(first, last + 1):
        chance = chances.get(token)
        gain = 0.0 if token in taken else none if chance is None else _odds(chance)
        came.append((inside > outside, inside >= outside - SWITCH))
        outside, inside = max(outside, inside), max(inside, outside - SWITCH) + gain
    within = inside > outside
    for token in range(last, first - 1, -1):
        if within:
            yield token
        within = came[token - first][within]


def _joined(tokens: Sequence[int]) -> list[Range]:
    found: list[Range] = []
    for token in tokens:
        if found and token == found[-1][1]:
            found[-1] = (found[-1][0], token + 1)
        else:
            found.append((token, token + 1))
    return found


def _characters(page: Page, parts: list[Range]) -> list[Range]:
    found = []
    for first, last in parts:
        stretch = page.trimmed(*page.chars(first, last))
        if stretch is not None:
            found.append(stretch)
    return found


def _meant(page: Page, cue: Range) -> tuple[int, Act]:
    """The word of a cue that tells what is done, and its act."""
    for known, tag in ((verbs(), "VERB"), (nouns(), "NOUN")):
        for index in reversed(range(*cue)):
            token = page.tokens[index]
            if token.tag == tag and token.lemma in known:
                return index, known[token.lemma].act
    return head_of(page, cue), Act.ASSERT
