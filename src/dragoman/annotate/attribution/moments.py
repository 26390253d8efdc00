"""When a statement was made: the expression of time that stands with its cue ("said on Tuesday that ...").

Takes one that stands outside the content and hangs on the cue, in the tree or by its place right beside it. A time
inside the content is of what is told, and no statement is dated by when others were made.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.lexicon import channel_file
from dragoman.annotate.attribution.page import Page
from dragoman.model.when import TimeMention

HIGH = 5  # steps up the tree from a time to its cue
BESIDE = 3  # tokens between a cue and a time that stands right beside it
HANGING = ("obl", "advmod", "nmod", "advcl", "dep", "parataxis")


def moment_of(page: Page, draft: Draft, times: Sequence[TimeMention], cues: Collection[int]) -> TimeMention | None:
    """The time at which the words of a draft were said; `times` are in order, `cues` the heads of all drafts."""
    first, last = page.sentence(draft.cue[0])
    start, end = page.chars(first, last)
    at = bisect_left(times, start, key=lambda time: time.span.start)
    near: list[tuple[int, TimeMention]] = []
    while at < len(times) and times[at].span.start < end:
        if not _inside(page, draft, times[at]) and _tells(page, draft, times[at], cues):
            near.append((abs(page.token_at(times[at].span.start) - draft.head), times[at]))
        at += 1
    return min(near, key=lambda found: found[0])[1] if near else None


def _inside(page: Page, draft: Draft, time: TimeMention) -> bool:
    """Whether a time stands in the content, in other quoted words, or in what describes the source."""
    token = page.token_at(time.span.start)
    if draft.source is not None and draft.source[0] <= token < draft.source[1]:
        return True
    return page.quoted[token] >= 0 or any(start <= time.span.start < end for start, end in draft.content)


def _tells(page: Page, draft: Draft, time: TimeMention, cues: Collection[int]) -> bool:
    """Whether a time hangs on the cue, near or far, no other verb or cue between, or stands right beside it."""
    tokens = page.tokens_in(time.span.start, time.span.end)
    if not len(tokens):
        return False
    if 0 <= tokens.start - draft.cue[1] < BESIDE and _only_leads(page, draft.cue[1], tokens.start):
        return True
    index = tokens.start
    for _ in range(HIGH):
        below, index = index, page.tokens[index].head
        if draft.cue[0] <= index < draft.cue[1] or index == draft.head:
            return page.tokens[below].relation.split(":")[0] in HANGING
        if index in cues or not (index in tokens or _is_occasion(page, index)):
            return False
    return False


def _is_occasion(page: Page, index: int) -> bool:
    """Whether a noun is where something is said ("in a letter of 3 May")."""
    return page.tokens[index].lemma in channel_file().occasion.nouns


def _only_leads(page: Page, first: int, last: int) -> bool:
    return all(page.tokens[index].tag in ("ADP", "DET", "ADV", "ADJ") for index in range(first, last))
