"""Statements found by rule: reporting verbs of the lexicon, with what tree, order and marks give them.

Each verb gets the quotations that `voices` gives it; without any it gets the first frame whose share in the lexicon
is high enough. Says nothing about kinds, channels or acts of the content.
"""

from __future__ import annotations

from dragoman.annotate.attribution.draft import Draft
from dragoman.annotate.attribution.frames import frames_of
from dragoman.annotate.attribution.lexicon import Verb, verbs
from dragoman.annotate.attribution.page import Page, Range
from dragoman.annotate.attribution.sources import source_of
from dragoman.annotate.attribution.voices import voices

LEAST = 35  # share, in percent, at which a frame is taken for an attribution
SPEECH = 60  # share of a clause at which a verb may report a quotation


def drafts_by_rule(page: Page) -> list[Draft]:
    """The statements that verbs report, in order of their cues."""
    known = verbs()
    cues = [t.index for t in page.tokens if t.tag == "VERB" and t.lemma in known]
    heard = voices(page, [cue for cue in cues if page.quoted[cue] < 0 and may_quote(known[page.tokens[cue].lemma])])
    found = [draft(page, cue, known[page.tokens[cue].lemma], heard.get(cue, [])) for cue in cues]
    return [made for made in found if made is not None]


def may_quote(verb: Verb) -> bool:
    return max(verb.shares.get("clause", 0), verb.shares.get("inserted", 0)) >= SPEECH


def draft(page: Page, cue: int, verb: Verb, heard: list[int]) -> Draft | None:
    """The statement of one cue, or nothing where nothing is reported by it."""
    quoted = [(span.start, span.end) for place in heard for span in page.quotations[place].spans]
    content = quoted or reported(page, cue, verb)
    if not content:
        return None
    return Draft(
        head=cue,
        cue=(cue, cue + 1),
        source=source_of(page, cue),
        content=tuple(sorted(content)),
        act=verb.act,
    )


def reported(page: Page, cue: int, verb: Verb) -> list[Range]:
    """The content of a cue that quotes nothing, widened to the quotations it begins."""
    for filled in frames_of(page, cue):
        share = verb.shares.get(filled.preposition or filled.frame.value, 0)
        if share >= LEAST:
            return [part for part in (_characters(page, first, last) for first, last in filled.parts) if part]
    return []


def _characters(page: Page, first: int, last: int) -> Range | None:
    if first >= last:
        return None
    return widened(page, *page.chars(first, last))


def widened(page: Page, start: int, end: int) -> Range | None:
    """The stretch, its edges trimmed and moved to the ends of the quotations they fall into."""
    stretch = page.trimmed(start, end)
    if stretch is None:
        return None
    start, end = stretch
    for index in page.tokens_in(start, end):
        if page.quoted[index] >= 0:
            span = next(
                s for s in page.quotations[page.quoted[index]].spans if s.start <= page.tokens[index].start < s.end
            )
            if span.start < start and span.end > end:
                continue
            start, end = min(start, span.start), max(end, span.end)
    return start, end
