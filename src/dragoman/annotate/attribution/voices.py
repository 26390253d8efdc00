"""Which cue each quotation belongs to.

A quotation is a run of its own: it belongs to the cue that stands beside it, by punctuation and order, whatever the
tree says. One that goes on after the cue's sentence, or in the next paragraph, belongs to the cue before it. Words in
marks inside a sentence of the reporter are no utterance of their own: they stay with the clause they stand in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.annotate.attribution.page import Page
from dragoman.model.text import Span

FAR = 45  # tokens between a quotation and its cue
INTRODUCE = ",:—–-"
END_OF_SPEECH = ",?!…—–-."
SHORTEST = 6  # tokens, marks included, of an utterance reported by a verb that is not known to report


def voices(page: Page, cues: Sequence[int], others: Sequence[int] = ()) -> dict[int, list[int]]:
    """For each cue, by its token, the places of the quotations it reports, in order of the text.

    `others` are verbs that report only where no cue does and the marks leave no doubt ("...," she mused).
    """
    found: dict[int, list[int]] = {}
    last: tuple[int, int] | None = None  # the last quotation with a voice, and its cue
    for place in range(len(page.quotations)):
        cue = _cue_of(page, place, cues)
        if cue is None and others and _is_speech(page, place):
            cue = _cue_of(page, place, others)
        goes_on = last is not None and _continues(page, last[0], place, last[1])
        if last is not None and goes_on and (cue is None or _is_next_sentence(page, place, cue)):
            cue = last[1]
        if cue is not None:
            found.setdefault(cue, []).append(place)
            last = (place, cue)
    return found


def _cue_of(page: Page, place: int, cues: Sequence[int]) -> int | None:
    first, final = page.quotations[place].spans[0], page.quotations[place].spans[-1]
    before, after = _before(page, first, cues), _after(page, final, cues)
    opening = page.text[: first.start].rstrip()[-1:]
    if before is not None and (opening == ":" or _touches(page, before, first)):
        return before
    if not _is_free(page, first):
        return None
    if before is not None and _introduced(page, before, first):
        return before
    return after


def _is_speech(page: Page, place: int) -> bool:
    """Whether a quotation looks like an utterance: some words, and a stop or comma before the closing mark."""
    span = page.quotations[place].spans[-1]
    words = len(page.tokens_in(span.start, span.end))
    return words >= SHORTEST and page.text[span.end - 2] in END_OF_SPEECH


def _is_free(page: Page, span: Span) -> bool:
    """Whether the quotation begins a sentence, or is set off from what stands before it."""
    before = page.text[max(0, span.start - 3) : span.start].rstrip(" \xa0")
    return not before or before[-1] in ".!?…\n,:;—–-”\"’')]"


def _before(page: Page, span: Span, cues: Sequence[int]) -> int | None:
    """The last cue before a quotation in its sentence, or at the end of the line above that ends in a colon."""
    first = page.token_at(span.start)
    place = bisect_left(cues, first)
    if place == 0 or first - cues[place - 1] > FAR:
        return None
    cue = cues[place - 1]
    behind = page.tokens[cue].end
    gap = page.text[behind : span.start].rstrip()
    announced = gap.endswith(":") and not page.breaks(behind, behind + len(gap))
    return cue if announced or not page.breaks(behind, span.start) else None


def _after(page: Page, span: Span, cues: Sequence[int]) -> int | None:
    """The first cue after a quotation, where the quotation's end leaves the sentence open."""
    inner = page.text[max(span.start, span.end - 2) : span.end - 1]
    follows = page.text[span.end : span.end + 2].strip()[:1]
    if inner not in END_OF_SPEECH and follows not in INTRODUCE:
        return None
    following = page.token_at(span.end - 1) + 1
    place = bisect_left(cues, following)
    if place == len(cues) or cues[place] - following > FAR:
        return None
    return None if page.breaks(span.end, page.tokens[cues[place]].start) else cues[place]


def _is_next_sentence(page: Page, place: int, cue: int) -> bool:
    """Whether a quotation ends with a full stop and its cue reports the sentence behind ("... end." He added that)."""
    span = page.quotations[place].spans[-1]
    if page.tokens[cue].start < span.end or page.text[span.end - 2] != ".":
        return False
    return page.tokens[min(cue + 1, len(page.tokens) - 1)].text.lower() in ("that", "he", "she", "it", "they", "the")


def _touches(page: Page, cue: int, span: Span) -> bool:
    gap = page.text[page.tokens[cue].end : span.start].strip().lower()
    return gap in ("", "that", ",", ":", "—", "–", "-", "that,")


def _introduced(page: Page, cue: int, span: Span) -> bool:
    gap = page.text[page.tokens[cue].end : span.start].rstrip()
    return not gap or gap[-1] in INTRODUCE


def _continues(page: Page, spoken: int, place: int, cue: int) -> bool:
    """Whether a quotation without a cue goes on with the one before: right after its cue's sentence, or below."""
    earlier, now = page.quotations[spoken].spans[-1], page.quotations[place].spans[0]
    gap_start = max(earlier.end, page.tokens[cue].end if cue < page.token_at(now.start) else 0)
    gap = page.text[gap_start : now.start]
    if "\n" in gap:
        return not gap.strip() or (
            gap.rstrip(" \n\t\xa0").endswith(".")
            and "\n" not in gap.rstrip()
            and len(gap.split()) < 25
            and _whole(page, now)
        )
    return _is_free(page, now) and len(gap.split()) < 25 and gap.rstrip()[-1:] in (".", ",", ":", "—", "–", ";", "")


def _whole(page: Page, span: Span) -> bool:
    """Whether a quotation begins its paragraph."""
    at = page.paragraphs[page.token_at(span.start)]
    return at >= 0 and page.article.paragraphs[at].start == span.start
